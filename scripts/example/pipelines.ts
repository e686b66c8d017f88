// Writes the pipelines that deliver, as CodePipeline wants them.
import {
  type ActionDeclaration,
  CreatePipelineCommand,
  type PipelineDeclaration,
  type StageDeclaration,
} from '@aws-sdk/client-codepipeline';
import {
  type Accounts,
  ASSETS_BUCKET,
  artifactBucket,
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
  type Step,
} from './deliveries';
import { type AccountClients, post } from './emulator';
import type { Keys } from './stores';

const OWNER = { owner: 'AWS', version: '1' } as const;

/** All pipelines, in the tools account, and the connection that one of them uses: the emulator has no service that makes any. */
export async function makePipelines(
  endpoint: string,
  accounts: Accounts,
  tools: AccountClients,
  keys: Keys,
): Promise<void> {
  await post(`${endpoint}/example/connection`, {
    ConnectionArn: connectionArn(accounts),
    ConnectionName: 'github',
    ConnectionStatus: 'AVAILABLE',
    ProviderType: 'GitHub',
    OwnerAccountId: accounts.tools,
  });
  for (const delivery of DELIVERIES) {
    const client = tools.codepipeline(delivery.region);
    const pipeline = pipelineOf(accounts, keys, delivery);
    await client.send(new CreatePipelineCommand({ pipeline, tags: [{ key: 'team', value: delivery.name }] }));
  }
}

/** The connection to the company's GitHub organisation, made by hand in the console. */
export function connectionArn(accounts: Accounts): string {
  return `arn:aws:codestar-connections:eu-west-1:${accounts.tools}:connection/6f3d2b1a-8c47-4e59-9a10-2d7be5f0c384`;
}

function pipelineOf(accounts: Accounts, keys: Keys, delivery: Delivery): PipelineDeclaration {
  const regions = regionsOf(delivery);
  const store = (region: CompanyRegion) => ({
    type: 'S3' as const,
    location: artifactBucket(region),
    encryptionKey: { id: keys.artifacts[region], type: 'KMS' as const },
  });
  const isOneRegion = regions.length === 1;
  return {
    name: delivery.name,
    roleArn: role(accounts.tools, pipelineRoleName(delivery)),
    ...(isOneRegion
      ? { artifactStore: store(delivery.region) }
      : { artifactStores: Object.fromEntries(regions.map((region) => [region, store(region)])) }),
    stages: stagesOf(accounts, keys, delivery),
    pipelineType: 'V2',
    executionMode: 'SUPERSEDED',
  };
}

function stagesOf(accounts: Accounts, keys: Keys, delivery: Delivery): StageDeclaration[] {
  const stages: StageDeclaration[] = [{ name: 'Source', actions: [sourceOf(accounts, delivery)] }];
  if (delivery.build) stages.push({ name: 'Build', actions: [buildOf(delivery.build)] });
  for (const stage of new Set(delivery.steps.map((step) => step.stage))) {
    if (stage === delivery.approvalBefore) stages.push({ name: 'Approve', actions: [approvalOf(delivery)] });
    const steps = delivery.steps.filter((step) => step.stage === stage);
    stages.push({ name: stage, actions: steps.flatMap((step) => actionsOf(accounts, keys, delivery, step)) });
  }
  return stages;
}

function sourceOf(accounts: Accounts, { name, source, region }: Delivery): ActionDeclaration {
  const place = { name: 'Release', runOrder: 1, outputArtifacts: [{ name: 'Release' }], namespace: 'Source' };
  if (source === 'connection') {
    return {
      ...place,
      region,
      actionTypeId: { ...OWNER, category: 'Source', provider: 'CodeStarSourceConnection' },
      configuration: {
        ConnectionArn: connectionArn(accounts),
        FullRepositoryId: `acme-retail/${name}`,
        BranchName: 'main',
        OutputArtifactFormat: 'CODE_ZIP',
        DetectChanges: 'true',
      },
    };
  }
  return {
    ...place,
    region,
    actionTypeId: { ...OWNER, category: 'Source', provider: 'S3' },
    configuration: {
      S3Bucket: source === 'feeds' ? FEED_BUCKET : CI_DROP_BUCKET,
      S3ObjectKey: `${name}/release.zip`,
      PollForSourceChanges: 'false',
    },
  };
}

function buildOf(ProjectName: string): ActionDeclaration {
  return {
    name: 'Build',
    runOrder: 1,
    actionTypeId: { ...OWNER, category: 'Build', provider: 'CodeBuild' },
    configuration: {
      ProjectName,
      EnvironmentVariables: JSON.stringify([
        { name: 'NPM_TOKEN', value: 'npm_4rTqkW2v9bExampleOnly', type: 'PLAINTEXT' },
        { name: 'SENTRY_DSN', value: '/loyalty-api/sentry-dsn', type: 'PARAMETER_STORE' },
      ]),
    },
    inputArtifacts: [{ name: 'Release' }],
    outputArtifacts: [{ name: 'Packaged' }],
  };
}

function approvalOf({ about }: Delivery): ActionDeclaration {
  return {
    name: 'Approve-Release',
    runOrder: 1,
    actionTypeId: { ...OWNER, category: 'Approval', provider: 'Manual' },
    configuration: { CustomData: `Release of ${about}: staging looked at?` },
  };
}

function actionsOf(accounts: Accounts, keys: Keys, delivery: Delivery, step: Step): ActionDeclaration[] {
  const input = delivery.build ? 'Packaged' : 'Release';
  const place = {
    name: step.action,
    runOrder: step.runOrder ?? 1,
    ...(step.account === 'tools' ? {} : { roleArn: role(accounts[step.account], deployRoleName(delivery)) }),
    region: step.region,
    inputArtifacts: [{ name: input }],
  };
  if (step.does === 'upload') {
    const configuration =
      step.account === 'tools'
        ? { BucketName: HANDBOOK_BUCKET, Extract: 'true' }
        : { BucketName: ASSETS_BUCKET, Extract: 'true', KMSEncryptionKeyARN: keys.assets };
    return [{ ...place, actionTypeId: { ...OWNER, category: 'Deploy', provider: 'S3' }, configuration }];
  }
  if (step.does === 'codedeploy') {
    const configuration = { ApplicationName: delivery.name, DeploymentGroupName: step.account };
    return [
      { ...place, actionTypeId: { ...OWNER, category: 'Deploy', provider: 'CodeDeploy' }, configuration },
    ];
  }
  const actionTypeId = { ...OWNER, category: 'Deploy', provider: 'CloudFormation' } as const;
  const stack = { StackName: delivery.name };
  const template = {
    ...stack,
    TemplatePath: `${input}::template.yaml`,
    TemplateConfiguration: `${input}::${step.account}.json`,
    Capabilities: 'CAPABILITY_NAMED_IAM',
    RoleArn: role(accounts[step.account], executionRoleName(delivery)),
  };
  if (step.does === 'stack')
    return [{ ...place, actionTypeId, configuration: { ActionMode: 'CREATE_UPDATE', ...template } }];
  const changeSet = { ChangeSetName: `${delivery.name}-release` };
  const { inputArtifacts: _, ...placeOfExecution } = place;
  return [
    {
      ...place,
      name: `${step.action}-Prepare`,
      actionTypeId,
      configuration: { ActionMode: 'CHANGE_SET_REPLACE', ...changeSet, ...template },
    },
    {
      ...placeOfExecution,
      name: `${step.action}-Execute`,
      runOrder: 2,
      actionTypeId,
      configuration: { ActionMode: 'CHANGE_SET_EXECUTE', ...changeSet, ...stack },
    },
  ];
}
