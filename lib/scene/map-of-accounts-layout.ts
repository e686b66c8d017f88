// Where the accounts of the map stand: strangers at the left, pipeline accounts in the middle, what they reach at the right.
import { gatherAll, gatherRest } from './map-of-accounts-groups';
import type { MapAccount, MapPlan, MapReach } from './map-of-accounts-model';

export interface Placed {
  readonly account: MapAccount;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** One line of text instead of one for each region. */
  readonly isSmall: boolean;
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly cards: readonly Placed[];
  /** Joined again after accounts were folded together: one for each pair of cards. */
  readonly reaches: readonly MapReach[];
  /** Accounts that have no card of their own. */
  readonly folded: number;
}

export const MAP_WIDTH = 942;
const LEFT = { x: 16, width: 194 };
const MIDDLE = { x: 334, width: 212 };
/** Where nobody stands at the left, the pipeline accounts do: nearer to the middle of what is drawn. */
const ALONE_X = 120;
const RIGHT = { x: 716, width: 210 };
const PAD = 28;
/** Above these numbers cards become one line each, and above the second the rest is folded into one. */
const MOST = { left: 4, middle: 3, middleSmall: 8, right: 6, rightSmall: 13 } as const;
const SMALL_HEIGHT = 36;
const GROUP_HEIGHT = 48;
const LEAST_HEIGHT = 320;
/** What is higher begins at its upper edge: the pipeline accounts stand where one begins to read. */
const TALL = 900;
/** By how much the accounts of an open group stand in. */
const INSET = 16;
export const STRANGERS = { id: 'group outside', name: 'More from outside', isScanned: false } as const;
export const HUBS = { id: 'group hubs', name: 'More pipeline accounts', isScanned: true } as const;

/** The same plan gives the same places, to the pixel. `open` is the group whose accounts are drawn; with `all` there are no groups. Never throws. */
export function layOutMap(
  plan: MapPlan,
  { all, open }: { readonly all: boolean; readonly open: string | null },
): MapLayout {
  const limit = (most: number) => (all ? Number.POSITIVE_INFINITY : most);
  const left = gatherRest(plan.outside, limit(MOST.left), STRANGERS, open);
  const middle = gatherRest(plan.hubs, limit(MOST.middleSmall), HUBS, open);
  const right = gatherAll(plan.targets, limit(MOST.rightSmall), open);
  const isGrouped = right.shown.some(({ kind }) => kind === 'group');
  const inStageOrder = isGrouped
    ? right.shown
    : [...right.shown].sort((a, b) => a.stage - b.stage || compare(a, b));
  const columns = [
    { ...LEFT, accounts: left.shown, isSmall: false },
    {
      ...MIDDLE,
      x: left.shown.length === 0 ? ALONE_X : MIDDLE.x,
      accounts: middle.shown,
      isSmall: middle.shown.length > MOST.middle,
    },
    { ...RIGHT, accounts: inStageOrder, isSmall: isGrouped || inStageOrder.length > MOST.right },
  ];
  const needed = columns.map(({ accounts, isSmall }) => columnHeight(accounts, isSmall));
  const height = Math.max(LEAST_HEIGHT, ...needed.map((one) => one + 2 * PAD));
  const cards = columns.flatMap(({ x, width, accounts, isSmall }) => {
    const own = accounts.map((account) => cardHeight(account, isSmall));
    const sum = own.reduce((total, one) => total + one, 0);
    const spare = (height - 2 * PAD - sum) / Math.max(1, accounts.length);
    const gap = isSmall ? 8 : Math.round(Math.min(56, Math.max(20, spare)));
    // A map of all accounts is taller than the window: what they hang on stands where one begins to read.
    let y = all || height > TALL ? PAD : Math.round((height - sum - gap * (accounts.length - 1)) / 2);
    return accounts.map((account, place): Placed => {
      const inset = account.isMember === true && x === RIGHT.x ? INSET : 0;
      const card = { account, x: x + inset, y, width: width - inset, height: own[place] ?? 0, isSmall };
      y += card.height + gap;
      return card;
    });
  });
  const shown = new Map(cards.map(({ account }) => [account.id, account]));
  const folded = new Map([...left.into, ...middle.into, ...right.into]);
  return {
    width: MAP_WIDTH,
    height,
    cards,
    reaches: joined(plan.reaches, folded, shown),
    folded: left.folded + middle.folded + right.folded,
  };
}

function columnHeight(accounts: readonly MapAccount[], isSmall: boolean): number {
  return accounts.reduce((sum, one) => sum + cardHeight(one, isSmall) + (isSmall ? 8 : 20), -20);
}

/** Four regions fit a card; more are said in one line. */
export const MOST_ROWS = 4;

function cardHeight(account: MapAccount, isSmall: boolean): number {
  if (account.kind === 'group') return GROUP_HEIGHT;
  if (isSmall || account.kind === 'more') return SMALL_HEIGHT;
  if (account.kind === 'ci' || account.kind === 'outside') return 72;
  const rows = Math.min(account.rows.length, MOST_ROWS) + (account.rows.length > MOST_ROWS ? 1 : 0);
  return 34 + (account.kind === 'hub' ? 20 : 0) + (account.isScanned ? 0 : 20) + rows * 21 + 6;
}

const ORDER = ['neutral', 'works', 'depends', 'unknown', 'broken'] as const;

function joined(
  reaches: readonly MapReach[],
  folded: ReadonlyMap<string, string>,
  shown: ReadonlyMap<string, MapAccount>,
): readonly MapReach[] {
  const pairs = new Map<string, MapReach>();
  for (const reach of reaches) {
    const from = folded.get(reach.from) ?? reach.from;
    const to = folded.get(reach.to) ?? reach.to;
    const isFolded = from !== reach.from || to !== reach.to;
    const one: MapReach = isFolded
      ? {
          ...reach,
          from,
          to,
          ends: [shown.get(from)?.name ?? from, shown.get(to)?.name ?? to],
          goal: reach.goal === null ? null : (shown.get(from === reach.from ? to : from)?.goal ?? null),
        }
      : reach;
    const pair = `${from} ${to}${one.blast === undefined ? '' : ' blast'}`;
    const other = pairs.get(pair);
    pairs.set(pair, other === undefined ? one : merged(other, one));
  }
  return [...pairs.values()].filter((one) => one.from !== one.to);
}

function merged(a: MapReach, b: MapReach): MapReach {
  if (a.blast !== undefined && b.blast !== undefined) {
    // Into a group one gets as surely as into any of its accounts.
    const surer = ORDER.indexOf(b.state) < ORDER.indexOf(a.state) ? b : a;
    return {
      ...surer,
      blast: { hats: a.blast.hats + b.blast.hats, things: a.blast.things + b.blast.things },
    };
  }
  const worse = ORDER.indexOf(b.state) > ORDER.indexOf(a.state) ? b : a;
  return {
    ...worse,
    pipelines: new Set([...a.pipelines, ...b.pipelines]),
    inState: new Set([a, b].flatMap((one) => (one.state === worse.state ? [...one.inState] : []))),
    overBroad: a.overBroad || b.overBroad,
    marks: [...new Set([...a.marks, ...b.marks])],
  };
}

function compare(a: MapAccount, b: MapAccount): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1;
}
