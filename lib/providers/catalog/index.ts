// The only list of modelled action providers. An action whose provider is not here is drawn as "not modelled yet".
import type { ActionProvider } from '../action-provider';
import { cloudformation } from './cloudformation';
import { cloudformationStackInstances } from './cloudformation-stack-instances';
import { cloudformationStackSet } from './cloudformation-stack-set';
import { codebuildBuild } from './codebuild-build';
import { codebuildTest } from './codebuild-test';
import { codedeploy } from './codedeploy';
import { codedeployToEcs } from './codedeploy-to-ecs';
import { codepipelineInvoke } from './codepipeline-invoke';
import { codestarSourceConnection } from './codestar-source-connection';
import { ecs } from './ecs';
import { lambdaInvoke } from './lambda-invoke';
import { manual } from './manual';
import { s3Deploy } from './s3-deploy';
import { s3Source } from './s3-source';
import { stepFunctions } from './step-functions';

export const PROVIDERS = [
  cloudformation,
  cloudformationStackInstances,
  cloudformationStackSet,
  codebuildBuild,
  codebuildTest,
  codestarSourceConnection,
  codedeploy,
  codedeployToEcs,
  codepipelineInvoke,
  ecs,
  lambdaInvoke,
  stepFunctions,
  manual,
  s3Deploy,
  s3Source,
] as const satisfies readonly ActionProvider[];

/** The provider of an action, or null where we do not know its needs yet. Never throws. */
export function providerOf(action: {
  readonly category: string;
  readonly owner: string;
  readonly provider: string;
}): ActionProvider | null {
  return (
    PROVIDERS.find(
      (one) =>
        one.category === action.category && one.owner === action.owner && one.provider === action.provider,
    ) ?? null
  );
}
