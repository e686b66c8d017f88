import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/base/json';
import { allow, HUB, role, trust } from '@/lib/model/snapshot.fixture';
import { type ActionCase, checkAction, refusal, resourceFact } from './checked-action.fixture';

const ECS = `arn:aws:ecs:us-east-1:${HUB}`;
const SERVICE = `${ECS}:service/main/shop`;
const DEFINITION = `${ECS}:task-definition/shop:3`;
const roleOf = (name: string) => `arn:aws:iam::${HUB}:role/${name}`;
const ecsRole = (name: string, ...statements: readonly Json[]) =>
  role(HUB, name, trust({ Service: 'ecs-tasks.amazonaws.com' }), ...statements);
const service = resourceFact('container-service', 'ecs:DescribeServices', SERVICE, {
  serviceName: 'shop',
  taskDefinition: DEFINITION,
});
const task = (tags: Json = []) =>
  resourceFact('task-definition', 'ecs:DescribeTaskDefinition', DEFINITION, {
    taskDefinition: {
      taskRoleArn: roleOf('shop-task'),
      executionRoleArn: roleOf('shop-start'),
      containerDefinitions: [
        {
          image: `${HUB}.dkr.ecr.us-east-1.amazonaws.com/shop:1`,
          logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/shop' } },
        },
      ],
    },
    tags,
  });
const PULL: readonly Json[] = [
  allow('ecr:GetAuthorizationToken', '*'),
  allow(['ecr:Batch*', 'ecr:GetDownloadUrlForLayer'], `arn:aws:ecr:us-east-1:${HUB}:repository/shop`),
  allow('logs:*', `arn:aws:logs:us-east-1:${HUB}:log-group:/shop:*`),
];
const REGISTER = allow(['ecs:RegisterTaskDefinition', 'ecs:DescribeTaskDefinition'], '*');
const ROLL = allow(['ecs:DescribeServices', 'ecs:UpdateService'], SERVICE);
const PASS = allow('iam:PassRole', [roleOf('shop-task'), roleOf('shop-start')], {
  StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
});
const roll: ActionCase = {
  action: {
    type: ['Deploy', 'AWS', 'ECS'],
    configuration: { ClusterName: 'main', ServiceName: 'shop' },
  },
  may: [ROLL, REGISTER, PASS],
  facts: [service, task(), ecsRole('shop-task'), ecsRole('shop-start', ...PULL)],
};

describe('a service of ECS', () => {
  it('is rolled', () => {
    const said = checkAction(roll);
    expect(said.state, said.answer).toBe('works');
    expect(said.sentences).toContain('Rolls the service shop in 111111111111, us-east-1');
    expect(said.sentences).toContain('Passes shop-task to ECS');
  });

  it.each([
    ['the roles of its tasks may not be passed', { ...roll, may: [ROLL, REGISTER] }, /cannot pass shop-task/],
    [
      'its tags may not be set',
      {
        ...roll,
        facts: [
          service,
          task([{ key: 'a', value: 'b' }]),
          ecsRole('shop-task'),
          ecsRole('shop-start', ...PULL),
        ],
      },
      /do not allow ecs:TagResource/,
    ],
    [
      'its image may not be pulled',
      { ...roll, facts: [service, task(), ecsRole('shop-task'), ecsRole('shop-start')] },
      /shop-start cannot use the image repository shop/,
    ],
    [
      'it does not exist',
      { ...roll, facts: [resourceFact('container-service', 'ecs:DescribeServices', SERVICE, null)] },
      /There is no service shop/,
    ],
  ] as readonly (readonly [string, ActionCase, RegExp])[])('breaks where %s', (_, one, says) => {
    const said = checkAction(one);
    expect(said.state).toBe('broken');
    expect(said.answer).toMatch(says);
  });

  it('may be registered on the task definition as well as on everything', () => {
    const own = [
      allow('ecs:RegisterTaskDefinition', `${ECS}:task-definition/*`),
      allow('ecs:DescribeTaskDefinition', '*'),
    ];
    expect(checkAction({ ...roll, may: [ROLL, PASS, ...own] }).state).toBe('works');
  });

  it('cannot be told where it was not read', () => {
    const said = checkAction({ ...roll, facts: [], gaps: [refusal('ecs:DescribeServices', SERVICE)] });
    expect(said.state).toBe('unknown');
    expect(said.answer).toMatch(/ecs:DescribeServices was refused/);
  });
});

const GROUP = `arn:aws:codedeploy:us-east-1:${HUB}:deploymentgroup:shop/blue`;
const group = (computePlatform: string, ecsServices: Json = []) =>
  resourceFact('deployment-group', 'codedeploy:GetDeploymentGroup', GROUP, {
    applicationName: 'shop',
    deploymentGroupName: 'blue',
    serviceRoleArn: roleOf('shop-deploy'),
    computePlatform,
    deploymentConfigName: 'CodeDeployDefault.AllAtOnce',
    ecsServices,
  });
const DEPLOY = allow('codedeploy:*', `arn:aws:codedeploy:us-east-1:${HUB}:*`);
const deployRole = (trusted: string, ...statements: readonly Json[]) =>
  role(HUB, 'shop-deploy', trust({ Service: trusted }), ...statements);
const deploy: ActionCase = {
  action: {
    type: ['Deploy', 'AWS', 'CodeDeploy'],
    configuration: { ApplicationName: 'shop', DeploymentGroupName: 'blue' },
  },
  may: [DEPLOY],
  facts: [group('Server'), deployRole('codedeploy.amazonaws.com', allow('ec2:DescribeInstances', '*'))],
};

describe('a deployment onto instances', () => {
  it('cannot be told, since nobody read the roles of the instances; all else works', () => {
    const said = checkAction(deploy);
    expect(said.hops.filter((hop) => !hop.endsWith('works'))).toEqual(['runs-as unknown']);
    expect(said.answer).toContain('with which instance profiles, was not read');
  });

  it('may be carried out by a role that trusts CodeDeploy of this region only', () => {
    const facts = [
      group('Server'),
      deployRole('codedeploy.us-east-1.amazonaws.com', allow('ec2:DescribeInstances', '*')),
    ];
    expect(checkAction({ ...deploy, facts }).state).toBe('unknown');
    expect(
      checkAction({ ...deploy, facts: [group('Server'), deployRole('ec2.amazonaws.com')] }),
    ).toMatchObject({
      state: 'broken',
      atFault: 'service-role',
    });
  });

  it('breaks where the pipeline role may not make it, or the group is not there', () => {
    expect(checkAction({ ...deploy, may: [] }).answer).toMatch(/cannot deploy to the group shop\/blue/);
    const gone = resourceFact('deployment-group', 'codedeploy:GetDeploymentGroup', GROUP, null);
    expect(checkAction({ ...deploy, facts: [gone] }).answer).toMatch(
      /There is no deployment group shop\/blue/,
    );
  });

  it('cannot be told where the group was not read', () => {
    const gaps = [refusal('codedeploy:GetDeploymentGroup', GROUP)];
    expect(checkAction({ ...deploy, facts: [], gaps }).answer).toMatch(
      /codedeploy:GetDeploymentGroup was refused/,
    );
  });
});

describe('a blue/green deployment', () => {
  const SHIFT = [allow(['ecs:*', 'elasticloadbalancing:*'], '*')];
  const green: ActionCase = {
    action: { ...deploy.action, type: ['Deploy', 'AWS', 'CodeDeployToECS'] },
    may: [DEPLOY, REGISTER, PASS],
    facts: [
      group('ECS', [{ clusterName: 'main', serviceName: 'shop' }]),
      deployRole('codedeploy.amazonaws.com', ...SHIFT),
      service,
      task(),
      ecsRole('shop-task'),
      ecsRole('shop-start', ...PULL),
    ],
  };

  it('works', () => {
    const said = checkAction(green);
    expect(said.state, said.answer).toBe('works');
  });

  it('breaks where the task definition may not be registered', () => {
    expect(checkAction({ ...green, may: [DEPLOY, PASS] }).answer).toMatch(
      /cannot register the task definition of shop: .* ecs:RegisterTaskDefinition/,
    );
  });

  it('cannot be told whether roles that may not be passed are those in taskdef.json', () => {
    const said = checkAction({ ...green, may: [DEPLOY, REGISTER] });
    expect(said.state).toBe('unknown');
    expect(said.answer).toContain('taskdef.json');
  });
});
