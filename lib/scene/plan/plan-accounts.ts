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
  return [...first]
    .map(([id, column]) => ({ id, column, ...describe(analysis, id) }))
    .sort((a, b) => a.column - b.column || compareText(a.name, b.name) || compareText(a.id, b.id))
    .map(({ column: _, ...account }) => ({ ...account, regions: regionsOf(account.id, pipeline, cards) }));
}

function describe(analysis: Analysis, id: string): Omit<PlanAccount, 'id' | 'regions'> {
  const { inventory, snapshot } = analysis;
  const account = inventory.accounts.get(id);
  const name = account?.name ?? id;
  const asked = snapshot.accounts.includes(id) || inventory.iamReadIn.has(id);
  return {
    name,
    prod: isProd(inventory, id),
    read: !asked ? 'not' : inventory.iamReadIn.has(id) ? 'whole' : 'partly',
  };
}

/** The pipeline's region first, then in the order in which actions come to the regions. */
function regionsOf(account: string, pipeline: Pipeline, cards: readonly PlanCard[]): readonly string[] {
  const order = [...new Set([pipeline.region, ...cards.flatMap((card) => card.region ?? [])])];
  return order.filter((region) => cards.some((card) => card.account === account && card.region === region));
}
