// The account frames and their region lanes, in the order in which they are drawn.
import type { Analysis } from '@/lib/analysis/analysis';
import { compareText } from '@/lib/base/sort';
import type { Pipeline } from '@/lib/model/resource';
import { isProd } from '@/lib/model/tier';
import type { PlanAccount, PlanCard } from './plan';

/** The pipeline's account first, then by the first stage that reaches the account, then by name. Never throws. */
export function planAccounts(
  analysis: Analysis,
  pipeline: Pipeline,
  cards: readonly PlanCard[],
): readonly PlanAccount[] {
  const first = new Map<string, number>();
  for (const card of cards) {
    if (card.account === null) continue;
    const column = card.kind === 'action' || card.kind === 'folded' ? card.column : Number.MAX_SAFE_INTEGER;
    first.set(card.account, Math.min(first.get(card.account) ?? Number.MAX_SAFE_INTEGER, column));
  }
  first.set(pipeline.account, -1);
  const regionsOf = regionsBy(pipeline, cards);
  const asked = new Set(analysis.snapshot.accounts);
  return [...first]
    .map(([id, column]) => ({ id, column, ...describe(analysis, asked, id) }))
    .sort((a, b) => a.column - b.column || compareText(a.name, b.name) || compareText(a.id, b.id))
    .map(({ column: _, ...account }) => ({ ...account, regions: regionsOf(account.id) }));
}

function describe(
  { inventory }: Analysis,
  inSnapshot: ReadonlySet<string>,
  id: string,
): Omit<PlanAccount, 'id' | 'regions'> {
  const account = inventory.accounts.get(id);
  const name = account?.name ?? id;
  const asked = inSnapshot.has(id) || inventory.iamReadIn.has(id);
  return {
    name,
    prod: isProd(inventory, id),
    read: !asked ? 'not' : inventory.iamReadIn.has(id) ? 'whole' : 'partly',
  };
}

/** The pipeline's region first, then in the order in which actions come to the regions. */
function regionsBy(pipeline: Pipeline, cards: readonly PlanCard[]): (account: string) => readonly string[] {
  const order = [...new Set([pipeline.region, ...cards.flatMap((card) => card.region ?? [])])];
  const lanes = new Set(cards.map((card) => `${card.account}/${card.region}`));
  return (account) => order.filter((region) => lanes.has(`${account}/${region}`));
}
