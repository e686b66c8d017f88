// Chains of hats: who is worn from here, and from there, and so on; and the same looked at from the other end.
import { sortedBy } from '@/lib/base/sort';
import type { Judged } from '@/lib/findings/rule';
import type { Arn } from '@/lib/names/arn';
import { type Being, openness, type Passable, type Step } from './step';
import { stepsFrom, stepsTo } from './steps';

/** One way: never empty, each step begins with the hat of the one before. */
export interface Chain {
  readonly steps: readonly [Step, ...Step[]];
  /** The worst of its steps. */
  readonly verdict: Passable;
  /** Some step changes a policy, a pipeline or what a service runs before the next hat is worn. */
  readonly changes: boolean;
}

export interface WornFrom {
  readonly role: Arn;
  readonly chain: Chain;
}

export interface ComesTo {
  readonly being: Being;
  readonly chain: Chain;
}

/** Every hat that somebody who begins at `starts` can come to wear: by the chain that leaves least open, and of these a shortest.
 *  Steps that depend or cannot be told are followed apart: no chain of them is called allowed; and of chains that are as good one that
 *  changes nothing is preferred. Never throws. */
export function wornFrom(judged: Judged, starts: readonly string[]): readonly WornFrom[] {
  const found = walk(
    starts,
    (id) => stepsFrom(judged, id),
    (step) => step.to,
  );
  return inOrder(
    [...found].map(
      ([
        role,
        {
          steps: [first, ...others],
          verdict,
          changes,
        },
      ]) => ({
        role,
        chain: { steps: [first, ...others], verdict, changes },
      }),
    ),
    ({ role }) => role,
  );
}

/** Everybody who can come to wear one of the hats, each by its best chain. Never throws. */
export function comesTo(judged: Judged, ends: readonly Arn[]): readonly ComesTo[] {
  const found = walk(
    ends,
    (id) => stepsTo(judged, id),
    (step) => step.from.id,
  );
  return inOrder(
    [...found.values()].map(({ steps, verdict, changes }) => {
      const [last, ...others] = steps;
      const [first = last, ...rest] = [...others.reverse(), last];
      return { being: first.from, chain: { steps: [first, ...rest] as const, verdict, changes } };
    }),
    ({ being }) => being.id,
  );
}

function inOrder<T extends { readonly chain: Chain }>(all: readonly T[], nameOf: (one: T) => string) {
  return sortedBy(
    all,
    (one) =>
      `${openness(one.chain.verdict)} ${one.chain.changes ? 1 : 0} ${String(one.chain.steps.length).padStart(3, '0')} ${nameOf(one)}`,
  );
}

interface Way {
  /** From the start of the walk on. */
  readonly steps: readonly [Step, ...Step[]];
  readonly verdict: Passable;
  readonly changes: boolean;
}

interface Came {
  readonly step: Step;
  /** Where it came from; a start where nothing is known of it. */
  readonly before: string;
}

/** Breadth first, once over what is allowed as things stand, once more with what is allowed after a change, then the same with what
 *  depends, then over all: what the first walk finds is the best, and within one walk the first way found is a shortest. Each
 *  being is visited once in each walk. */
function walk(
  starts: readonly string[],
  stepsAt: (id: string) => readonly Step[],
  next: (step: Step) => string,
): ReadonlyMap<string, Way> {
  const found = new Map<string, Way>();
  for (const verdict of ['allowed', 'depends', 'unknown'] as const)
    for (const changes of [false, true]) {
      const came = walkOver(starts, (id) =>
        stepsAt(id).filter(
          (step) => openness(step.verdict) <= openness(verdict) && (changes || step.kind === 'assumes'),
        ),
      );
      for (const [id, last] of came)
        if (!found.has(id)) found.set(id, { steps: wayOf(last, came), verdict, changes });
    }
  return found;

  function walkOver(from: readonly string[], at: (id: string) => readonly Step[]): ReadonlyMap<string, Came> {
    const came = new Map<string, Came>();
    const begun = new Set(from);
    let front: readonly string[] = from;
    while (front.length > 0) {
      const further: string[] = [];
      for (const before of front)
        for (const step of at(before)) {
          const id = next(step);
          if (begun.has(id) || came.has(id)) continue;
          came.set(id, { step, before });
          further.push(id);
        }
      front = further;
    }
    return came;
  }
}

function wayOf(last: Came, came: ReadonlyMap<string, Came>): readonly [Step, ...Step[]] {
  const back: Step[] = [];
  for (let at: Came | undefined = last; at !== undefined; at = came.get(at.before)) back.push(at.step);
  const [first = last.step, ...rest] = back.reverse();
  return [first, ...rest];
}
