// Which boxes of a pipeline are drawn as one card each: what the reader asked for, and what a drawing of so many cards does by itself.
import { groupBy } from '@/lib/base/group-by';
import { compareText } from '@/lib/base/sort';
import { AUTO_FOLD, MOST_CARDS } from '../view';
import type { PlanCard } from './plan';
import { worst } from './worst';

/** Accounts that are drawn as one box until it is opened. */
export interface AccountGroup {
  /** `accounts:works 1`: their worst state, and which of those in that state. */
  readonly id: string;
  readonly accounts: readonly string[];
  readonly isOpen: boolean;
}

export interface FoldChoice {
  /** `account:ID`, `accounts:STATE NUMBER`, `region:ID/REGION`, `stage:NAME`. */
  readonly folded: readonly string[];
  readonly groups: readonly AccountGroup[];
}

/** More accounts than this are gathered: a list of frames that long shows nothing at a glance. */
const MOST_ACCOUNTS = 30;
/** About so many groups are made, none of fewer accounts than this. */
const GROUPS = 16;
const FEWEST = 8;
/** The pipeline's own account, with stores and keys, stays open while it has no more cards than this. */
const MOST_OWN = 60;

/** What is folded when this is asked for; nothing asked means `auto`. A box with a `-` before it is open whatever else is said.
 *  Never throws. */
export function foldChoice(
  asked: readonly string[] | undefined,
  cards: readonly PlanCard[],
  own: string,
  nameOf: (account: string) => string,
): FoldChoice {
  const words = asked ?? [AUTO_FOLD];
  const lifted = new Set(words.filter((word) => word.startsWith('-')).map((word) => word.slice(1)));
  const folded = new Set(words.filter((word) => word !== AUTO_FOLD && !word.startsWith('-')));
  let groups: readonly AccountGroup[] = [];
  if (words.includes(AUTO_FOLD) && cards.length > MOST_CARDS) {
    const accounts = groupBy(cards, (card) => card.account);
    const others = [...accounts.keys()].filter(
      (account): account is string => account !== null && account !== own,
    );
    for (const account of others) folded.add(`account:${account}`);
    if ((accounts.get(own)?.length ?? 0) > MOST_OWN) folded.add(`account:${own}`);
    if (others.length > MOST_ACCOUNTS) {
      groups = gather(others, (account) => accounts.get(account) ?? [], nameOf).map((group) => ({
        ...group,
        isOpen: lifted.has(group.id),
      }));
      for (const { id } of groups) folded.add(id);
    }
  }
  return { folded: [...folded].filter((box) => !lifted.has(box)).sort(compareText), groups };
}

/** Accounts of one worst state stand together, in the order of their names, so many to a group that there are few groups. */
function gather(
  accounts: readonly string[],
  cardsOf: (account: string) => readonly PlanCard[],
  nameOf: (account: string) => string,
): readonly Omit<AccountGroup, 'isOpen'>[] {
  const size = Math.max(FEWEST, Math.ceil(accounts.length / GROUPS));
  const byName = [...accounts].sort((a, b) => compareText(nameOf(a), nameOf(b)) || compareText(a, b));
  const byState = groupBy(
    byName,
    (account) =>
      worst(cardsOf(account).flatMap(({ kind, state }) => (kind === 'action' ? (state ?? []) : []))) ??
      'works',
  );
  return (['broken', 'unknown', 'depends', 'works'] as const).flatMap((state) => {
    const members = byState.get(state) ?? [];
    const count = Math.ceil(members.length / size);
    const even = Math.ceil(members.length / count);
    return Array.from({ length: count }, (_, index) => ({
      id: `accounts:${state} ${index + 1}`,
      accounts: members.slice(index * even, (index + 1) * even),
    }));
  });
}
