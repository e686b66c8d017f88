// The state of the list of roles, as its URL holds it.
import { parseAsBoolean, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { FILTERS, rank } from '@/components/verdict/states';
import { compareText } from '@/lib/base/sort';
import { SEVERITIES } from '@/lib/findings/finding';
import type { RoleRow } from '@/lib/scene/role-rows';

export const ROLE_COLUMNS = [
  'name',
  'account',
  'tier',
  'serves',
  'can',
  'mark',
  'severity',
  'state',
] as const;
export type RoleColumn = (typeof ROLE_COLUMNS)[number];

export const rolesState = {
  find: parseAsString.withDefault(''),
  filter: parseAsStringLiteral(FILTERS).withDefault('any'),
  broad: parseAsBoolean.withDefault(false),
  /** Also roles that no pipeline wears. */
  all: parseAsBoolean.withDefault(false),
  sort: parseAsStringLiteral(ROLE_COLUMNS).withDefault('state'),
  reverse: parseAsBoolean.withDefault(false),
};

export interface RolesState {
  readonly find: string;
  readonly filter: (typeof FILTERS)[number];
  readonly broad: boolean;
  readonly all: boolean;
  readonly sort: RoleColumn;
  readonly reverse: boolean;
}

export const NO_FILTER: Pick<RolesState, 'find' | 'filter' | 'broad'> = {
  find: '',
  filter: 'any',
  broad: false,
};

/** The rows that pass every filter, in the order asked for. Never throws. */
export function shownRoles(rows: readonly RoleRow[], list: RolesState): readonly RoleRow[] {
  const wanted = list.find.trim().toLowerCase().split(/\s+/);
  const sorted = rows
    .filter(
      (row) =>
        (list.all || row.serves > 0) &&
        (list.filter === 'any' || row.state === list.filter) &&
        (!list.broad || row.overBroad) &&
        wanted.every((word) => textOf(row).includes(word)),
    )
    .sort((a, b) => by[list.sort](a, b) || compareText(a.name, b.name) || compareText(a.arn, b.arn));
  return list.reverse ? sorted.reverse() : sorted;
}

function textOf({ name, arn, account, tier }: RoleRow): string {
  return `${name} ${arn} ${account} ${tier ?? ''}`.toLowerCase();
}

const LAST = 99;

const by: Readonly<Record<RoleColumn, (a: RoleRow, b: RoleRow) => number>> = {
  name: () => 0,
  account: (a, b) => compareText(a.account, b.account),
  tier: (a, b) => compareText(a.tier ?? '~', b.tier ?? '~'),
  serves: (a, b) => b.serves - a.serves,
  can: (a, b) => (b.can ?? -1) - (a.can ?? -1),
  mark: (a, b) => Number(b.overBroad) - Number(a.overBroad),
  severity: (a, b) => severity(a) - severity(b),
  state: (a, b) => stateRank(a) - stateRank(b),
};

function severity(row: RoleRow): number {
  return row.severity === null ? LAST : SEVERITIES.indexOf(row.severity);
}

function stateRank(row: RoleRow): number {
  return row.state === null ? LAST : rank(row.state);
}
