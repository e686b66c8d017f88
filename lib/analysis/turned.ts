// Which pipelines turned for the worse between two snapshots.
import type { Arn } from '@/lib/names/arn';
import type { State } from '@/lib/verdict/judgement';

interface Judged {
  readonly state: State;
  readonly overBroad: boolean;
}

type JudgedPipeline = Judged & { readonly arn: Arn };

export interface TurnedPipeline {
  readonly arn: Arn;
  readonly before: Judged;
  readonly now: Judged;
}

/** Pipelines of both snapshots that are broken now and were not, or over-broad and were not; in the order of those of now. A
 *  pipeline that is new has not turned: who reads one more account is not told of all its pipelines. Never throws. */
export function turnedWorse(
  before: readonly JudgedPipeline[],
  now: readonly JudgedPipeline[],
): readonly TurnedPipeline[] {
  const known = new Map(before.map((pipeline) => [pipeline.arn, pipeline]));
  return now.flatMap(({ arn, state, overBroad }) => {
    const former = known.get(arn);
    if (former === undefined) return [];
    const isBroken = state === 'broken' && former.state !== 'broken';
    const isTooWide = overBroad && !former.overBroad;
    if (!isBroken && !isTooWide) return [];
    return [
      {
        arn,
        before: { state: former.state, overBroad: former.overBroad },
        now: { state, overBroad },
      },
    ];
  });
}
