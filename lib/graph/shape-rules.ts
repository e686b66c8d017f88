// Rules about the shape of a pipeline: what AWS does not do, whatever the policies say.
import { arnAccount } from '@/lib/names/arn';
import type { ActionSetting } from '@/lib/providers/action-provider';
import { cloneSources } from '@/lib/providers/clone-reference';
import { producersOf } from './artifact-flow';

export interface ShapeRule {
  readonly id: string;
  readonly source: string;
  /** False: worth saying, but it does not break the action for certain. */
  readonly certain: boolean;
  /** What is wrong, a sentence without its capital and full stop; null where nothing is. */
  readonly find: (setting: ActionSetting) => string | null;
}

const GUIDE = 'https://docs.aws.amazon.com/codepipeline/latest/userguide';

/** Providers whose pages say that only pipelines of type V2 have them; that of InspectorScan does not.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-ECRBuildAndPublish.html (read 2026-11-24) */
const V2_ONLY = new Set([
  'Build ECRBuildAndPublish',
  'Compute Commands',
  'Deploy EC2',
  'Deploy EKS',
  'Deploy Lambda',
  'Invoke CodePipeline',
]);

export const SHAPE_RULES: readonly ShapeRule[] = [
  {
    id: 'action-type-needs-v2',
    source: `${GUIDE}/action-reference.html`,
    certain: true,
    find: ({ pipeline, action }) =>
      pipeline.type === 'V1' &&
      (action.category === 'Rule' || V2_ONLY.has(`${action.category} ${action.provider}`))
        ? `${action.category === 'Rule' ? 'a stage condition' : `the provider ${action.provider}`} needs a pipeline of type V2, and this one is V1`
        : null,
  },
  {
    id: 'approval-in-other-region',
    source: 'https://github.com/awslabs/aws-deployment-framework/pull/701',
    certain: true,
    find: ({ pipeline, action, region }) =>
      action.category === 'Approval' && region !== pipeline.region
        ? `an approval must stay in the pipeline's region ${pipeline.region}, and this one is in ${region}`
        : null,
  },
  {
    id: 'artifact-between-other-accounts',
    source: `${GUIDE}/pipelines-create-cross-account.html`,
    certain: true,
    find: handOver,
  },
  {
    id: 'clone-reference-not-built',
    source: `${GUIDE}/action-reference-CodestarConnectionSource.html`,
    certain: true,
    find: (setting) => {
      const source = cloneSources(setting)[0];
      return source === undefined || setting.action.provider === 'CodeBuild'
        ? null
        : `${source.name} hands on a full clone, which only CodeBuild actions can use`;
    },
  },
  {
    id: 'foreign-action-in-other-region',
    source: `${GUIDE}/actions-create-cross-region.html`,
    certain: true,
    find: ({ pipeline, action, region }) =>
      action.owner !== 'AWS' && region !== pipeline.region
        ? `an action of owner ${action.owner} cannot run in another region, and this one is set to ${region}`
        : null,
  },
  {
    id: 'role-on-foreign-action',
    source: 'https://github.com/awslabs/aws-refarch-cross-account-pipeline/issues/7',
    certain: true,
    find: ({ action }) =>
      action.owner !== 'AWS' && action.roleArn !== null
        ? `an action of owner ${action.owner} cannot have a role of its own`
        : null,
  },
  {
    id: 'source-in-other-region',
    source: `${GUIDE}/actions-create-cross-region.html`,
    certain: true,
    find: ({ pipeline, action, region }) =>
      action.category === 'Source' && region !== pipeline.region
        ? `a source must be in the pipeline's region ${pipeline.region}, and this one is set to ${region}`
        : null,
  },
];

/** An artifact passes only into or out of the pipeline's account, or stays within one.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html (read 2026-11-24) */
function handOver(setting: ActionSetting): string | null {
  const { pipeline, account } = setting;
  if (account === pipeline.account) return null;
  const other = producersOf(setting).find(({ action }) => {
    const producer = arnAccount(action.roleArn ?? pipeline.roleArn);
    return producer !== pipeline.account && producer !== account;
  });
  return other === undefined
    ? null
    : `${other.artifact} was made in ${arnAccount(other.action.roleArn ?? '')}, and CodePipeline hands no artifact from there to ${account}: it must pass through the pipeline's account`;
}
