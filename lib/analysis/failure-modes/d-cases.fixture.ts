// Test support: the actions that the register's entries on providers begin from, each of which works.
import type { Json } from '@/lib/base/json';
import { allow, DEV, HUB, role, trust } from '@/lib/model/snapshot.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import {
  type ActionCase,
  refusal,
  resourceFact,
  STORE_ACCESS,
  STORE_KEY,
  snapshotOfCase,
} from '../checked-action.fixture';

export type Change = Partial<ActionCase> & { readonly configuration?: { readonly [key: string]: string } };

const PROJECT = `arn:aws:codebuild:us-east-1:${HUB}:project/shop`;

/** The project as CodeBuild tells it; null: there is none. */
export const project = (change: { readonly [name: string]: Json } | null = {}): Fact =>
  resourceFact(
    'build-project',
    'codebuild:BatchGetProjects',
    PROJECT,
    change === null
      ? null
      : {
          name: 'shop',
          serviceRole: `arn:aws:iam::${HUB}:role/worker`,
          encryptionKey: STORE_KEY,
          source: { type: 'CODEPIPELINE' },
          artifacts: { type: 'CODEPIPELINE' },
          ...change,
        },
  );

/** The role behind what the action starts. */
export function worker(service: string, ...may: readonly Json[]): Fact {
  return role(HUB, 'worker', trust({ Service: service }), ...may);
}

export const BUILDER = worker('codebuild.amazonaws.com', allow('logs:*', '*'), ...STORE_ACCESS);

function caseOf(
  type: ActionCase['action']['type'],
  configuration: { readonly [key: string]: string },
  one: Change,
): Snapshot {
  const { configuration: more = {}, action, ...rest } = one;
  return snapshotOfCase({
    ...rest,
    action: { type, ...action, configuration: { ...configuration, ...more } },
  });
}

export const build = (change: Change = {}) =>
  caseOf(['Build', 'AWS', 'CodeBuild'], { ProjectName: 'shop' }, { facts: [project(), BUILDER], ...change });

/** A build whose project AWS did not tell of. */
export const UNREAD_BUILD = build({
  facts: [BUILDER],
  gaps: [refusal('codebuild:BatchGetProjects', PROJECT, null)],
});

const DEFINITION = `arn:aws:ecs:us-east-1:${HUB}:task-definition/shop:3`;

export const roll = (change: Change = {}, tags: readonly Json[] = []) =>
  caseOf(
    ['Deploy', 'AWS', 'ECS'],
    { ClusterName: 'main', ServiceName: 'shop' },
    {
      facts: [
        resourceFact(
          'container-service',
          'ecs:DescribeServices',
          `arn:aws:ecs:us-east-1:${HUB}:service/main/shop`,
          {
            serviceName: 'shop',
            taskDefinition: DEFINITION,
          },
        ),
        resourceFact('task-definition', 'ecs:DescribeTaskDefinition', DEFINITION, {
          taskDefinition: { taskRoleArn: `arn:aws:iam::${HUB}:role/worker`, containerDefinitions: [] },
          tags,
        }),
        worker('ecs-tasks.amazonaws.com'),
      ],
      ...change,
    },
  );

export const invoke = (change: Change = {}) =>
  caseOf(
    ['Invoke', 'AWS', 'Lambda'],
    { FunctionName: 'check' },
    {
      facts: [
        resourceFact(
          'function',
          'lambda:GetFunctionConfiguration',
          `arn:aws:lambda:us-east-1:${HUB}:function:check`,
          {
            FunctionName: 'check',
            Role: `arn:aws:iam::${HUB}:role/worker`,
          },
        ),
        worker('lambda.amazonaws.com', allow('codepipeline:*', '*')),
      ],
      ...change,
    },
  );

export const stack = (change: Change = {}) =>
  caseOf(
    ['Deploy', 'AWS', 'CloudFormation'],
    { ActionMode: 'CREATE_UPDATE', StackName: 'shop', RoleArn: `arn:aws:iam::${HUB}:role/worker` },
    { facts: [worker('cloudformation.amazonaws.com')], ...change },
  );

export const other = (
  type: ActionCase['action']['type'],
  configuration: { readonly [key: string]: string },
  change: Change = {},
) => caseOf(type, configuration, change);

/** The same where no role of the pipeline's account was read. */
export function withoutRoles(snapshot: Snapshot): Snapshot {
  const gap = refusal('iam:GetAccountAuthorizationDetails', `arn:aws:iam::${HUB}:role`, null);
  return {
    ...snapshot,
    facts: snapshot.facts.filter(
      ({ kind, account }) => account !== HUB || (kind !== 'iam-role' && kind !== 'caller-identity'),
    ),
    gaps: [...snapshot.gaps, { ...gap, account: HUB, region: 'global' }],
  };
}

/** A role of another account, under which nothing stands. */
export const FOREIGN_ROLE = `arn:aws:iam::${DEV}:role/worker`;

export const COMMANDS_V1 = other(['Compute', 'AWS', 'Commands'], {}, { definition: { pipelineType: 'V1' } });
export const COMMANDS_V2 = other(['Compute', 'AWS', 'Commands'], {}, { definition: { pipelineType: 'V2' } });

/** Blue and green onto the service of `roll`. */
export const shift = (change: Change = {}) => {
  const group = resourceFact(
    'deployment-group',
    'codedeploy:GetDeploymentGroup',
    `arn:aws:codedeploy:us-east-1:${HUB}:deploymentgroup:shop/blue`,
    {
      applicationName: 'shop',
      deploymentGroupName: 'blue',
      serviceRoleArn: `arn:aws:iam::${HUB}:role/worker`,
      computePlatform: 'ECS',
      ecsServices: [{ clusterName: 'main', serviceName: 'shop' }],
    },
  );
  const trusted = trust({ Service: ['ecs-tasks.amazonaws.com', 'codedeploy.amazonaws.com'] });
  const started = roll().facts.filter(({ kind }) => /^(container-service|task-definition)$/.test(kind));
  const configuration = { ApplicationName: 'shop', DeploymentGroupName: 'blue' };
  return caseOf(['Deploy', 'AWS', 'CodeDeployToECS'], configuration, {
    facts: [group, ...started, role(HUB, 'worker', trusted, allow('*', '*'))],
    ...change,
  });
};

/** A stack set whose instances stand in another account. */
export const stackSet = (change: Change = {}) => {
  const climber = worker('cloudformation.amazonaws.com', allow('sts:AssumeRole', '*'));
  const configuration = {
    StackSetName: 'base',
    TemplatePath: 'source::base.yml',
    AdministrationRoleArn: `arn:aws:iam::${HUB}:role/worker`,
    ExecutionRoleName: 'worker',
    DeploymentTargets: DEV,
  };
  return caseOf(['Deploy', 'AWS', 'CloudFormationStackSet'], configuration, {
    facts: [climber, role(DEV, 'worker', trust({ AWS: `arn:aws:iam::${HUB}:role/worker` }))],
    ...change,
  });
};
