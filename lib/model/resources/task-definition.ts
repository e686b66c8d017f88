// ECS task definitions: the roles that its tasks run with, and what starting them needs.
import { field, listField, textField } from '../fact-index';
import type { Reader } from '../reader';
import type { TaskDefinition } from '../service-resource';

/** Reads task definitions. @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTaskDefinition.html (read 2026-11-24) */
export const taskDefinitionReader: Reader<'task-definition'> = {
  kind: 'task-definition',
  facts: ['task-definition'],
  read: (facts) => ({
    resources: facts.all('task-definition').flatMap(({ arn, data }): TaskDefinition[] => {
      if (arn === null || data === null) return [];
      const definition = field(data, 'taskDefinition');
      const containers = listField(definition, 'containerDefinitions');
      return [
        {
          kind: 'task-definition',
          arn,
          taskRole: textField(definition, 'taskRoleArn'),
          executionRole: textField(definition, 'executionRoleArn'),
          isTagged: listField(data, 'tags').length > 0,
          images: containers.flatMap((one) => textField(one, 'image') ?? []),
          logGroups: containers.flatMap((one) =>
            textField(one, 'logConfiguration', 'logDriver') === 'awslogs'
              ? (textField(one, 'logConfiguration', 'options', 'awslogs-group') ?? [])
              : [],
          ),
        },
      ];
    }),
    problems: [],
  }),
};
