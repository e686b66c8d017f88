import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/base/json';
import { allow, HUB, role, trust } from '@/lib/model/snapshot.fixture';
import {
  type ActionCase,
  checkAction,
  inProfile,
  refusal,
  resourceFact,
  STORE_ACCESS,
} from './checked-action.fixture';

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

  it('may be tagged where it is tagged while it is registered', () => {
    const tag = allow('ecs:TagResource', `${ECS}:task-definition/*`, {
      StringEquals: { 'ecs:CreateAction': 'RegisterTaskDefinition' },
    });
    const facts = [
      service,
      task([{ key: 'a', value: 'b' }]),
      ecsRole('shop-task'),
      ecsRole('shop-start', ...PULL),
    ];
    expect(checkAction({ ...roll, may: [ROLL, REGISTER, PASS, tag], facts }).state).toBe('works');
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
    ec2TagFilters: computePlatform === 'Server' ? [{ Key: 'app', Value: 'shop' }] : [],
    deploymentConfigName: 'CodeDeployDefault.AllAtOnce',
    ecsServices,
  });
const DEPLOY = allow('codedeploy:*', `arn:aws:codedeploy:us-east-1:${HUB}:*`);
const deployRole = (trusted: string, ...statements: readonly Json[]) =>
  role(HUB, 'shop-deploy', trust({ Service: trusted }), ...statements);
const FINDS = allow('ec2:DescribeInstances', '*');
const PROFILE = `arn:aws:iam::${HUB}:instance-profile/tills`;
const instances = (...profiles: readonly (string | null)[]) =>
  resourceFact('instances', 'ec2:DescribeInstances', GROUP, {
    Instances: profiles.map((Arn, index) => ({
      InstanceId: `i-${index}`,
      ...(Arn === null ? {} : { IamInstanceProfile: { Arn } }),
    })),
  });
const tills = (...statements: readonly Json[]) =>
  inProfile(role(HUB, 'tills', trust({ Service: 'ec2.amazonaws.com' }), ...statements), PROFILE);
const deploy: ActionCase = {
  action: {
    type: ['Deploy', 'AWS', 'CodeDeploy'],
    configuration: { ApplicationName: 'shop', DeploymentGroupName: 'blue' },
  },
  may: [DEPLOY],
  facts: [
    group('Server'),
    deployRole('codedeploy.amazonaws.com', FINDS),
    instances(PROFILE, PROFILE),
    tills(...STORE_ACCESS),
  ],
};

describe('a deployment onto instances', () => {
  it('works, and every instance fetches the revision by itself', () => {
    const said = checkAction(deploy);
    expect(said.state, said.answer).toBe('works');
    expect(said.sentences).toContain('EC2 puts on tills');
    expect(said.needs.filter(({ action }) => action === 's3:GetObject').map(({ who }) => who)).toEqual([
      'shop-pipeline',
      'tills',
    ]);
  });

  it('breaks where the instances may not fetch it', () => {
    const facts = [
      group('Server'),
      deployRole('codedeploy.amazonaws.com', FINDS),
      instances(PROFILE),
      tills(),
    ];
    const said = checkAction({ ...deploy, facts });
    expect(said).toMatchObject({ state: 'broken', atFault: 'service-role' });
    expect(said.answer).toMatch(/tills cannot read artifacts-us-east-1/);
  });

  it('cannot be told where the instances, or the role in their profile, were not read', () => {
    const facts = [group('Server'), deployRole('codedeploy.amazonaws.com', FINDS)];
    expect(checkAction({ ...deploy, facts }).answer).toContain(
      'the list of instances that it deploys to was not read',
    );
    expect(checkAction({ ...deploy, facts: [...facts, instances(PROFILE)] }).answer).toContain(
      'was not read',
    );
    const gaps = [refusal('ec2:DescribeInstances', GROUP)];
    expect(checkAction({ ...deploy, facts, gaps }).answer).toMatch(/ec2:DescribeInstances was refused/);
  });

  it('warns of instances without a profile, and of none at all', () => {
    const with_ = (...profiles: readonly (string | null)[]) =>
      checkAction({ ...deploy, facts: [...(deploy.facts ?? []), instances(...profiles)] }).faults;
    expect(with_(PROFILE, null)).toEqual(['instance-without-profile']);
    expect(with_()).toEqual(['no-instances']);
    expect(with_(PROFILE)).toEqual([]);
  });

  it('cannot be told of machines outside AWS', () => {
    const outside = {
      ...group('Server'),
      data: {
        computePlatform: 'Server',
        serviceRoleArn: roleOf('shop-deploy'),
        onPremisesInstanceTagFilters: [{}],
      },
    };
    const facts = [outside, deployRole('codedeploy.amazonaws.com', FINDS)];
    expect(checkAction({ ...deploy, facts }).answer).toContain('the machines outside AWS');
  });

  it('may be carried out by a role that trusts CodeDeploy of this region only', () => {
    const rest = [group('Server'), instances(PROFILE), tills(...STORE_ACCESS)];
    const regional = deployRole('codedeploy.us-east-1.amazonaws.com', FINDS);
    expect(checkAction({ ...deploy, facts: [...rest, regional] }).state).toBe('works');
    expect(checkAction({ ...deploy, facts: [...rest, deployRole('ec2.amazonaws.com')] })).toMatchObject({
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
