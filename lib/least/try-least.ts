// The least set tried: the pipelines of the role judged with it in place, before anybody touches AWS.
import type { Judged } from '@/lib/findings/rule';
import type { VerdictKind } from '@/lib/iam/decision';
import { judgePipeline } from '@/lib/verdict/judge-pipeline';
import type { JudgedPipeline } from '@/lib/verdict/judgement';
import { policyShelf } from '@/lib/verdict/policy-shelf';
import { type Least, withLeast } from './least-of';

export interface Tried {
  /** Requests of all pipelines that use the role. */
  readonly needs: number;
  readonly better: number;
  readonly worse: number;
}

const RANK: Readonly<Record<VerdictKind, number>> = { denied: 0, unknown: 1, depends: 2, allowed: 3 };

/** How the requests of the role's pipelines fare with the set in place of what stands there. Never throws. */
export function tryLeast({ inventory, pipelines }: Judged, least: Least): Tried {
  const edited = withLeast(inventory, least);
  const shelf = policyShelf();
  const used = new Set(least.use.pipelines);
  let [needs, better, worse] = [0, 0, 0];
  for (const before of pipelines) {
    const pipeline = edited.pipelines.get(before.arn);
    if (!used.has(before.arn) || pipeline === undefined) continue;
    const then = verdictsOf(judgePipeline(edited, shelf, pipeline));
    verdictsOf(before).forEach((verdict, place) => {
      const after = RANK[then[place] ?? 'denied'];
      needs += 1;
      if (after > RANK[verdict]) better += 1;
      if (after < RANK[verdict]) worse += 1;
    });
  }
  return { needs, better, worse };
}

function verdictsOf({ paths }: JudgedPipeline): readonly VerdictKind[] {
  return paths.flatMap(({ hops }) => hops.flatMap(({ needs }) => needs.map(({ verdict }) => verdict)));
}
