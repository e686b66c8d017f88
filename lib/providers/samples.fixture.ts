// Test support: for every provider of the catalogue a configuration in which all that it may need turns up.
import { bucket, HUB } from '@/lib/model/snapshot.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import {
  CONNECTION,
  cluster,
  connection,
  fact,
  GROUP,
  group,
  IN,
  instances,
  lambda,
  machine,
  machineArn,
  OUT,
  project,
  service,
  stackSet,
  TOPIC,
  task,
  WORKER,
} from './sample-things.fixture';

export interface ProviderSample {
  readonly configuration: { readonly [key: string]: string };
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
  /** The resources on which it hangs, each with a role `worker`. */
  readonly facts?: readonly Fact[];
  /** The services that the role `worker` trusts. */
  readonly services?: readonly string[];
  /** What stays open even where everything is allowed: the reason. */
  readonly open?: RegExp;
  /** What is wrong with such an action whatever is allowed. */
  readonly broken?: RegExp;
  /** No permission of its own beside the artifacts. */
  readonly asksNothing?: boolean;
  /** What its configuration says makes no difference to who may do it. */
  readonly isIndifferent?: boolean;
}

/** By the id of the provider; the catalogue's test insists that none is missing. */
export const SAMPLES: { readonly [id: string]: ProviderSample } = {
  'alexa-skills-kit': { configuration: { SkillId: 's' }, inputs: IN, asksNothing: true },
  'app-config': {
    configuration: { Application: 'a', Environment: 'e', ConfigurationProfile: 'p', DeploymentStrategy: 's' },
    inputs: IN,
  },
  cloudformation: {
    configuration: {
      ActionMode: 'CREATE_UPDATE',
      StackName: 'shop',
      RoleArn: WORKER,
      TemplateConfiguration: 'source::prod.json',
      Capabilities: 'CAPABILITY_AUTO_EXPAND',
      ParameterOverrides: '{"B":{"Fn::GetArtifactAtt":["source","BucketName"]}}',
    },
    inputs: IN,
    services: ['cloudformation.amazonaws.com'],
  },
  'cloudformation-stack-instances': {
    configuration: { StackSetName: 'base', Regions: 'us-east-1', DeploymentTargets: HUB },
    facts: [stackSet],
    services: ['cloudformation.amazonaws.com'],
  },
  'cloudformation-stack-set': {
    configuration: {
      StackSetName: 'base',
      TemplatePath: 'source::base.yml',
      AdministrationRoleArn: WORKER,
      ExecutionRoleName: 'worker',
      DeploymentTargets: HUB,
    },
    inputs: IN,
    services: ['cloudformation.amazonaws.com'],
  },
  'codebuild-build': {
    configuration: { ProjectName: 'shop', BatchEnabled: 'true' },
    inputs: IN,
    outputs: OUT,
    facts: [project],
    services: ['codebuild.amazonaws.com'],
  },
  'codebuild-test': {
    configuration: { ProjectName: 'shop' },
    inputs: IN,
    facts: [project],
    services: ['codebuild.amazonaws.com'],
  },
  codecommit: { configuration: { RepositoryName: 'shop', BranchName: 'main' }, outputs: OUT },
  codedeploy: {
    configuration: GROUP,
    inputs: IN,
    facts: [group('Server'), instances(`arn:aws:codedeploy:us-east-1:${HUB}:deploymentgroup:shop/blue`)],
    services: ['codedeploy.amazonaws.com', 'ec2.amazonaws.com'],
  },
  'codedeploy-to-ecs': {
    configuration: GROUP,
    inputs: IN,
    facts: [group('ECS'), service, task],
    services: ['codedeploy.amazonaws.com', 'ecs-tasks.amazonaws.com'],
  },
  'codepipeline-invoke': { configuration: { PipelineName: 'next' } },
  'codestar-source-connection': {
    configuration: { ConnectionArn: CONNECTION, FullRepositoryId: 'acme/shop', BranchName: 'main' },
    outputs: OUT,
    facts: [connection],
  },
  commands: {
    configuration: { VpcId: 'vpc-1', Subnets: 'subnet-1' },
    inputs: IN,
    outputs: OUT,
    isIndifferent: true,
  },
  'device-farm': { configuration: { ProjectId: 'p', DevicePoolArn: 'd' }, inputs: IN },
  'ec2-deploy': {
    configuration: {
      InstanceTagKey: 'app',
      InstanceTagValue: 'shop',
      InstanceType: 'EC2',
      TargetGroupNameList: 'shop',
    },
    inputs: IN,
    facts: [instances(`arn:aws:ec2:us-east-1:${HUB}:instance/tag:app=shop`)],
    services: ['ec2.amazonaws.com'],
  },
  'ecr-build-and-publish': { configuration: { ECRRepositoryName: 'shop' }, inputs: IN },
  'ecr-source': { configuration: { RepositoryName: 'shop' }, outputs: OUT },
  ecs: {
    configuration: { ClusterName: 'main', ServiceName: 'shop' },
    inputs: IN,
    facts: [service, task],
    services: ['ecs-tasks.amazonaws.com'],
  },
  eks: {
    configuration: { ClusterName: 'main', ManifestFiles: 'm.yml' },
    inputs: IN,
    facts: cluster,
  },
  'elastic-beanstalk': {
    configuration: { ApplicationName: 'shop', EnvironmentName: 'prod' },
    inputs: IN,
    facts: bucket(HUB, `elasticbeanstalk-us-east-1-${HUB}`, 'us-east-1', null),
  },
  'github-v1': { configuration: { Owner: 'acme', Repo: 'shop' }, outputs: OUT, asksNothing: true },
  'inspector-scan': {
    configuration: { InspectorRunMode: 'ECRImageScan', ECRRepositoryName: 'shop' },
    outputs: OUT,
  },
  'job-worker': { configuration: { ProjectName: 'shop' }, inputs: IN, outputs: OUT, asksNothing: true },
  'lambda-deploy': {
    configuration: { FunctionName: 'check', FunctionAlias: 'live', Alarms: 'errors' },
    inputs: IN,
    facts: [lambda],
  },
  'lambda-invoke': {
    configuration: { FunctionName: 'check' },
    inputs: IN,
    outputs: OUT,
    facts: [lambda],
    services: ['lambda.amazonaws.com'],
  },
  manual: {
    configuration: { NotificationArn: TOPIC },
    facts: [fact('topic', 'sns:GetTopicAttributes', TOPIC, { Attributes: {} })],
  },
  'ops-works': {
    configuration: { Stack: 's', App: 'a' },
    inputs: IN,
    broken: /ended on 26 May 2024/,
    asksNothing: true,
  },
  'rule-cloudwatch-alarm': { configuration: { AlarmName: 'errors' } },
  'rule-codebuild': {
    configuration: { ProjectName: 'shop' },
    inputs: IN,
    facts: [project],
    services: ['codebuild.amazonaws.com'],
  },
  'rule-commands': { configuration: {}, inputs: IN },
  'rule-deployment-window': { configuration: { Cron: '* * * * *' }, asksNothing: true },
  'rule-lambda-invoke': {
    configuration: { FunctionName: 'check' },
    inputs: IN,
    facts: [lambda],
    services: ['lambda.amazonaws.com'],
  },
  'rule-variable-check': { configuration: { Variable: 'a', Value: 'b' }, asksNothing: true },
  's3-deploy': {
    configuration: {
      BucketName: 'other',
      Extract: 'true',
      CannedACL: 'bucket-owner-full-control',
      KMSEncryptionKeyARN: `arn:aws:kms:us-east-1:${HUB}:key/artifacts-us-east-1`,
    },
    inputs: IN,
    facts: bucket(HUB, 'other', 'us-east-1', null),
  },
  's3-source': {
    configuration: { S3Bucket: 'other', S3ObjectKey: 'a.zip' },
    outputs: OUT,
    facts: bucket(HUB, 'other', 'us-east-1', null),
  },
  'service-catalog': { configuration: { ProductId: 'prod-1' }, inputs: IN },
  'step-functions': {
    configuration: { StateMachineArn: machineArn, InputType: 'Literal' },
    facts: [machine],
    services: ['states.amazonaws.com'],
  },
};
