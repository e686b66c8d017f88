// Accounts that are too many to be drawn one by one, gathered into groups that can be opened.
import { groupBy } from '@/lib/base/group-by';
import type { State } from '@/lib/verdict/judgement';
import { badness, worst } from '@/lib/verdict/state';
import type { MapAccount } from './map-of-accounts-model';
import { inStateText } from './map-of-accounts-plan';

/** What stands in a column, and which account went into which card. */
export interface Gathered {
  readonly shown: readonly MapAccount[];
  readonly into: ReadonlyMap<string, string>;
  /** Accounts that have no card of their own. */
  readonly folded: number;
}

/** An open group draws this many of its accounts, the worst; the rest are counted, and listed on their own page. */
const MOST_MEMBERS = 16;

/** The accounts one by one while there are at most `most`; else the first as they are and the rest as one group. Never throws. */
export function gatherRest(
  accounts: readonly MapAccount[],
  most: number,
  what: { readonly id: string; readonly name: string; readonly isScanned: boolean },
  open: string | null,
): Gathered {
  if (accounts.length <= most) return alone(accounts);
  const shown = accounts.slice(0, most - 1);
  const rest = accounts.slice(most - 1);
  const {
    shown: group,
    into,
    folded,
  } = drawGroup(what.id, what.name, rest, open === what.id, what.isScanned);
  return { shown: [...shown, ...group], into, folded };
}

/** The accounts one by one while there are at most `most`; else by unit, by tier or by state, whichever gives few groups. The
 *  worst group stands first. Never throws. */
export function gatherAll(accounts: readonly MapAccount[], most: number, open: string | null): Gathered {
  if (accounts.length <= most) return alone(accounts);
  const groups = [...groupBy(accounts, keyFor(accounts, most))].map(([name, members]) => ({
    name,
    id: `group ${name}`,
    members: [...members].sort(byState),
    state: worst(members.map((one) => one.state ?? 'works')),
  }));
  const parts = groups
    .sort((a, b) => badness(b.state) - badness(a.state) || (a.name < b.name ? -1 : 1))
    .map(({ id, name, members }) =>
      members.length === 1 ? alone(members) : drawGroup(id, name, members, open === id, true),
    );
  return {
    shown: parts.flatMap((part) => part.shown),
    into: new Map(parts.flatMap((part) => [...part.into])),
    folded: parts.reduce((sum, part) => sum + part.folded, 0),
  };
}

function alone(accounts: readonly MapAccount[]): Gathered {
  return { shown: accounts, into: new Map(), folded: 0 };
}

type KeyOf = (account: MapAccount) => string;

const STATE_NAMES: Readonly<Record<State, string>> = {
  broken: 'Broken',
  unknown: 'Cannot tell',
  depends: 'Depend',
  works: 'Work',
};

/** The finest way of sorting that gives more than one group and no more than fit: whole unit paths, their upper units, tiers, states. */
function keyFor(accounts: readonly MapAccount[], most: number): KeyOf {
  const deepest = accounts.reduce((most, { units }) => Math.max(most, units.length), 0);
  const shared = sharedUnits(accounts);
  const byUnits = Array.from({ length: deepest - shared }, (_, up): KeyOf => {
    return ({ units }) => units.slice(shared, deepest - up).join(' / ') || units.at(-1) || 'No unit known';
  });
  const byTier: KeyOf = ({ tier }) => (tier === null ? 'No tier known' : `Tier ${tier}`);
  const byState: KeyOf = ({ state }) => STATE_NAMES[state ?? 'works'];
  const fits = (keyOf: KeyOf) => {
    const count = new Set(accounts.map(keyOf)).size;
    return count > 1 && count <= most;
  };
  return [...byUnits, byTier].find(fits) ?? byState;
}

/** How many units, from the root down, all of the accounts hang below. */
function sharedUnits([first, ...others]: readonly MapAccount[]): number {
  const units = first?.units ?? [];
  const differs = units.findIndex((unit, depth) => others.some((one) => one.units[depth] !== unit));
  return differs === -1 ? units.length : differs;
}

/** One card, and below it, where the group is open, its worst accounts and how many more there are. */
function drawGroup(
  id: string,
  name: string,
  members: readonly MapAccount[],
  isOpen: boolean,
  isScanned: boolean,
): Gathered {
  const drawn = !isOpen
    ? []
    : members.slice(0, members.length > MOST_MEMBERS ? MOST_MEMBERS - 1 : MOST_MEMBERS);
  const rest = members.slice(drawn.length);
  const more = `more of ${id}`;
  const head: MapAccount = {
    ...BARE,
    id,
    kind: 'group',
    name,
    note: noteOf(members),
    isProd: members.some((one) => one.isProd),
    isScanned,
    state: worst(members.map((one) => one.state ?? 'works')),
    goal: { kind: 'open', group: isOpen ? null : id },
    isOpen,
  };
  const tail: MapAccount = {
    ...BARE,
    id: more,
    kind: 'more',
    name: `${rest.length} more`,
    note: 'in the list of accounts',
    isScanned,
    state: worst(rest.map((one) => one.state ?? 'works')),
    goal: { kind: 'accounts' },
  };
  return {
    shown: [
      head,
      ...drawn.map((one) => ({ ...one, isMember: true })),
      ...(isOpen && rest.length > 0 ? [{ ...tail, isMember: true }] : []),
    ],
    into: new Map(rest.map((one) => [one.id, isOpen ? more : id])),
    folded: rest.length,
  };
}

const BARE = {
  second: '',
  note: '',
  isProd: false,
  isScanned: true,
  pipelines: 0,
  rows: [],
  stage: Number.POSITIVE_INFINITY,
  units: [],
  tier: null,
} as const;

/** "312 accounts, 4 broken". */
function noteOf(members: readonly MapAccount[]): string {
  const state = worst(members.map((one) => one.state ?? 'works'));
  const many = `${members.length} accounts`;
  if (state === 'works') return many;
  const count = members.filter((one) => one.state === state).length;
  return `${many}, ${count === members.length ? `all ${inStateText(count, state).replace(/^\d+ /, '')}` : inStateText(count, state)}`;
}

function byState(a: MapAccount, b: MapAccount): number {
  return badness(b.state ?? 'works') - badness(a.state ?? 'works');
}
