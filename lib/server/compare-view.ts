// What the Compare page and its exports show: two snapshots judged with the settings of today, and what differs.
import 'server-only';
import type { Analysis } from '@/lib/analysis/analysis';
import type { RedactedPair } from '@/lib/analysis/redact/redact-analysis';
import type { Comparison } from '@/lib/compare/comparison';
import { compareScene } from '@/lib/scene/compare/compare-scene';
import { type ComparisonView, comparisonView, type PipelineLineOfChange } from '@/lib/scene/comparison-view';
import type { Scene } from '@/lib/scene/scene';
import { type OpenSnapshot, openSnapshot, type UnreadableSnapshot } from './open-snapshot';
import { listSnapshots, type SnapshotRef } from './snapshot-refs';

export interface OpenComparison {
  readonly kind: 'open';
  readonly before: OpenSnapshot;
  readonly after: OpenSnapshot;
  readonly view: ComparisonView;
  readonly comparison: Comparison;
}

export type ComparisonAnswer =
  | OpenComparison
  | UnreadableSnapshot
  /** There is nothing to compare with. */
  | { readonly kind: 'too few' };

/** The comparison of the two asked for. Without `after` the newest snapshot of the store, without `before` the one that is next older.
 *  Never throws for a bad snapshot. */
export async function openComparison(
  askedBefore: string | null,
  askedAfter: string | null,
): Promise<ComparisonAnswer> {
  const [before, after] =
    askedBefore !== null && askedAfter !== null
      ? [askedBefore, askedAfter]
      : chosenPair(await kept(), askedBefore, askedAfter);
  if (before === undefined || after === undefined) return { kind: 'too few' };
  const first = await openSnapshot(before);
  if (first.kind === 'unreadable') return first;
  const second = await openSnapshot(after);
  if (second.kind === 'unreadable') return second;
  return { kind: 'open', before: first, after: second, ...comparedOnce(first.analysis, second.analysis) };
}

/** Where the store cannot be read there is nothing to choose from. */
async function kept(): Promise<readonly SnapshotRef[]> {
  return (await listSnapshots().catch(() => [])).filter(({ isExample }) => !isExample);
}

function chosenPair(
  refs: readonly SnapshotRef[],
  before: string | null,
  after: string | null,
): readonly [string | undefined, string | undefined] {
  const newest = after ?? refs.find(({ ref }) => ref !== before)?.ref;
  const at = refs.findIndex(({ ref }) => ref === newest);
  return [before ?? refs[at + 1]?.ref, newest];
}

/** The pipeline of that `account.region.name` or ARN among those that differ; without a wish the first. */
export function chosenPipeline(
  { pipelines }: ComparisonView,
  asked: string | null,
): PipelineLineOfChange | null {
  if (asked === null) return pipelines[0] ?? null;
  return pipelines.find(({ id, arn }) => id === asked || arn === asked) ?? null;
}

/** The one graph of a pipeline in both, under pseudonyms where `both` is given; null where neither has it. Never throws. */
export function comparedScene(
  { before, after, comparison }: OpenComparison,
  arn: string,
  both: RedactedPair | null = null,
): Scene | null {
  return both === null
    ? compareScene(before.analysis, after.analysis, comparison, arn)
    : compareScene(both.before, both.after, both.of(comparison), both.text(arn));
}

type Compared = ReturnType<typeof comparisonView>;

/** Lives as long as the two analyses that it was made from. */
const made = new WeakMap<Analysis, WeakMap<Analysis, Compared>>();

function comparedOnce(before: Analysis, after: Analysis): Compared {
  const own = made.get(before) ?? new WeakMap<Analysis, Compared>();
  made.set(before, own);
  const compared = own.get(after) ?? comparisonView(before, after);
  own.set(after, compared);
  return compared;
}
