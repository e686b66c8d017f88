// ECS services that pipelines roll, each with the task definition that runs now.
import { listField, textField } from '../fact-index';
import { placeOf } from '../place-of';
import type { Reader } from '../reader';
import type { ContainerService } from '../service-resource';

/** Reads services. Where CodeDeploy or another controller deploys, the task definition stands in the primary task set.
 *  @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html (read 2026-11-24) */
export const containerServiceReader: Reader<'container-service'> = {
  kind: 'container-service',
  facts: ['container-service'],
  read: (facts) => ({
    resources: facts.all('container-service').flatMap(({ arn, data }): ContainerService[] => {
      if (arn === null || data === null) return [];
      const sets = listField(data, 'taskSets');
      const primary = sets.find((one) => textField(one, 'status') === 'PRIMARY') ?? sets[0];
      return [
        {
          kind: 'container-service',
          arn,
          ...placeOf(arn),
          name: textField(data, 'serviceName') ?? '',
          taskDefinition: textField(data, 'taskDefinition') ?? textField(primary, 'taskDefinition'),
        },
      ];
    }),
    problems: [],
  }),
};
