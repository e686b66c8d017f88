// The blast radius on the map of accounts: which accounts a chain of hats passes, and the lines between them.
import type { Analysis } from '@/lib/analysis/analysis';
import type { Judged } from '@/lib/findings/rule';
import { type AccountId, arnAccount } from '@/lib/names/arn';
import { reachOf } from '@/lib/reach/reach-of';
import { type Being, openness, type Passable, type Step } from '@/lib/reach/step';
import { stateOf } from '@/lib/verdict/state';
import type { MapLayout } from './map-of-accounts-layout';
import type { DrawnReach } from './map-of-accounts-lines';
import type { MapPlan, MapReach } from './map-of-accounts-model';
import { bystander } from './map-of-accounts-plan';
import { accountName } from './naming';
import { comersOf, type ReachEnd } from './reach-ends';
import { MOST_ASKED } from './reach-view';
import { reachTitle } from './reach-words';

/** Account by account: what chains of hats cross. */
export interface Blast {
  readonly pairs: readonly BlastPair[];
  /** Those that are brought out though no line leads there: where one begins, and ends. */
  readonly ends: readonly string[];
  /** What is drawn, as a heading. */
  readonly title: string;
}

interface BlastPair {
  readonly from: string;
  readonly to: string;
  readonly verdict: Passable;
  readonly hats: number;
  readonly things: number;
}

interface Gathering {
  readonly from: string;
  readonly to: string;
  verdict: Passable;
  readonly hats: Set<string>;
  readonly things: Set<string>;
}

/** What is reached from there; with `to`, who comes to it. Never throws. */
export function blastOf(judged: Judged, from: ReachEnd | null, to: ReachEnd | null): Blast {
  const pairs = new Map<string, Gathering>();
  const at = (one: string, other: string, verdict: Passable): Gathering => {
    const pair = pairs.get(`${one} ${other}`) ?? {
      from: one,
      to: other,
      verdict,
      hats: new Set<string>(),
      things: new Set<string>(),
    };
    pairs.set(`${one} ${other}`, pair);
    if (openness(verdict) < openness(pair.verdict)) pair.verdict = verdict;
    return pair;
  };
  const noteSteps = (steps: readonly Step[]): void => {
    for (const { from: being, to: role, verdict } of steps) {
      const [one, other] = [placeOf(being), arnAccount(role)];
      if (one !== null && other !== null && one !== other) at(one, other, verdict).hats.add(role);
    }
  };
  if (from !== null) {
    const { worn, things } = reachOf(judged, from.starts, MOST_ASKED);
    for (const { chain } of worn) noteSteps(chain.steps);
    for (const { arn, kind, account, ways } of things)
      for (const way of ways) {
        const one = arnAccount(way.by);
        if (kind !== 'pipeline' && one !== null && one !== account)
          at(one, account, way.verdict).things.add(arn);
      }
  }
  if (to !== null) for (const { chain } of comersOf(judged, to)) noteSteps(chain.steps);
  return {
    pairs: [...pairs.values()].map((one) => ({
      from: one.from,
      to: one.to,
      verdict: one.verdict,
      hats: one.hats.size,
      things: one.things.size,
    })),
    ends: [from, to].flatMap((end) => (end === null ? [] : (accountOfEnd(end) ?? []))),
    title: from !== null || to === null ? reachTitle('from', from?.name ?? null) : reachTitle('to', to.name),
  };
}

/** Where a being stands on the map: in its account, or, of an identity provider, at its own card. */
function placeOf({ kind, id, account }: Being): string | null {
  return kind === 'identity provider' ? id : account;
}

function accountOfEnd({ kind, id }: ReachEnd): string | null {
  if (kind === 'account') return id;
  return kind === 'other' ? id : arnAccount(id);
}

/** The plan with these lines, and a card for every account that they pass. Never throws. */
export function withBlast(analysis: Analysis, plan: MapPlan, { pairs, ends }: Blast): MapPlan {
  const known = new Set([...plan.hubs, ...plan.targets, ...plan.outside].map(({ id }) => id));
  const wanted = new Set<AccountId>([...pairs.flatMap(({ from, to }) => [from, to]), ...ends]);
  const missing = [...wanted].filter((id) => /^\d{12}$/.test(id) && !known.has(id)).sort();
  return {
    ...plan,
    targets: [...plan.targets, ...missing.map((id) => bystander(analysis, id))],
    reaches: [
      ...plan.reaches,
      ...pairs.map(
        ({ from, to, verdict, hats, things }): MapReach => ({
          from,
          to,
          pipelines: new Set(),
          state: stateOf(verdict),
          inState: new Set(),
          overBroad: false,
          marks: [],
          blast: { hats, things },
          ends: [accountName(analysis.inventory, from), accountName(analysis.inventory, to)],
          goal: null,
        }),
      ),
    ],
  };
}

/** The cards that are not dimmed: those that a line of the blast radius touches, and where it begins. Never throws. */
export function litCards(
  drawn: readonly DrawnReach[],
  { ends }: Blast,
  layout: MapLayout,
): ReadonlySet<string> {
  const lit = new Set(ends);
  for (const { reach } of drawn)
    if (reach.blast !== undefined) for (const id of [reach.from, reach.to]) lit.add(id);
  const groups = layout.cards.filter(({ account }) => account.isOpen === true);
  for (const { account } of groups) lit.add(account.id);
  return lit;
}
