// The hat as a drawing: who can put it on at the left, what it is for and what it can put on at the right; the brim as wide as it is broad.
import { picture, round, words } from './draw/ink';
import { lineStroke } from './draw/state-style';
import type { RolePage } from './role-page';
import type { Wearer } from './role-page-wearers';
import type { Box, Line, Primitive, Scene, Token } from './scene';
import { textWidth } from './text-metrics';

/** Where a box of the drawing leads. */
export type HatGoal =
  | { readonly kind: 'role'; readonly id: string }
  | { readonly kind: 'pipeline'; readonly pipeline: string; readonly action: string | null }
  | { readonly kind: 'wearers' };

export interface HatDrawing {
  readonly scene: Scene;
  readonly goals: { readonly [box: string]: HatGoal };
}

const WIDTH = 1060;
const CARD = { width: 272, height: 46, gap: 10 };
const TOP = 40;
const MIDDLE = 530;
const MOST = 5;
const BEND = 72;

interface Entry {
  readonly id: string;
  /** Null for a person, of whom there is no sign. */
  readonly glyph: string | null;
  readonly title: string;
  readonly second: string;
  readonly state: 'works' | 'depends' | 'unknown' | 'broken';
  readonly isWide: boolean;
  readonly tag: string | null;
  readonly goal: HatGoal | null;
}

/** The drawing of a hat. The same page gives the same drawing. Never throws. */
export function hatDrawing(page: RolePage): HatDrawing {
  const left = entriesOfWearers(page);
  const right = entriesOfUse(page);
  const rows = Math.max(left.length, right.length, 4);
  const body = rows * (CARD.height + CARD.gap);
  const height = TOP + body + 8;
  const centre = TOP + body / 2 - 14;
  const yOf = (list: readonly Entry[], place: number) =>
    TOP + (body - list.length * (CARD.height + CARD.gap)) / 2 + place * (CARD.height + CARD.gap);
  const rightX = WIDTH - 16 - CARD.width;
  const lines = [
    ...left.map((entry, place) =>
      lineOf(entry, 'in', 16 + CARD.width, yOf(left, place), place, left.length, centre),
    ),
    ...right.map((entry, place) =>
      lineOf(entry, 'out', rightX, yOf(right, place), place, right.length, centre),
    ),
  ];
  const goals: Record<string, HatGoal> = {};
  for (const { id, goal } of [...left, ...right]) if (goal !== null) goals[id] = goal;
  const scene: Scene = {
    version: 1,
    width: WIDTH,
    height,
    title: `${page.account}/${page.name}`,
    description: `${page.can} can put it on, ${page.need} need to`,
    caption: page.arn,
    boxes: [
      hatBox(page, centre),
      ...left.map((entry, place) => boxOf(entry, 16, yOf(left, place))),
      ...right.map((entry, place) => boxOf(entry, rightX, yOf(right, place))),
    ],
    lines,
    texts: [
      words(16, 22, 'Who can put it on', { size: 12.5, weight: 600 }),
      words(16 + textWidth('Who can put it on', 'sans', 12.5, 600) + 8, 22, 'both halves pass', {
        size: 12.5,
        fill: 'text-3',
      }),
      words(rightX, 22, 'What it is for', { size: 12.5, weight: 600 }),
      words(rightX + textWidth('What it is for', 'sans', 12.5, 600) + 8, 22, 'and what it can put on', {
        size: 12.5,
        fill: 'text-3',
      }),
    ],
    legend: [],
  };
  return { scene, goals };
}

const GLYPHS: Readonly<Record<Wearer['kind'], string | null>> = {
  role: 'hat',
  user: null,
  service: 'action',
  'identity provider': 'ci',
};

function entriesOfWearers(page: RolePage): readonly Entry[] {
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
      tag: null,
      goal: { kind: 'wearers' },
    },
  ];
}

function entriesOfUse(page: RolePage): readonly Entry[] {
  const served = page.serves.map(
    (one): Entry => ({
      id: `serves ${one.pipeline}`,
      glyph: 'pipeline',
      title: one.name,
      second: `${one.as}, ${one.actions.length} ${one.actions.length === 1 ? 'action' : 'actions'}`,
      state: one.state,
      isWide: false,
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
      tag: null,
      goal: { kind: 'wearers' },
    },
  ];
}

function boxOf(entry: Entry, x: number, y: number): Box {
  const tagWidth = entry.tag === null ? 0 : Math.ceil(textWidth(entry.tag, 'sans', 10.5, 600)) + 14;
  const isMarked = entry.state !== 'works';
  const left = entry.glyph === null ? 14 : 38;
  const room = CARD.width - left - 12 - tagWidth - (isMarked ? 24 : 0);
  const tag: readonly Primitive[] =
    entry.tag === null
      ? []
      : [
          {
            kind: 'rect',
            x: CARD.width - 10 - tagWidth,
            y: 14.5,
            width: tagWidth,
            height: 17,
            radius: 8.5,
            fill: 'works-bg',
          },
          words(CARD.width - 10 - tagWidth / 2, 26.5, entry.tag, {
            size: 10.5,
            weight: 600,
            fill: 'works-t',
            anchor: 'middle',
          }),
        ];
  return {
    id: entry.id,
    shape: 'card',
    x,
    y: round(y),
    width: CARD.width,
    height: CARD.height,
    parts: [
      {
        kind: 'rect',
        x: 0,
        y: 0,
        width: CARD.width,
        height: CARD.height,
        radius: 8,
        fill: 'surface',
        stroke: isMarked ? entry.state : 'line-2',
        strokeWidth: isMarked ? 1.5 : 1,
      },
      ...(entry.glyph === null ? [] : [picture(entry.glyph, 11, 14, 18, 'text-2', 1.7)]),
      words(left, 20, entry.title, { size: 12, weight: 600 }, room),
      words(left, 35, entry.second, { size: 11, fill: 'text-2' }, room),
      ...tag,
      ...(isMarked ? [picture(entry.state, CARD.width - 28 - tagWidth, 15, 16, entry.state, 2)] : []),
    ],
    label: [entry.title, entry.second, entry.tag ?? '', entry.state === 'works' ? '' : entry.state]
      .filter((part) => part !== '')
      .join(', '),
    opens: null,
    state: entry.state,
    overBroad: entry.isWide,
    kind: 'hat',
    opacity: 1,
    selected: false,
    paths: [],
  };
}

/** 260 px and 25 more for each time that twice as many can as need to; at most 440. Never throws. */
export function brimWidth(can: number, need: number): number {
  const times = Math.max(1, can) / Math.max(1, need);
  return Math.round(Math.min(440, 260 + 25 * Math.max(0, Math.log2(times))));
}

function hatBox(page: RolePage, centre: number): Box {
  const width = 440;
  const half = brimWidth(page.can, page.need) / 2;
  // Relative to a box whose left edge is at 370: the crown stands over its middle.
  const m = width / 2;
  const crown = `M${m - 118} 130C${m - 118} 50 ${m - 104} 2 ${m - 58} 0C${m - 30} -1 ${m - 18} 10 ${m} 10C${m + 18} 10 ${m + 30} -1 ${m + 58} 0C${m + 104} 2 ${m + 118} 50 ${m + 118} 130C${m + 70} 152 ${m - 70} 152 ${m - 118} 130Z`;
  const ribbon = `M${m - 119} 104C${m - 70} 124 ${m + 70} 124 ${m + 119} 104V132C${m + 70} 152 ${m - 70} 152 ${m - 119} 132Z`;
  const brim = `M${m - half} 126C${round(m - half * 0.62)} 158 ${round(m + half * 0.62)} 158 ${m + half} 126C${round(m + half * 0.92)} 158 ${m + half * 0.5} 174 ${m} 174C${m - half * 0.5} 174 ${round(m - half * 0.92)} 158 ${m - half} 126Z`;
  const wide: Token = page.overBroad ? 'broad' : 'surface';
  const served = `${page.serves.length} ${page.serves.length === 1 ? 'pipeline' : 'pipelines'}`;
  return {
    id: 'hat',
    shape: 'card',
    x: MIDDLE - m,
    y: round(centre - 88),
    width,
    height: 200,
    parts: [
      { kind: 'path', d: crown, fill: 'surface', stroke: 'ink', strokeWidth: 2 },
      { kind: 'path', d: ribbon, fill: 'lane', stroke: 'ink', strokeWidth: 1.5 },
      {
        kind: 'path',
        d: brim,
        fill: wide,
        stroke: page.overBroad ? 'broad-rail' : 'ink',
        strokeWidth: 1.8,
      },
      words(m, 52, page.name, { size: 17, weight: 650, anchor: 'middle' }, 196),
      words(
        m,
        72,
        `${page.account}, ${page.accountId}`,
        { size: 11.5, fill: 'text-2', anchor: 'middle' },
        214,
      ),
      words(m, 89, served, { size: 11.5, fill: 'text-2', anchor: 'middle' }),
      words(
        m,
        194,
        `${page.open === null ? '' : 'at least '}${page.can} can put it on, ${page.need} ${page.need === 1 ? 'needs' : 'need'} to`,
        {
          size: 12,
          weight: 600,
          anchor: 'middle',
        },
      ),
    ],
    label: `${page.name} in ${page.account}, ${served}`,
    opens: null,
    state: null,
    overBroad: page.overBroad,
    kind: 'hat',
    opacity: 1,
    selected: true,
    paths: [],
  };
}

function lineOf(
  entry: Entry,
  way: 'in' | 'out',
  x: number,
  top: number,
  place: number,
  count: number,
  centre: number,
): Line {
  const y = round(top + CARD.height / 2);
  const side = way === 'in' ? -1 : 1;
  const hatX = MIDDLE + side * 112;
  const hatY = round(centre - 24 + (place - (count - 1) / 2) * 11);
  const pull = side * BEND;
  const d =
    way === 'in'
      ? `M${x} ${y}C${x + BEND} ${y} ${hatX + pull} ${hatY} ${hatX} ${hatY}`
      : `M${hatX} ${hatY}C${hatX + pull} ${hatY} ${x - BEND} ${y} ${x} ${y}`;
  const band: readonly Primitive[] = entry.isWide
    ? [
        { kind: 'path', d, stroke: 'broad-rail', strokeWidth: 9, cap: 'butt' },
        { kind: 'path', d, stroke: 'broad', strokeWidth: 6.6, cap: 'butt' },
      ]
    : [];
  return {
    id: entry.id,
    from: way === 'in' ? entry.id : 'hat',
    to: way === 'in' ? 'hat' : entry.id,
    points:
      way === 'in'
        ? [
            { x, y },
            { x: hatX, y: hatY },
          ]
        : [
            { x: hatX, y: hatY },
            { x, y },
          ],
    kind: 'puts on',
    verb: 'puts on',
    parts: [...band, { kind: 'path', d, ...lineStroke(entry.state) }],
    ring: null,
    state: entry.state,
    overBroad: entry.isWide,
    paths: [],
    label: entry.title,
    opacity: 1,
    ringParts: [],
  };
}
