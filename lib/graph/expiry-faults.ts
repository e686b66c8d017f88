// Artifacts that a lifecycle rule deletes before the last approval in front of an action is given.
import type { ArtifactStore, Bucket, PipelineAction } from '@/lib/model/resource';
import type { ActionSetting } from '@/lib/providers/action-provider';
import { readingOf } from '@/lib/providers/bucket-faults';
import { producersOf } from './artifact-flow';
import type { StructureFault } from './hop';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/limits.html';
/** How long an approval waits where the action says nothing.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/limits.html (read 2026-11-27) */
const APPROVAL_MINUTES = 7 * 24 * 60;
const MINUTES_OF_A_DAY = 24 * 60;

/** A warning: whoever approves earlier is not affected. Never throws. */
export function expiryFaults(
  setting: ActionSetting,
  store: ArtifactStore,
  bucket: Bucket | undefined,
): readonly StructureFault[] {
  const approval = approvalBefore(setting);
  if (bucket === undefined || approval === null) return [];
  const rule = 'artifacts-expire-early';
  if (bucket.expiryDays.kind === 'unread') {
    const sentence = `whether artifacts in ${store.bucket} are deleted before ${approval.name} is given was not read`;
    const unread = readingOf(bucket, 's3:GetBucketLifecycleConfiguration');
    return [{ rule, sentence, source: DOCS, certain: false, unread }];
  }
  const days = bucket.expiryDays.value;
  const minutes = approval.timeoutMinutes ?? APPROVAL_MINUTES;
  if (days === null || days * MINUTES_OF_A_DAY > minutes) return [];
  const sentence = `artifacts in ${store.bucket} are deleted after ${days} ${days === 1 ? 'day' : 'days'}, and ${approval.name} may wait for ${Math.ceil(minutes / MINUTES_OF_A_DAY)}`;
  return [{ rule, sentence, source: DOCS, certain: false }];
}

/** The approval that waits longest between the making of an input and its use; null where there is none. */
function approvalBefore(setting: ActionSetting): PipelineAction | null {
  const made = producersOf(setting).map(({ action }) => action);
  const first = made.sort(inOrder)[0];
  if (first === undefined) return null;
  const between = setting.pipeline.stages.flatMap((stage) =>
    stage.actions.filter(
      (one) => one.category === 'Approval' && inOrder(first, one) <= 0 && inOrder(one, setting.action) < 0,
    ),
  );
  const waits = (one: PipelineAction) => one.timeoutMinutes ?? APPROVAL_MINUTES;
  return between.sort((one, other) => waits(other) - waits(one))[0] ?? null;
}

function inOrder(one: PipelineAction, other: PipelineAction): number {
  return one.stageIndex - other.stageIndex || one.runOrder - other.runOrder;
}
