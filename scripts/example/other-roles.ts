// Everybody else: the roles, users and groups that any company's accounts fill up with over the years.
import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  CreateUserCommand,
  type IAMClient,
  PutGroupPolicyCommand,
  PutRolePermissionsBoundaryCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import {
  type Accounts,
  bucketArn,
  CI_DROP_BUCKET,
  EXTERNAL_ID,
  ROLE_OF_HATSTACK,
  role,
  SCANNER,
} from './company';
import { DELIVERIES, uploadRoleName } from './deliveries';
import { type AllClients, makeRole } from './delivery-roles';
import { allow, document, trust, trustService } from './policy';
import type { Keys } from './stores';

const GITLAB = 'gitlab.acme-retail.example';
const AWS_POLICY = 'arn:aws:iam::aws:policy';

/** The role that Hatstack puts on in every account, and what it may do there. */
export async function makeReadRole(
  accounts: Accounts,
  clients: AllClients,
  readOnlyPolicy: string,
): Promise<void> {
  const hub = trust(
    { AWS: `arn:aws:iam::${accounts.tools}:root` },
    { StringEquals: { 'sts:ExternalId': EXTERNAL_ID } },
  );
  for (const { iam } of [clients.tools, clients.dev, clients.staging, clients.prod]) {
    await makeRole(iam, ROLE_OF_HATSTACK, hub, 'Reads what Hatstack shows', [['read', readOnlyPolicy]]);
  }
}

/** The user that starts the scan. @returns the access key */
export async function makeScanner(iam: IAMClient): Promise<{ accessKeyId: string; secretAccessKey: string }> {
  await iam.send(new CreateUserCommand({ UserName: SCANNER }));
  const roles = `arn:aws:iam::*:role/${ROLE_OF_HATSTACK}`;
  const policy = document(allow('PutOnReadRoles', 'sts:AssumeRole', roles));
  await iam.send(new PutUserPolicyCommand({ UserName: SCANNER, PolicyName: 'scan', PolicyDocument: policy }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: SCANNER }));
  return { accessKeyId: AccessKey?.AccessKeyId ?? '', secretAccessKey: AccessKey?.SecretAccessKey ?? '' };
}

/** GitLab's jobs on a project's main branch may put its releases into the drop, and nothing else. */
export async function makeCiRoles(accounts: Accounts, iam: IAMClient, keys: Keys): Promise<void> {
  await iam.send(
    new CreateOpenIDConnectProviderCommand({
      Url: `https://${GITLAB}`,
      ClientIDList: [`https://${GITLAB}`],
      ThumbprintList: ['7d1a2f0c94be55a3f1ce60d27a8a4f0e6b3d9c18'],
    }),
  );
  for (const { name, about, source } of DELIVERIES) {
    if (source !== 'ci-drop') continue;
    const trustPolicy = document({
      Effect: 'Allow',
      Principal: { Federated: `arn:aws:iam::${accounts.tools}:oidc-provider/${GITLAB}` },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          [`${GITLAB}:aud`]: `https://${GITLAB}`,
          [`${GITLAB}:sub`]: `project_path:acme-retail/${name}:ref_type:branch:ref:main`,
        },
      },
    });
    const drop = `${bucketArn(CI_DROP_BUCKET)}/${name}/*`;
    const policy = document(
      allow('DropReleases', ['s3:PutObject', 's3:AbortMultipartUpload'], drop),
      allow('Key', ['kms:GenerateDataKey', 'kms:Decrypt'], keys.ciDrop),
    );
    await makeRole(iam, uploadRoleName(name), trustPolicy, `GitLab jobs of ${about}`, [['drop', policy]]);
  }
}

const assumeAnything = document(allow('AssumeAnyRole', 'sts:AssumeRole', '*'));

/** Service roles of the hub: name, service, and what the role may do. */
const HUB_SERVICES: readonly (readonly [name: string, service: string, actions: readonly string[]])[] = [
  ['cost-report', 'lambda', ['ce:GetCostAndUsage', 'ses:SendEmail', 'logs:*']],
  ['log-shipper', 'lambda', ['logs:*', 'firehose:PutRecordBatch']],
  ['slack-notifier', 'lambda', ['ssm:GetParameter', 'logs:*']],
  ['ami-janitor', 'lambda', ['ec2:DescribeImages', 'ec2:DeregisterImage', 'ec2:DeleteSnapshot', 'logs:*']],
  [
    'certificate-watch',
    'lambda',
    ['acm:ListCertificates', 'acm:DescribeCertificate', 'sns:Publish', 'logs:*'],
  ],
  [
    'image-scanner',
    'ecs-tasks',
    ['ecr:BatchGetImage', 'ecr:GetAuthorizationToken', 'ecr:GetDownloadUrlForLayer'],
  ],
  ['gitlab-runner', 'ec2', ['s3:GetObject', 's3:PutObject', 'ecr:GetAuthorizationToken']],
  ['sonarqube', 'ec2', ['ssm:GetParameter', 'logs:PutLogEvents']],
  ['artifactory', 'ec2', ['s3:GetObject', 's3:PutObject', 's3:ListBucket']],
  ['start-pipelines', 'events', ['codepipeline:StartPipelineExecution']],
  ['backup', 'backup', ['backup:StartBackupJob', 'ec2:CreateSnapshot']],
  ['config-recorder', 'config', ['config:Put*', 's3:PutObject']],
  ['flow-logs', 'vpc-flow-logs', ['logs:CreateLogStream', 'logs:PutLogEvents']],
];

/** Roles of the hub that may put on roles elsewhere: the reason why a trust in the whole hub matters. */
async function makeHubOperators(accounts: Accounts, iam: IAMClient): Promise<void> {
  const ec2 = trustService('ec2');
  const billingRole = role(accounts.prod, 'billing-batch-deploy');
  await makeRole(iam, 'bastion', ec2, 'Jump host of the platform team', [['assume', assumeAnything]]);
  await makeRole(iam, 'jenkins-agent', ec2, 'Old Jenkins, kept for two jobs', [['assume', assumeAnything]]);
  await makeRole(
    iam,
    'terraform',
    trust({ AWS: `arn:aws:iam::${accounts.tools}:role/gitlab-runner` }),
    'Terraform runs',
    [['assume', document(allow('AssumeInOrganization', 'sts:AssumeRole', 'arn:aws:iam::*:role/*'))]],
  );
  await makeRole(iam, 'invoice-replay', trustService('lambda'), 'Runs a month of invoices again', [
    ['assume', document(allow('Billing', 'sts:AssumeRole', billingRole), allow('Logs', 'logs:*', '*'))],
  ]);
  await makeRole(iam, 'incident-runbooks', trustService('ssm'), 'Runbooks of the on-call', [
    ['assume', document(allow('DeployRoles', 'sts:AssumeRole', 'arn:aws:iam::*:role/*-deploy'))],
  ]);
}

async function makeSingleSignOn(account: string, iam: IAMClient, isHub: boolean): Promise<void> {
  const saml = `arn:aws:iam::${account}:saml-provider/AWSSSO_5b0c7d1e9f3a2468_DO_NOT_DELETE`;
  const trustPolicy = document({
    Effect: 'Allow',
    Principal: { Federated: saml },
    Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
    Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
  });
  const path = '/aws-reserved/sso.amazonaws.com/';
  const sets: readonly (readonly [name: string, policy: string])[] = [
    ['AWSReservedSSO_Administrator_3f6d1b0a9c8e7d52', 'AdministratorAccess'],
    ['AWSReservedSSO_ReadOnly_a1c47e90b2d83f65', 'job-function/ViewOnlyAccess'],
    ...(isHub ? ([['AWSReservedSSO_Billing_0e9d4c7b6a513f28', 'job-function/Billing']] as const) : []),
  ];
  for (const [name, policy] of sets) {
    await makeRole(iam, name, trustPolicy, '', [], path);
    await iam.send(new AttachRolePolicyCommand({ RoleName: name, PolicyArn: `${AWS_POLICY}/${policy}` }));
  }
}

async function makeHubPeople(iam: IAMClient): Promise<void> {
  for (const UserName of [
    'anna.kowalski',
    'ben.okafor',
    'chiara.rossi',
    'jenkins-legacy',
    'backup-nas',
    'statuspage',
  ]) {
    await iam.send(new CreateUserCommand({ UserName }));
  }
  await iam.send(new CreateGroupCommand({ GroupName: 'platform-engineers' }));
  await iam.send(
    new AttachGroupPolicyCommand({
      GroupName: 'platform-engineers',
      PolicyArn: `${AWS_POLICY}/IAMReadOnlyAccess`,
    }),
  );
  const PolicyName = 'assume';
  await iam.send(
    new PutGroupPolicyCommand({
      GroupName: 'platform-engineers',
      PolicyName,
      PolicyDocument: assumeAnything,
    }),
  );
  for (const UserName of ['anna.kowalski', 'ben.okafor', 'chiara.rossi']) {
    await iam.send(new AddUserToGroupCommand({ GroupName: 'platform-engineers', UserName }));
  }
  await iam.send(
    new PutUserPolicyCommand({ UserName: 'jenkins-legacy', PolicyName, PolicyDocument: assumeAnything }),
  );
  await iam.send(new CreateAccessKeyCommand({ UserName: 'jenkins-legacy' }));
}

/** Developers may do much, but only inside the fence of a permissions boundary. */
async function makeDevelopers(account: string, iam: IAMClient): Promise<void> {
  const fence = document(
    allow('Services', ['cloudformation:*', 'dynamodb:*', 'lambda:*', 'logs:*', 's3:*', 'sqs:*'], '*'),
    { Sid: 'NoIam', Effect: 'Deny', Action: ['iam:*', 'sts:AssumeRole'], Resource: '*' },
  );
  await iam.send(new CreatePolicyCommand({ PolicyName: 'developer-fence', PolicyDocument: fence }));
  await makeRole(iam, 'developer', trust({ AWS: `arn:aws:iam::${account}:root` }), 'Developers', []);
  await iam.send(
    new AttachRolePolicyCommand({ RoleName: 'developer', PolicyArn: `${AWS_POLICY}/PowerUserAccess` }),
  );
  const PermissionsBoundary = `arn:aws:iam::${account}:policy/developer-fence`;
  await iam.send(new PutRolePermissionsBoundaryCommand({ RoleName: 'developer', PermissionsBoundary }));
}

/** All who have nothing to do with pipelines, at least not on purpose. */
export async function makeEverybodyElse(accounts: Accounts, clients: AllClients): Promise<void> {
  for (const [name, service, actions] of HUB_SERVICES) {
    await makeRole(clients.tools.iam, name, trustService(service), '', [
      [name, document(allow('Work', actions, '*'))],
    ]);
  }
  await makeHubOperators(accounts, clients.tools.iam);
  await makeHubPeople(clients.tools.iam);
  for (const name of ['tools', 'dev', 'staging', 'prod'] as const) {
    await makeSingleSignOn(accounts[name], clients[name].iam, name === 'tools');
  }
  for (const name of ['dev', 'staging'] as const) await makeDevelopers(accounts[name], clients[name].iam);
  await makeRole(
    clients.prod.iam,
    'datadog-integration',
    trust({ AWS: 'arn:aws:iam::464622532012:root' }, { StringEquals: { 'sts:ExternalId': 'b6f1d2e07c' } }),
    'Monitoring',
    [['metrics', document(allow('Metrics', ['cloudwatch:Get*', 'cloudwatch:List*', 'ec2:Describe*'], '*'))]],
  );
}
