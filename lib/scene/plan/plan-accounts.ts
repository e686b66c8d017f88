// The account frames and their region lanes, in the order in which they are drawn.
import type { Analysis } from '@/lib/analysis/analysis';
import { compareText } from '@/lib/base/sort';
import type { Pipeline } from '@/lib/model/resource';
import { isProd } from '@/lib/model/tier';
import type { AccountGroup } from './fold-choice';
import type { PlanAccount, PlanCard } from './plan';

/** The pipeline's account first, then by the first stage that reaches the account, then by name; groups last, the worst first, each
 *  followed by its accounts where it is open. Never throws. */
export function planAccounts(
  analysis: Analysis,
  pipeline: Pipeline,
  cards: readonly PlanCard[],
  groups: readonly AccountGroup[] = [],
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
  const gathered = new Set(groups.flatMap((group) => [group.id, ...group.accounts]));
  const frame = (id: string): PlanAccount => ({ ...describe(analysis, asked, id), regions: regionsOf(id) });
  const alone = [...first]
    .filter(([id]) => !gathered.has(id))
    .map(([id, column]) => ({ column, account: frame(id) }))
    .sort(
      (a, b) =>
        a.column - b.column ||
        compareText(a.account.name, b.account.name) ||
        compareText(a.account.id, b.account.id),
    )
    .map(({ account }) => account);
  return [
    ...alone,
    ...groups.flatMap((group) => {
      const members = group.accounts.map(frame);
      const drawn = group.isOpen ? members.filter(({ id }) => first.has(id)) : [];
      return [groupFrame(group, members), ...drawn];
    }),
  ];
}

/** The frame of a group: of an open one it stands above those of its accounts, and closes it. */
function groupFrame({ id, accounts }: AccountGroup, members: readonly PlanAccount[]): PlanAccount {
  const [from, to] = [members[0]?.name ?? '', members.at(-1)?.name ?? ''];
  return {
    id,
    box: id,
    name: accounts.length === 1 ? '1 account' : `${accounts.length} accounts`,
    second: from === to ? from : `${from} … ${to}`,
    prod: members.some((one) => one.prod),
    read: members.some(({ read }) => read !== 'whole') ? 'partly' : 'whole',
    regions: [],
  };
}

function describe(
  analysis: Analysis,
  inSnapshot: ReadonlySet<string>,
  id: string,
): Omit<PlanAccount, 'regions'> {
  const { inventory } = analysis;
  const account = inventory.accounts.get(id);
  const asked = inSnapshot.has(id) || inventory.iamReadIn.has(id);
  return {
    id,
    box: `account:${id}`,
    name: account?.name ?? id,
    second: id,
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
