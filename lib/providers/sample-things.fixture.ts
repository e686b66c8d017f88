// Test support: the resources behind the samples of providers, each with a role `worker`.
import { HUB } from '@/lib/model/snapshot.fixture';
import type { Fact } from '@/lib/snapshot/fact';

export const WORKER = `arn:aws:iam::${HUB}:role/worker`;
export const IN = ['source'];
export const OUT = ['made'];

export function fact(kind: string, source: Fact['source'], arn: string, data: Fact['data']): Fact {
  return { kind, source, account: HUB, region: 'us-east-1', arn, data };
}

export const project = fact(
  'build-project',
  'codebuild:BatchGetProjects',
  `arn:aws:codebuild:us-east-1:${HUB}:project/shop`,
  {
    name: 'shop',
    serviceRole: WORKER,
    encryptionKey: `arn:aws:kms:us-east-1:${HUB}:key/artifacts-us-east-1`,
    source: { type: 'CODEPIPELINE' },
    artifacts: { type: 'CODEPIPELINE' },
    vpcConfig: { vpcId: 'vpc-1', subnets: ['subnet-1'] },
    environment: {
      image: `${HUB}.dkr.ecr.us-east-1.amazonaws.com/tools/node:22`,
      imagePullCredentialsType: 'SERVICE_ROLE',
      environmentVariables: [
        { name: 'A', type: 'PARAMETER_STORE', value: '/shop/a' },
        { name: 'B', type: 'SECRETS_MANAGER', value: 'shop/db' },
      ],
    },
    buildBatchConfig: { serviceRole: WORKER },
  },
);
export const lambda = fact(
  'function',
  'lambda:GetFunctionConfiguration',
  `arn:aws:lambda:us-east-1:${HUB}:function:check`,
  { FunctionName: 'check', Role: WORKER },
);
export const stackSet = fact(
  'stack-set',
  'cloudformation:DescribeStackSet',
  `arn:aws:cloudformation:us-east-1:${HUB}:stackset/base`,
  { PermissionModel: 'SELF_MANAGED', AdministrationRoleARN: WORKER, ExecutionRoleName: 'worker' },
);
const clusterArn = `arn:aws:eks:us-east-1:${HUB}:cluster/main`;
const deployer = `arn:aws:iam::${HUB}:role/shop-pipeline`;
export const cluster = [
  fact('cluster', 'eks:DescribeCluster', clusterArn, {
    cluster: { name: 'main', accessConfig: { authenticationMode: 'API' } },
  }),
  fact('access-entries', 'eks:ListAccessEntries', clusterArn, { accessEntries: [deployer] }),
  fact('access-entry-policies', 'eks:ListAssociatedAccessPolicies', clusterArn, {
    principalArn: deployer,
    associatedAccessPolicies: [
      {
        policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy',
        accessScope: { type: 'cluster' },
      },
    ],
  }),
];
export const machineArn = `arn:aws:states:us-east-1:${HUB}:stateMachine:check`;
export const machine = fact('state-machine', 'states:DescribeStateMachine', machineArn, {
  name: 'check',
  roleArn: WORKER,
});
export const group = (computePlatform: string) =>
  fact(
    'deployment-group',
    'codedeploy:GetDeploymentGroup',
    `arn:aws:codedeploy:us-east-1:${HUB}:deploymentgroup:shop/blue`,
    {
      applicationName: 'shop',
      deploymentGroupName: 'blue',
      serviceRoleArn: WORKER,
      computePlatform,
      ec2TagFilters: computePlatform === 'Server' ? [{ Key: 'app', Value: 'shop' }] : [],
      ecsServices: computePlatform === 'ECS' ? [{ clusterName: 'main', serviceName: 'shop' }] : [],
    },
  );
const definition = `arn:aws:ecs:us-east-1:${HUB}:task-definition/shop:3`;
export const service = fact(
  'container-service',
  'ecs:DescribeServices',
  `arn:aws:ecs:us-east-1:${HUB}:service/main/shop`,
  { serviceName: 'shop', taskDefinition: definition },
);
export const task = fact('task-definition', 'ecs:DescribeTaskDefinition', definition, {
  taskDefinition: {
    taskRoleArn: WORKER,
    executionRoleArn: WORKER,
    containerDefinitions: [
      {
        image: `${HUB}.dkr.ecr.us-east-1.amazonaws.com/shop:1`,
        logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/shop' } },
      },
    ],
  },
  tags: [{ key: 'team', value: 'shop' }],
});
/** The profile that the role `worker` is in. */
export const PROFILE = `arn:aws:iam::${HUB}:instance-profile/worker`;
export const instances = (arn: string) =>
  fact('instances', 'ec2:DescribeInstances', arn, {
    Instances: [{ InstanceId: 'i-1', IamInstanceProfile: { Arn: PROFILE } }],
  });
export const GROUP = { ApplicationName: 'shop', DeploymentGroupName: 'blue' };
export const CONNECTION = `arn:aws:codeconnections:us-east-1:${HUB}:connection/c1`;
export const connection = fact('connection', 'codeconnections:GetConnection', CONNECTION, {
  Connection: { ConnectionName: 'github', ConnectionStatus: 'AVAILABLE', ProviderType: 'GitHub' },
});
export const TOPIC = `arn:aws:sns:us-east-1:${HUB}:approvals`;
