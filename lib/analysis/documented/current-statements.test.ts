// The statements that AWS's reference pages print for each action today, narrowed to what the action names.
// @see https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference.html (read 2026-11-27)
import { expect, it } from 'vitest';
import type { Json } from '@/lib/base/json';
import { allow, HUB, role, trust } from '@/lib/model/snapshot.fixture';
import { PROVIDERS } from '@/lib/providers/catalog/index';
import { PROFILE, WORKER } from '@/lib/providers/sample-things.fixture';
import { SAMPLES } from '@/lib/providers/samples.fixture';
import { checkAction, inProfile } from '../checked-action.fixture';

const OWN = { StringEquals: { 'aws:ResourceAccount': HUB } };
const on = (service: string, ...names: readonly string[]) =>
  names.map((name) => `arn:aws:${service}:*:${HUB}:${name}`);
const spelled = (service: string, actions: string) => actions.split(' ').map((one) => `${service}:${one}`);
const LOGS = allow(spelled('logs', 'CreateLogGroup CreateLogStream PutLogEvents'), [
  ...on('logs', 'log-group:/aws/codepipeline/shop', 'log-group:/aws/codepipeline/shop:*'),
]);
const NETWORK = [
  allow(
    spelled(
      'ec2',
      'CreateNetworkInterface DescribeDhcpOptions DescribeNetworkInterfaces DeleteNetworkInterface DescribeSubnets DescribeSecurityGroups DescribeVpcs DescribeRouteTables',
    ),
    '*',
  ),
  allow('ec2:CreateNetworkInterfacePermission', on('ec2', 'network-interface/*')),
];

const STATEMENTS: { readonly [id: string]: readonly Json[] } = {
  'codebuild-test': [
    allow(
      spelled('codebuild', 'BatchGetBuilds StartBuild BatchGetBuildBatches StartBuildBatch'),
      on('codebuild', 'project/shop'),
    ),
  ],
  cloudformation: [
    allow(
      spelled(
        'cloudformation',
        'CreateStack DescribeStacks UpdateStack DeleteStack CreateChangeSet DescribeChangeSet ExecuteChangeSet DeleteChangeSet SetStackPolicy',
      ),
      on('cloudformation', 'stack/shop/*'),
    ),
    allow('cloudformation:ValidateTemplate', '*'),
    allow('iam:PassRole', WORKER, {
      StringEqualsIfExists: { 'iam:PassedToService': ['cloudformation.amazonaws.com'] },
    }),
  ],
  codecommit: [
    allow(
      spelled(
        'codecommit',
        'CancelUploadArchive GetBranch GetCommit GetRepository GetUploadArchiveStatus UploadArchive',
      ),
      on('codecommit', 'shop'),
    ),
  ],
  codedeploy: [
    allow(
      spelled(
        'codedeploy',
        'GetApplication GetApplicationRevision RegisterApplicationRevision ListDeploymentGroups',
      ),
      on('codedeploy', 'application:shop'),
    ),
    allow(
      spelled('codedeploy', 'CreateDeployment GetDeployment GetDeploymentGroup ListDeployments'),
      on('codedeploy', 'deploymentgroup:shop/*'),
    ),
    allow('codedeploy:GetDeploymentConfig', on('codedeploy', 'deploymentconfig:*')),
    allow('codedeploy:ListDeploymentConfigs', '*'),
  ],
  commands: [LOGS, ...NETWORK],
  ecs: [
    allow(spelled('ecs', 'DescribeTaskDefinition RegisterTaskDefinition'), '*'),
    allow(spelled('ecs', 'DescribeServices UpdateService'), on('ecs', 'service/main/*')),
    allow('ecs:TagResource', on('ecs', 'task-definition/shop:*'), {
      StringEquals: { 'ecs:CreateAction': ['RegisterTaskDefinition'] },
    }),
    allow('iam:PassRole', WORKER, {
      StringEquals: { 'iam:PassedToService': ['ecs.amazonaws.com', 'ecs-tasks.amazonaws.com'] },
    }),
  ],
  eks: [LOGS, ...NETWORK, allow('eks:DescribeCluster', on('eks', 'cluster/main'))],
  'lambda-deploy': [
    LOGS,
    allow(
      spelled(
        'lambda',
        'GetAlias GetFunctionConfiguration GetProvisionedConcurrencyConfig PublishVersion UpdateAlias UpdateFunctionCode',
      ),
      on('lambda', 'function:check', 'function:check:*'),
    ),
    allow('cloudwatch:DescribeAlarms', on('cloudwatch', 'alarm:errors')),
  ],
  'lambda-invoke': [
    allow('lambda:InvokeFunction', on('lambda', 'function:check')),
    allow('lambda:ListFunctions', '*'),
  ],
  manual: [allow('sns:Publish', on('sns', 'approvals'))],
  's3-deploy': [
    allow(spelled('s3', 'GetBucketVersioning GetBucketAcl GetBucketLocation'), 'arn:aws:s3:::other', OWN),
    allow(
      spelled('s3', 'PutObject PutObjectAcl PutObjectVersionAcl GetObjectTagging PutObjectTagging'),
      'arn:aws:s3:::other/*',
      OWN,
    ),
    allow(spelled('kms', 'GenerateDataKey Decrypt'), '*'),
  ],
  's3-source': [
    allow(spelled('s3', 'GetBucketVersioning GetBucketAcl GetBucketLocation'), 'arn:aws:s3:::other', OWN),
    allow(
      spelled('s3', 'GetObject GetObjectVersion GetObjectTagging GetObjectVersionTagging'),
      'arn:aws:s3:::other/*',
      OWN,
    ),
  ],
  'step-functions': [
    allow(spelled('states', 'DescribeStateMachine StartExecution'), on('states', 'stateMachine:check')),
    allow('states:DescribeExecution', on('states', 'execution:check:*')),
  ],
};

it.each(Object.keys(STATEMENTS))('%s works with them', (id) => {
  const provider = PROVIDERS.find((one) => one.id === id);
  const sample = SAMPLES[id];
  if (provider === undefined || sample === undefined) throw new Error(`no sample of ${id}`);
  const { configuration, inputs = [], outputs = [], facts = [], services = [] } = sample;
  const trusted = trust({ Service: [...services, 'ec2.amazonaws.com'], AWS: WORKER });
  const said = checkAction({
    action: { type: [provider.category, provider.owner, provider.provider], configuration, inputs, outputs },
    facts: [...facts, inProfile(role(HUB, 'worker', trusted, allow('*', '*')), PROFILE)],
    definition: { pipelineType: 'V2' },
    may: STATEMENTS[id] ?? [],
  });
  expect(said.state, said.answer).toBe('works');
});
