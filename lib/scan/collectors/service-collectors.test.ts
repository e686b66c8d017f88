// The collectors of what pipelines start all work alike: they ask for what is named here, and tell missing from refused.
import { describe, expect, test } from 'vitest';
import type { Collector } from '../collector';
import { type Answers, awsError, checkCollector, pipelineFact } from '../collector.fixture';
import { cloudformation } from './cloudformation';
import { codebuild } from './codebuild';
import { codecommit } from './codecommit';
import { codeconnections } from './codeconnections';
import { codedeploy } from './codedeploy';
import { codestarConnections } from './codestar-connections';
import { ecr } from './ecr';
import { ecs } from './ecs';
import { eks } from './eks';
import { lambda } from './lambda';
import { sns } from './sns';
import { stackSets } from './stack-sets';
import { stepfunctions } from './stepfunctions';

const MACHINE = 'arn:aws:states:eu-west-1:111111111111:stateMachine:check';
const DEFINITION = 'arn:aws:ecs:eu-west-1:111111111111:task-definition/shop:3';

interface Case {
  readonly collector: Collector;
  readonly provider: string;
  readonly configuration: object;
  readonly answers: Answers;
  readonly kinds: readonly string[];
  readonly arn: string;
  readonly missing: Answers;
  /** The call that a gap is about. */
  readonly call: string;
  readonly scoped: boolean;
}

const CONNECTION = 'arn:aws:codeconnections:eu-west-1:111111111111:connection/c1';
const HOST = { HostArn: CONNECTION.replace('connection/c1', 'host/h1') };
const TOPIC = 'arn:aws:sns:eu-west-1:111111111111:approvals';

const CASES: readonly Case[] = [
  ...[
    { collector: codeconnections, arn: CONNECTION },
    { collector: codestarConnections, arn: CONNECTION.replace('codeconnections', 'codestar-connections') },
  ].map(({ collector, arn }) => ({
    collector,
    provider: 'CodeStarSourceConnection',
    configuration: { ConnectionArn: arn },
    answers: {
      GetConnection: [{ Connection: { ConnectionStatus: 'PENDING', ...HOST } }],
      GetHost: [{ Status: 'AVAILABLE' }],
    },
    kinds: ['connection', 'connection-host'],
    arn,
    missing: { GetConnection: [awsError('ResourceNotFoundException', 400)] },
    call: 'GetConnection',
    scoped: true,
  })),
  {
    collector: sns,
    provider: 'Manual',
    configuration: { NotificationArn: TOPIC },
    answers: { GetTopicAttributes: [{ Attributes: { Policy: '{}' } }] },
    kinds: ['topic'],
    arn: TOPIC,
    missing: { GetTopicAttributes: [awsError('NotFoundException', 404)] },
    call: 'GetTopicAttributes',
    scoped: true,
  },
  {
    collector: codecommit,
    provider: 'CodeCommit',
    configuration: { RepositoryName: 'shop' },
    answers: { GetRepository: [{ repositoryMetadata: { repositoryName: 'shop' } }] },
    kinds: ['repository'],
    arn: 'arn:aws:codecommit:eu-west-1:111111111111:shop',
    missing: { GetRepository: [awsError('RepositoryDoesNotExistException', 400)] },
    call: 'GetRepository',
    scoped: true,
  },
  {
    collector: eks,
    provider: 'EKS',
    configuration: { ClusterName: 'main' },
    answers: {
      DescribeCluster: [{ cluster: { name: 'main', accessConfig: { authenticationMode: 'API' } } }],
      ListAccessEntries: [{ accessEntries: ['arn:aws:iam::111111111111:role/pipeline', 'other'] }],
      DescribeAccessEntry: [{ accessEntry: { kubernetesGroups: [] } }],
      ListAssociatedAccessPolicies: [{ associatedAccessPolicies: [] }],
    },
    kinds: ['cluster', 'access-entries', 'access-entry', 'access-entry-policies'],
    arn: 'arn:aws:eks:eu-west-1:111111111111:cluster/main',
    missing: { DescribeCluster: [awsError('ResourceNotFoundException', 404)] },
    call: 'DescribeCluster',
    scoped: true,
  },
  {
    collector: stackSets,
    provider: 'CloudFormationStackInstances',
    configuration: { StackSetName: 'base' },
    answers: { DescribeStackSet: [{ StackSet: { StackSetName: 'base', TemplateBody: '{}' } }] },
    kinds: ['stack-set'],
    arn: 'arn:aws:cloudformation:eu-west-1:111111111111:stackset/base',
    missing: { DescribeStackSet: [awsError('StackSetNotFoundException', 404)] },
    call: 'DescribeStackSet',
    scoped: true,
  },
  {
    collector: ecr,
    provider: 'ECR',
    configuration: { RepositoryName: 'shop' },
    answers: {
      DescribeRepositories: [{ repositories: [{ repositoryName: 'shop' }] }],
      GetRepositoryPolicy: [{ policyText: '{}' }],
      GetRegistryPolicy: [awsError('RegistryPolicyNotFoundException', 400)],
    },
    kinds: ['image-repository', 'image-repository-policy', 'registry-policy'],
    arn: 'arn:aws:ecr:eu-west-1:111111111111:repository/shop',
    missing: {
      DescribeRepositories: [awsError('RepositoryNotFoundException', 400)],
      GetRegistryPolicy: [awsError('RegistryPolicyNotFoundException', 400)],
    },
    call: 'DescribeRepositories',
    scoped: true,
  },
  {
    collector: codebuild,
    provider: 'CodeBuild',
    configuration: { ProjectName: 'shop' },
    answers: { BatchGetProjects: [{ projects: [{ name: 'shop' }], projectsNotFound: [] }] },
    kinds: ['build-project'],
    arn: 'arn:aws:codebuild:eu-west-1:111111111111:project/shop',
    missing: { BatchGetProjects: [{ projects: [], projectsNotFound: ['shop'] }] },
    call: 'BatchGetProjects',
    scoped: false,
  },
  {
    collector: lambda,
    provider: 'Lambda',
    configuration: { FunctionName: 'check:live' },
    answers: {
      GetFunctionConfiguration: [{ FunctionName: 'check', Role: 'r' }],
      GetPolicy: [{ Policy: '{}' }],
    },
    kinds: ['function', 'function-policy'],
    arn: 'arn:aws:lambda:eu-west-1:111111111111:function:check',
    missing: { GetFunctionConfiguration: [awsError('ResourceNotFoundException', 404)] },
    call: 'GetFunctionConfiguration',
    scoped: true,
  },
  {
    collector: codedeploy,
    provider: 'CodeDeploy',
    configuration: { ApplicationName: 'shop', DeploymentGroupName: 'blue' },
    answers: { GetDeploymentGroup: [{ deploymentGroupInfo: { serviceRoleArn: 'r' } }] },
    kinds: ['deployment-group'],
    arn: 'arn:aws:codedeploy:eu-west-1:111111111111:deploymentgroup:shop/blue',
    missing: { GetDeploymentGroup: [awsError('DeploymentGroupDoesNotExistException', 400)] },
    call: 'GetDeploymentGroup',
    scoped: true,
  },
  {
    collector: ecs,
    provider: 'ECS',
    configuration: { ClusterName: 'main', ServiceName: 'shop' },
    answers: {
      DescribeServices: [{ services: [{ serviceName: 'shop', taskDefinition: DEFINITION }] }],
      DescribeTaskDefinition: [{ taskDefinition: { taskRoleArn: 'r' } }],
    },
    kinds: ['container-service', 'task-definition'],
    arn: 'arn:aws:ecs:eu-west-1:111111111111:service/main/shop',
    missing: { DescribeServices: [{ services: [], failures: [{ reason: 'MISSING' }] }] },
    call: 'DescribeServices',
    scoped: true,
  },
  {
    collector: stepfunctions,
    provider: 'StepFunctions',
    configuration: { StateMachineArn: MACHINE },
    answers: { DescribeStateMachine: [{ name: 'check', roleArn: 'r' }] },
    kinds: ['state-machine'],
    arn: MACHINE,
    missing: { DescribeStateMachine: [awsError('StateMachineDoesNotExist', 400)] },
    call: 'DescribeStateMachine',
    scoped: true,
  },
  {
    collector: cloudformation,
    provider: 'CloudFormation',
    configuration: { StackName: 'shop' },
    answers: { DescribeStacks: [{ Stacks: [{ StackName: 'shop', RoleARN: 'r' }] }] },
    kinds: ['stack'],
    arn: 'arn:aws:cloudformation:eu-west-1:111111111111:stack/shop',
    missing: {
      DescribeStacks: [
        Object.assign(awsError('ValidationError', 400), { message: 'Stack with id shop does not exist' }),
      ],
    },
    call: 'DescribeStacks',
    scoped: true,
  },
];

describe.each(CASES)('the collector of $collector.service', (one) => {
  const known = (configuration: object) => [
    pipelineFact({
      roleArn: 'arn:aws:iam::111111111111:role/pipeline',
      stages: [{ actions: [{ actionTypeId: { provider: one.provider }, configuration }] }],
    }),
  ];

  test('reads what a pipeline names here', async () => {
    const heard = await checkCollector(one.collector, one.answers, { known: known(one.configuration) });
    expect(heard.facts.map(({ kind }) => kind)).toEqual(one.kinds);
    expect(heard.facts[0]?.arn).toBe(one.arn);
    expect(heard.gaps).toEqual([]);
    const asked = heard.asked.map(({ operation }) => `${one.collector.service}:${operation}`);
    expect(asked).toEqual(one.collector.calls.map(({ name }) => name));
  });

  test('says that there is none of that name', async () => {
    const heard = await checkCollector(one.collector, one.missing, { known: known(one.configuration) });
    expect(heard.facts[0]).toMatchObject({ kind: one.kinds[0], arn: one.arn, data: null });
    expect(heard.gaps).toEqual([]);
  });

  test('notes a gap where it is refused', async () => {
    const operations = one.collector.calls.map(({ name }) => name.slice(name.indexOf(':') + 1));
    const refused = Object.fromEntries(
      operations.map((operation) => [operation, [awsError('AccessDeniedException', 400)]]),
    );
    const heard = await checkCollector(one.collector, refused, { known: known(one.configuration) });
    expect(heard.facts).toEqual([]);
    expect(heard.gaps[0]).toMatchObject({
      source: `${one.collector.service}:${one.call}`,
      cause: 'denied',
      scope: one.scoped ? one.arn : null,
    });
    expect(heard.gaps.filter(({ cause }) => cause !== 'denied')).toEqual([]);
  });

  test('asks nothing where nothing is named, or named elsewhere', async () => {
    const other = { account: '222222222222' };
    expect((await checkCollector(one.collector, {}, { known: known({}) })).asked).toEqual([]);
    expect(
      (await checkCollector(one.collector, {}, { known: known(one.configuration), ...other })).asked,
    ).toEqual([]);
  });
});

test('services that a deployment group names are read too', async () => {
  const group = {
    ...pipelineFact({}),
    kind: 'deployment-group',
    data: { ecsServices: [{ clusterName: 'main', serviceName: 'shop' }] },
  };
  const answers = {
    DescribeServices: [{ services: [{ taskSets: [{ taskDefinition: DEFINITION }] }] }],
    DescribeTaskDefinition: [{}],
  };
  const heard = await checkCollector(ecs, answers, { known: [group] });
  expect(heard.facts.map(({ kind }) => kind)).toEqual(['container-service', 'task-definition']);
});

test('repositories that images of builds and tasks lie in are read in their own account and region', async () => {
  const image = '111111111111.dkr.ecr.eu-west-1.amazonaws.com/tools/node:22';
  const known = [
    { ...pipelineFact({}), kind: 'build-project', data: { environment: { image } } },
    {
      ...pipelineFact({}),
      kind: 'task-definition',
      data: { taskDefinition: { containerDefinitions: [{ image: image.replace('tools/node', 'shop') }] } },
    },
  ];
  const answers = {
    DescribeRepositories: [{}],
    GetRepositoryPolicy: [awsError('RepositoryPolicyNotFoundException', 400)],
    GetRegistryPolicy: [awsError('RegistryPolicyNotFoundException', 400)],
  };
  const heard = await checkCollector(ecr, answers, { known });
  expect(heard.facts.flatMap(({ kind, arn }) => (kind.endsWith('repository-policy') ? arn : []))).toEqual([
    'arn:aws:ecr:eu-west-1:111111111111:repository/tools/node',
    'arn:aws:ecr:eu-west-1:111111111111:repository/shop',
  ]);
  expect((await checkCollector(ecr, answers, { known, account: '222222222222' })).asked).toEqual([]);
});
