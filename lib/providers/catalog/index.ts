// The only list of modelled action providers. An action whose provider is not here is drawn as "not modelled yet".
import type { ActionProvider } from '../action-provider';
import { alexaSkillsKit } from './alexa-skills-kit';
import { appConfig } from './app-config';
import { cloudformation } from './cloudformation';
import { cloudformationStackInstances } from './cloudformation-stack-instances';
import { cloudformationStackSet } from './cloudformation-stack-set';
import { codebuildBuild } from './codebuild-build';
import { codebuildTest } from './codebuild-test';
import { codecommit } from './codecommit';
import { codedeploy } from './codedeploy';
import { codedeployToEcs } from './codedeploy-to-ecs';
import { codepipelineInvoke } from './codepipeline-invoke';
import { codestarSourceConnection } from './codestar-source-connection';
import { commands } from './commands';
import { deviceFarm } from './device-farm';
import { ec2Deploy } from './ec2-deploy';
import { ecrBuildAndPublish } from './ecr-build-and-publish';
import { ecrSource } from './ecr-source';
import { ecs } from './ecs';
import { eks } from './eks';
import { elasticBeanstalk } from './elastic-beanstalk';
import { githubV1 } from './github-v1';
import { inspectorScan } from './inspector-scan';
import { jobWorker } from './job-worker';
import { lambdaDeploy } from './lambda-deploy';
import { lambdaInvoke } from './lambda-invoke';
import { manual } from './manual';
import { opsWorks } from './ops-works';
import { ruleCloudwatchAlarm } from './rule-cloudwatch-alarm';
import { ruleCodebuild } from './rule-codebuild';
import { ruleCommands } from './rule-commands';
import { ruleDeploymentWindow } from './rule-deployment-window';
import { ruleLambdaInvoke } from './rule-lambda-invoke';
import { ruleVariableCheck } from './rule-variable-check';
import { s3Deploy } from './s3-deploy';
import { s3Source } from './s3-source';
import { serviceCatalog } from './service-catalog';
import { stepFunctions } from './step-functions';

export const PROVIDERS = [
  alexaSkillsKit,
  appConfig,
  cloudformation,
  cloudformationStackInstances,
  cloudformationStackSet,
  codebuildBuild,
  codebuildTest,
  codecommit,
  codedeploy,
  codedeployToEcs,
  codepipelineInvoke,
  codestarSourceConnection,
  commands,
  deviceFarm,
  ec2Deploy,
  ecrBuildAndPublish,
  ecrSource,
  ecs,
  eks,
  elasticBeanstalk,
  githubV1,
  inspectorScan,
  jobWorker,
  lambdaDeploy,
  lambdaInvoke,
  manual,
  opsWorks,
  ruleCloudwatchAlarm,
  ruleCodebuild,
  ruleCommands,
  ruleDeploymentWindow,
  ruleLambdaInvoke,
  ruleVariableCheck,
  s3Deploy,
  s3Source,
  serviceCatalog,
  stepFunctions,
] as const satisfies readonly ActionProvider[];

interface ActionType {
  readonly category: string;
  readonly owner: string;
  readonly provider: string;
}

const typeName = ({ category, owner, provider }: ActionType) => `${category} ${owner} ${provider}`;
const BY_TYPE = new Map<string, ActionProvider>(PROVIDERS.map((one) => [typeName(one), one]));

/** The provider of an action, or null where we do not know its needs yet. What is not AWS's own works by job workers. Never throws. */
export function providerOf(action: ActionType): ActionProvider | null {
  return BY_TYPE.get(typeName(action)) ?? (action.owner === 'AWS' ? null : jobWorker);
}
