// The policies of a need as few lines as possible: a run of policies that only agree is one line.
import type { PolicyTrail } from '@/lib/scene/trail';

export type PolicyGroup =
  | { readonly kind: 'one'; readonly policy: PolicyTrail }
  | { readonly kind: 'agreeing'; readonly policies: readonly PolicyTrail[] };

const RUN = 3;

/** The policies in AWS's order; three and more in a row that allow or say nothing, the deciding one apart, become one group. Never throws. */
export function policyGroups(
  policies: readonly PolicyTrail[],
  deciding: PolicyTrail | null,
): readonly PolicyGroup[] {
  const runs: PolicyTrail[][] = [];
  for (const policy of policies) {
    const run = runs.at(-1);
    const agrees = (one: PolicyTrail) =>
      (one.state === 'allows' || one.state === 'says nothing') && one !== deciding;
    if (run?.every(agrees) && agrees(policy)) run.push(policy);
    else runs.push([policy]);
  }
  return runs.flatMap((run): readonly PolicyGroup[] =>
    run.length >= RUN
      ? [{ kind: 'agreeing', policies: run }]
      : run.map((policy) => ({ kind: 'one', policy })),
  );
}
