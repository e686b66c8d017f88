// What the pipelines start, and what starts them: a build project, deployment groups, stacks, event rules.
import { CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { CreateProjectCommand } from '@aws-sdk/client-codebuild';
import { CreateApplicationCommand, CreateDeploymentGroupCommand } from '@aws-sdk/client-codedeploy';
import { RunInstancesCommand } from '@aws-sdk/client-ec2';
import { PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { AddRoleToInstanceProfileCommand, CreateInstanceProfileCommand } from '@aws-sdk/client-iam';
import {
  type Accounts,
  artifactBucket,
  bucketArn,
  CI_DROP_BUCKET,
  type CompanyRegion,
  FEED_BUCKET,
  role,
} from './company';
import { DELIVERIES, type Delivery, executionRoleName, machineRoleName } from './deliveries';
import { type AllClients, makeRole } from './delivery-roles';
import type { AccountClients } from './emulator';
import { allow, document, type Statement, trustService } from './policy';
import type { Keys } from './stores';

/** One of the hub's service roles. */
const STARTER = 'start-pipelines';
const SHOPS = 'shops-codedeploy';
const TEMPLATE = JSON.stringify({ Resources: { Alarms: { Type: 'AWS::SNS::Topic' } } });

/** Everything that hangs on the deliveries beside their roles and stores. */
export async function makeStarted(accounts: Accounts, clients: AllClients, keys: Keys): Promise<void> {
  for (const delivery of DELIVERIES) {
    if (delivery.build) await makeBuild(accounts, clients, keys, delivery, delivery.build);
    await makeStacks(accounts, clients, delivery);
    await makeDeploymentGroups(accounts, clients, keys, delivery);
  }
  await makeRules(accounts, clients);
}

async function makeBuild(
  accounts: Accounts,
  { tools }: AllClients,
  keys: Keys,
  { region, about }: Delivery,
  name: string,
): Promise<void> {
  const store = bucketArn(artifactBucket(region));
  const key = keys.artifacts[region];
  const statements: readonly Statement[] = [
    allow('Artifacts', ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'], `${store}/loyalty-api/*`),
    allow('ArtifactStore', ['s3:GetBucketLocation', 's3:GetBucketAcl'], store),
    allow('ArtifactKey', ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'], key),
    allow(
      'Log',
      ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      `arn:aws:logs:${region}:${accounts.tools}:log-group:/aws/codebuild/${name}:*`,
    ),
    allow('Settings', 'ssm:GetParameters', `arn:aws:ssm:${region}:${accounts.tools}:parameter/loyalty-api/*`),
  ];
  await makeRole(tools.iam, name, trustService('codebuild', accounts.tools), `Builds ${about}`, [
    [name, document(...statements)],
  ]);
  await tools.codebuild(region).send(
    new CreateProjectCommand({
      name,
      serviceRole: role(accounts.tools, name),
      encryptionKey: key,
      source: { type: 'CODEPIPELINE', buildspec: 'ci/buildspec.yml' },
      artifacts: { type: 'CODEPIPELINE' },
      environment: {
        type: 'LINUX_CONTAINER',
        computeType: 'BUILD_GENERAL1_SMALL',
        image: 'aws/codebuild/amazonlinux-x86_64-standard:5.0',
        environmentVariables: [
          { name: 'REGISTRY_PASSWORD', value: 'reg-9fK2ExampleOnly', type: 'PLAINTEXT' },
          { name: 'FEATURE_FLAGS', value: '/loyalty-api/feature-flags', type: 'PARAMETER_STORE' },
        ],
      },
    }),
  );
}

/** Every stack exists already, with the execution role of its delivery. */
async function makeStacks(accounts: Accounts, clients: AllClients, delivery: Delivery): Promise<void> {
  for (const { account, region, does } of delivery.steps) {
    if (does !== 'stack' && does !== 'change-set') continue;
    await clients[account].cloudformation(region).send(
      new CreateStackCommand({
        StackName: delivery.name,
        TemplateBody: TEMPLATE,
        RoleARN: role(accounts[account], executionRoleName(delivery)),
      }),
    );
  }
}

async function makeDeploymentGroups(
  accounts: Accounts,
  clients: AllClients,
  keys: Keys,
  delivery: Delivery,
): Promise<void> {
  const { name, steps } = delivery;
  for (const { account, region, does } of steps) {
    if (does !== 'codedeploy') continue;
    const finds = ['ec2:DescribeInstances', 'ec2:DescribeInstanceStatus', 'tag:GetResources'];
    await makeRole(
      clients[account].iam,
      SHOPS,
      trustService('codedeploy', accounts[account]),
      'Deploys to the tills',
      [[SHOPS, document(allow('Tills', finds, '*'))]],
    );
    const codedeploy = clients[account].codedeploy(region);
    await codedeploy.send(new CreateApplicationCommand({ applicationName: name, computePlatform: 'Server' }));
    await codedeploy.send(
      new CreateDeploymentGroupCommand({
        applicationName: name,
        deploymentGroupName: account,
        deploymentConfigName: 'CodeDeployDefault.OneAtATime',
        serviceRoleArn: role(accounts[account], SHOPS),
        ec2TagFilters: [{ Key: 'app', Value: name, Type: 'KEY_AND_VALUE' }],
      }),
    );
    await makeTills(clients[account], keys, delivery, region);
  }
}

/** Two tills; each fetches the release with the role of its profile. */
async function makeTills(
  { iam, ec2 }: AccountClients,
  keys: Keys,
  delivery: Delivery,
  region: CompanyRegion,
): Promise<void> {
  const name = machineRoleName(delivery);
  const fetch = [
    allow('FetchReleases', ['s3:GetObject', 's3:GetObjectVersion'], `${bucketArn(artifactBucket(region))}/*`),
    allow('ArtifactKey', 'kms:Decrypt', keys.artifacts[region]),
  ];
  await makeRole(iam, name, trustService('ec2'), `Runs ${delivery.about}`, [[name, document(...fetch)]]);
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: name }));
  await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: name, RoleName: name }));
  for (const till of ['till-1', 'till-2']) {
    const Tags = [
      { Key: 'app', Value: delivery.name },
      { Key: 'Name', Value: till },
    ];
    await ec2(region).send(
      new RunInstancesCommand({
        ImageId: 'ami-12c6146b',
        MinCount: 1,
        MaxCount: 1,
        IamInstanceProfile: { Name: name },
        TagSpecifications: [{ ResourceType: 'instance', Tags }],
      }),
    );
  }
}

/** A release that arrives in a bucket starts its pipeline; those behind a connection need no rule. */
async function makeRules(accounts: Accounts, { tools }: AllClients): Promise<void> {
  const pipeline = ({ region, name }: Delivery) => `arn:aws:codepipeline:${region}:${accounts.tools}:${name}`;
  const started = DELIVERIES.filter(({ source }) => source !== 'connection');
  for (const delivery of started) {
    const events = tools.eventbridge(delivery.region);
    const name = `${delivery.name}-release`;
    const bucket = delivery.source === 'feeds' ? FEED_BUCKET : CI_DROP_BUCKET;
    const EventPattern = JSON.stringify({
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: { bucket: { name: [bucket] }, object: { key: [`${delivery.name}/release.zip`] } },
    });
    await events.send(new PutRuleCommand({ Name: name, EventPattern, State: 'ENABLED' }));
    const RoleArn = role(accounts.tools, STARTER);
    const Targets = [{ Id: 'pipeline', Arn: pipeline(delivery), RoleArn }];
    await events.send(new PutTargetsCommand({ Rule: name, Targets }));
  }
}
