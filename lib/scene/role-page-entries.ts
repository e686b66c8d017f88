// What stands at both sides of the drawing of a hat: who can put it on, and what it is for.
import type { RolePage } from './role-page';
import type { Wearer } from './role-page-wearers';

/** Where a box of the drawing leads. */
export type HatGoal =
  | { readonly kind: 'role'; readonly id: string }
  | { readonly kind: 'pipeline'; readonly pipeline: string; readonly action: string | null }
  | { readonly kind: 'wearers' };

const MOST = 5;

/** One card. */
export interface Entry {
  readonly id: string;
  readonly glyph: string;
  readonly title: string;
  readonly second: string;
  readonly state: 'works' | 'depends' | 'unknown' | 'broken';
  readonly isWide: boolean;
  /** The findings behind that. */
  readonly marks: readonly string[];
  readonly tag: string | null;
  readonly goal: HatGoal | null;
}

const GLYPHS: Readonly<Record<Wearer['kind'], string>> = {
  role: 'hat',
  user: 'person',
  service: 'action',
  'identity provider': 'ci',
};

/** Who can put it on, the first few by name. Never throws. */
export function entriesOfWearers(page: RolePage): readonly Entry[] {
  if (page.wearers.length === 0) return [];
  const shown = page.wearers.slice(0, page.wearers.length > MOST ? MOST - 1 : MOST);
  const rest = page.wearers.slice(shown.length);
  const entries = shown.map(
    (one): Entry => ({
      id: `wearer ${one.id}`,
      glyph: GLYPHS[one.kind],
      title: one.name,
      second: [one.account, one.kind].filter((part) => part !== null).join(', '),
      state: one.state,
      isWide: page.overBroad && !one.needs,
      marks: one.needs ? [] : page.marks,
      tag: one.needs ? 'needs it' : null,
      goal: one.roleId === null ? null : { kind: 'role', id: one.roleId },
    }),
  );
  if (rest.length === 0) return entries;
  const accounts = [...new Set(rest.flatMap((one) => one.account ?? []))];
  return [
    ...entries,
    {
      id: 'more wearers',
      glyph: page.overBroad ? 'overbroad' : 'hat',
      title: `${rest.length} more${accounts.length === 1 ? ` in ${accounts[0]}` : ''}`,
      second: accounts.length > 1 ? `in ${accounts.length} accounts` : 'listed below',
      state: rest.find((one) => one.state === 'unknown')?.state ?? rest[0]?.state ?? 'works',
      isWide: page.overBroad,
      marks: page.marks,
      tag: null,
      goal: { kind: 'wearers' },
    },
  ];
}

/** What it is worn for, and what it can put on in turn. Never throws. */
export function entriesOfUse(page: RolePage): readonly Entry[] {
  const served = page.serves.map(
    (one): Entry => ({
      id: `serves ${one.pipeline}`,
      glyph: 'pipeline',
      title: one.name,
      second: `${one.as}, ${one.actions.length} ${one.actions.length === 1 ? 'action' : 'actions'}`,
      state: one.state,
      isWide: false,
      marks: [],
      tag: null,
      goal: {
        kind: 'pipeline',
        pipeline: one.pipeline,
        action: one.actions.find(({ state }) => state === one.state)?.action ?? null,
      },
    }),
  );
  const next = page.next.map(
    (one): Entry => ({
      id: `next ${one.arn}`,
      glyph: 'hat',
      title: one.name,
      second: 'can be put on from here',
      state: one.state,
      isWide: false,
      marks: [],
      tag: null,
      goal: { kind: 'role', id: one.roleId },
    }),
  );
  const all = [...served, ...next];
  if (all.length <= MOST) return all;
  const rest = all.length - (MOST - 1);
  return [
    ...all.slice(0, MOST - 1),
    {
      id: 'more uses',
      glyph: 'pipeline',
      title: `${rest} more`,
      second: 'listed below',
      state: 'works',
      isWide: false,
      marks: [],
      tag: null,
      goal: { kind: 'wearers' },
    },
  ];
}
