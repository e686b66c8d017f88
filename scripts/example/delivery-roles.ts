// Makes the hats of every delivery: pipeline role, action roles, CloudFormation execution roles, each as small as it can be.
import { CreateRoleCommand, type IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  type AccountName,
  type Accounts,
  ASSETS_BUCKET,
  artifactBucket,
  bucketArn,
  CI_DROP_BUCKET,
  type CompanyRegion,
  FEED_BUCKET,
  HANDBOOK_BUCKET,
  role,
} from './company';
import {
  DELIVERIES,
  type Delivery,
  deployRoleName,
  executionRoleName,
  pipelineRoleName,
  regionsOf,
  stepsElsewhere,
} from './deliveries';
import type { AccountClients } from './emulator';
import { connectionArn } from './pipelines';
import { allow, document, type Statement, trust, trustService } from './policy';
import type { Keys } from './stores';

const READ = ['s3:GetObject', 's3:GetObjectVersion'];
const LOOK = ['s3:GetBucketVersioning', 's3:GetBucketLocation', 's3:GetBucketAcl'];
const STACKS = [
  'cloudformation:CreateStack',
  'cloudformation:UpdateStack',
  'cloudformation:DescribeStacks',
  'cloudformation:DescribeStackEvents',
  'cloudformation:DescribeStackResources',
  'cloudformation:GetTemplate',
  'cloudformation:CreateChangeSet',
  'cloudformation:DeleteChangeSet',
  'cloudformation:DescribeChangeSet',
  'cloudformation:ExecuteChangeSet',
];

export type AllClients = { readonly [name in AccountName]: AccountClients };

/** The roles of every delivery, in all accounts that it reaches. */
export async function makeDeliveryRoles(accounts: Accounts, clients: AllClients, keys: Keys): Promise<void> {
  for (const delivery of DELIVERIES) {
    const name = pipelineRoleName(delivery);
    await makeRole(
      clients.tools.iam,
      name,
      trustService('codepipeline'),
      `Runs the pipeline of ${delivery.about}`,
      [[name, document(...pipelineStatements(accounts, keys, delivery))]],
    );
    for (const account of new Set(stepsElsewhere(delivery).map((step) => step.account))) {
      await makeActionRoles(accounts, clients[account].iam, keys, delivery, account);
    }
  }
}

/** One role with its inline policies. */
export async function makeRole(
  iam: IAMClient,
  RoleName: string,
  AssumeRolePolicyDocument: string,
  Description: string,
  policies: readonly (readonly [name: string, document: string])[],
  Path = '/',
): Promise<void> {
  await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument, Description, Path }));
  for (const [PolicyName, PolicyDocument] of policies) {
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument }));
  }
}

function pipelineStatements(accounts: Accounts, keys: Keys, delivery: Delivery): Statement[] {
  const regions = regionsOf(delivery);
  const stores = regions.map((region) => bucketArn(artifactBucket(region)));
  const actionRoles = stepsElsewhere(delivery).map(({ account }) =>
    role(accounts[account], deployRoleName(delivery)),
  );
  return [
    allow(
      'Artifacts',
      [...READ, 's3:PutObject', 's3:PutObjectAcl'],
      stores.map((store) => `${store}/*`),
    ),
    allow('ArtifactStores', LOOK, stores),
    allow(
      'ArtifactKeys',
      ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
      regions.map((region) => keys.artifacts[region]),
    ),
    ...(actionRoles.length > 0
      ? [allow('PutOnActionRoles', 'sts:AssumeRole', [...new Set(actionRoles)])]
      : handbookStatements()),
    ...sourceStatements(accounts, keys, delivery),
    ...(delivery.build ? [buildStatement(accounts, delivery.region, delivery.build)] : []),
  ];
}

function handbookStatements(): Statement[] {
  const bucket = bucketArn(HANDBOOK_BUCKET);
  return [
    allow('UploadPages', ['s3:PutObject', 's3:PutObjectTagging'], `${bucket}/*`),
    allow('HandbookBucket', LOOK, bucket),
  ];
}

function sourceStatements(accounts: Accounts, keys: Keys, { name, source }: Delivery): Statement[] {
  if (source === 'connection') {
    const only = { StringEquals: { 'codestar-connections:FullRepositoryId': `acme-retail/${name}` } };
    return [allow('Repository', 'codestar-connections:UseConnection', connectionArn(accounts), only)];
  }
  const bucket = bucketArn(source === 'feeds' ? FEED_BUCKET : CI_DROP_BUCKET);
  return [
    allow('Releases', [...READ, 's3:GetObjectTagging', 's3:GetObjectVersionTagging'], `${bucket}/${name}/*`),
    allow('SourceBucket', LOOK, bucket),
    ...(source === 'ci-drop' ? [allow('SourceKey', 'kms:Decrypt', keys.ciDrop)] : []),
  ];
}

function buildStatement(accounts: Accounts, region: CompanyRegion, project: string): Statement {
  const arn = `arn:aws:codebuild:${region}:${accounts.tools}:project/${project}`;
  return allow('Build', ['codebuild:StartBuild', 'codebuild:StopBuild', 'codebuild:BatchGetBuilds'], arn);
}

async function makeActionRoles(
  accounts: Accounts,
  iam: IAMClient,
  keys: Keys,
  delivery: Delivery,
  account: AccountName,
): Promise<void> {
  const steps = delivery.steps.filter((step) => step.account === account);
  const regions = [...new Set(steps.map(({ region }) => region))];
  const stores = regions.map((region) => bucketArn(artifactBucket(region)));
  const isStack = steps.some(({ does }) => does === 'stack' || does === 'change-set');
  const execution = executionRoleName(delivery);
  const name = deployRoleName(delivery);
  const statements = [
    allow(
      'ReadArtifacts',
      READ,
      stores.map((store) => `${store}/*`),
    ),
    allow('ArtifactStores', ['s3:GetBucketLocation', 's3:GetBucketVersioning', 's3:ListBucket'], stores),
    allow(
      'ArtifactKeys',
      ['kms:Decrypt', 'kms:DescribeKey'],
      regions.map((region) => keys.artifacts[region]),
    ),
    ...(isStack ? stackStatements(accounts[account], regions, delivery) : []),
    ...(steps.some(({ does }) => does === 'upload') ? uploadStatements(keys) : []),
    ...(steps.some(({ does }) => does === 'codedeploy')
      ? [codeDeployStatement(accounts[account], regions, delivery)]
      : []),
  ];
  await makeRole(iam, name, trustOf(accounts, delivery, account), `Delivers ${delivery.about}`, [
    [name, document(...statements)],
  ]);
  if (!isStack) return;
  await makeRole(
    iam,
    execution,
    trustService('cloudformation'),
    `What the stack of ${delivery.about} is made with`,
    [[execution, document(...stackResources(accounts[account], delivery.name))]],
  );
}

/** What the stack makes, all of it named after the delivery. */
function stackResources(account: string, name: string): readonly Statement[] {
  const roles = ['GetRole', 'PassRole', 'CreateRole', 'DeleteRole', 'PutRolePolicy'];
  return [
    allow('Apis', 'apigateway:*', 'arn:aws:apigateway:*::/*'),
    allow('Tables', 'dynamodb:*', `arn:aws:dynamodb:*:${account}:table/${name}-*`),
    allow('Rules', 'events:*', `arn:aws:events:*:${account}:rule/${name}-*`),
    allow('Functions', 'lambda:*', `arn:aws:lambda:*:${account}:function:${name}-*`),
    allow('Logs', 'logs:*', `arn:aws:logs:*:${account}:log-group:/aws/lambda/${name}-*`),
    allow('Queues', 'sqs:*', `arn:aws:sqs:*:${account}:${name}-*`),
    allow(
      'Roles',
      roles.map((action) => `iam:${action}`),
      role(account, `${name}/*`),
    ),
  ];
}

/** Three teams, three ways: the pipeline's role by name, the whole hub account, and a company that asks for an external id. */
function trustOf(accounts: Accounts, delivery: Delivery, account: AccountName): string {
  const hub = `arn:aws:iam::${accounts.tools}:root`;
  if (delivery.name === 'billing-batch' && account === 'prod') return trust({ AWS: hub }, {});
  const AWS = role(accounts.tools, pipelineRoleName(delivery));
  if (delivery.name === 'gift-cards' && account === 'staging') {
    return trust({ AWS }, { StringEquals: { 'sts:ExternalId': 'giftly-2024-acme' } });
  }
  return trust({ AWS });
}

function stackStatements(account: string, regions: readonly string[], delivery: Delivery): Statement[] {
  const stacks = regions.map(
    (region) => `arn:aws:cloudformation:${region}:${account}:stack/${delivery.name}/*`,
  );
  return [
    allow('Stacks', STACKS, stacks),
    allow('Templates', 'cloudformation:ValidateTemplate', '*'),
    allow('PassExecutionRole', 'iam:PassRole', role(account, executionRoleName(delivery)), {
      StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' },
    }),
  ];
}

function uploadStatements(keys: Keys): Statement[] {
  const bucket = bucketArn(ASSETS_BUCKET);
  return [
    allow('UploadAssets', ['s3:PutObject', 's3:PutObjectTagging'], `${bucket}/*`),
    allow('AssetsBucket', LOOK, bucket),
    allow('AssetsKey', ['kms:GenerateDataKey', 'kms:Decrypt'], keys.assets),
  ];
}

function codeDeployStatement(account: string, regions: readonly string[], { name }: Delivery): Statement {
  const actions = [
    'CreateDeployment',
    'GetDeployment',
    'GetDeploymentConfig',
    'GetApplicationRevision',
    'RegisterApplicationRevision',
  ];
  const resources = regions.flatMap((region) => {
    const arn = `arn:aws:codedeploy:${region}:${account}`;
    return [`${arn}:application:${name}`, `${arn}:deploymentgroup:${name}/*`, `${arn}:deploymentconfig:*`];
  });
  return allow(
    'Deployments',
    actions.map((action) => `codedeploy:${action}`),
    resources,
  );
}
