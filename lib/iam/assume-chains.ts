// Chains of roles: what a principal can put on, what it can put on from there, and so on.
import type { Arn } from '@/lib/names/arn';
import type { Actor, AssumeEdge } from './assume-world';
import { type AssumeIndex, whatCanAssume } from './who-can-assume';

export interface AssumeChain {
  /** From the first role put on to the last; every next one is asked for by the session of the one before. */
  readonly hops: readonly AssumeEdge[];
  /** The worst of its hops: what cannot be told outweighs what depends. */
  readonly verdict: 'allowed' | 'depends' | 'unknown';
  /** The longest the last session may live where that is known: one hour, as soon as a role session asks for a role. */
  readonly maxSeconds: number | null;
}

/** The shortest chain to every role the actor can, or may, reach in at most `maxHops`. What a session carries from hop to hop (no
 *  MFA, no ordinary session tags) is what `contextOf` of the world says of it. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining (read 2026-11-24) */
export function assumeChains(index: AssumeIndex, from: Actor, maxHops: number): readonly AssumeChain[] {
  const found = new Map<Arn, AssumeChain>();
  let front: readonly { readonly actor: Actor; readonly hops: readonly AssumeEdge[] }[] = [
    { actor: from, hops: [] },
  ];
  for (let hop = 0; hop < maxHops && front.length > 0; hop++) {
    const next: { readonly actor: Actor; readonly hops: readonly AssumeEdge[] }[] = [];
    for (const { actor, hops } of front)
      for (const edge of whatCanAssume(index, actor)) {
        const { arn } = edge.target;
        if (found.has(arn) || arn === from.principal.arn) continue;
        const chain = [...hops, edge];
        found.set(arn, chainOf(from, chain));
        const further = index.byArn.get(arn);
        if (further) next.push({ actor: further, hops: chain });
      }
    front = next;
  }
  return [...found.values()];
}

const ONE_HOUR_SECONDS = 3600;

function chainOf(from: Actor, hops: readonly AssumeEdge[]): AssumeChain {
  const verdicts = new Set(hops.map((hop) => hop.decision.verdict));
  const isChained = hops.length > 1 || from.principal.kind === 'role';
  return {
    hops,
    verdict: verdicts.has('unknown') ? 'unknown' : verdicts.has('depends') ? 'depends' : 'allowed',
    maxSeconds: isChained ? ONE_HOUR_SECONDS : null,
  };
}
