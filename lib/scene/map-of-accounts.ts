// Who reaches whom, as a drawing: accounts as cards, one line for each pair. The same analysis gives the same drawing, to the pixel.
import type { Analysis } from '@/lib/analysis/analysis';
import { drawLegend } from './draw/draw-legend';
import { picture, round, words } from './draw/ink';
import { exactTime } from './exact-time';
import { type Blast, litCards, withBlast } from './map-of-accounts-blast';
import { drawAccount, endMark } from './map-of-accounts-cards';
import { layOutMap, type MapLayout, type Placed } from './map-of-accounts-layout';
import { type DrawnReach, drawReaches } from './map-of-accounts-lines';
import type { MapGoal } from './map-of-accounts-model';
import { blastWords, mapPlan, reachLabel } from './map-of-accounts-plan';
import { markedBy } from './marked-by';
import type { Box, LegendEntry, Line, Primitive, Scene } from './scene';
import { textWidth } from './text-metrics';

export interface MapOfAccounts {
  readonly scene: Scene;
  /** Where a box of the scene leads, by its id. */
  readonly goals: { readonly [box: string]: MapGoal };
  /** Accounts that stand in a group and have no card of their own. */
  readonly folded: number;
}

export interface MapScope {
  /** No account is folded away. */
  readonly all?: boolean;
  /** The group whose accounts are drawn one by one. */
  readonly open?: string | null;
  /** The ARN of the one pipeline that is looked at; left out: all of them. */
  readonly pipeline?: string;
  /** What is brought out, the rest dimmed. */
  readonly blast?: Blast;
}

/** The map of accounts. Never throws. */
export function mapOfAccounts(
  whole: Analysis,
  { all = false, open = null, pipeline, blast }: MapScope = {},
): MapOfAccounts {
  const analysis =
    pipeline === undefined
      ? whole
      : { ...whole, pipelines: whole.pipelines.filter((one) => one.arn === pipeline) };
  const plan = blast === undefined ? mapPlan(analysis) : withBlast(analysis, mapPlan(analysis), blast);
  const layout = layOutMap(plan, { all, open });
  const drawn = drawReaches(layout);
  const lit = blast === undefined ? null : litCards(drawn, blast, layout);
  const ends = new Set(blast?.ends);
  const cards = layout.cards.map((card) => boxOf(card, lit, ends.has(card.account.id)));
  const counts = countBoxes(drawn, layout, blast !== undefined);
  const goals: Record<string, MapGoal> = {};
  for (const { account } of layout.cards) if (account.goal !== null) goals[account.id] = account.goal;
  for (const { box, goal } of counts) if (goal !== null) goals[box.id] = goal;
  const total = plan.hubs.length + plan.targets.length + plan.outside.length;
  const scene: Scene = {
    version: 1,
    width: layout.width,
    height: layout.height,
    title: blast?.title ?? 'Who reaches whom',
    description: drawn
      .filter(({ reach }) => blast === undefined || reach.blast !== undefined)
      .map(({ reach }) => reachLabel(reach))
      .join('. '),
    caption: `${total} accounts, snapshot of ${exactTime(analysis.snapshot.takenAt)}`,
    boxes: [...cards, ...counts.map(({ box }) => box)],
    lines: drawn.map((one) => lineOf(one, blast !== undefined)),
    texts: [],
    legend: [
      ...(drawn.some(({ reach }) => reach.state === 'neutral') ? [PROVIDER_LINE] : []),
      ...drawLegend({
        lines: new Set(drawn.map(({ reach }) => reach.state)),
        closedRing: false,
        halfRings: false,
        band: drawn.some(({ reach }) => reach.overBroad),
        hats: false,
        prod: layout.cards.some(({ account }) => account.isProd),
        unscanned: layout.cards.some(({ account }) => !account.isScanned),
        unmodelled: false,
        runs: false,
      }),
    ],
  };
  return { scene, goals, folded: layout.folded };
}

function boxOf(card: Placed, lit: ReadonlySet<string> | null, isEnd: boolean): Box {
  const { account } = card;
  const regions = account.rows.map((row) => `${row.region} ${row.text === '' ? row.state : row.text}`);
  return {
    id: account.id,
    shape: 'card',
    x: card.x,
    y: card.y,
    width: card.width,
    height: card.height,
    parts: isEnd ? [...drawAccount(card), ...endMark(card)] : drawAccount(card),
    label: [
      account.name,
      account.second,
      account.isScanned ? '' : 'not scanned',
      account.note,
      ...regions,
      isEnd ? 'here' : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
    opens: null,
    state: account.state,
    overBroad: false,
    kind: account.kind,
    opacity: lit === null || lit.has(account.id) ? 1 : DIM_CARD,
    selected: isEnd,
    paths: [],
  };
}

function lineOf({ reach, parts, ends }: DrawnReach, isBlast: boolean): Line {
  return {
    id: `${reach.from} → ${reach.to}${reach.blast === undefined ? '' : ' blast'}`,
    from: reach.from,
    to: reach.to,
    points: ends,
    kind: 'reaches',
    verb: 'reaches',
    parts,
    ring: null,
    state: reach.state,
    overBroad: reach.overBroad,
    ...markedBy(reach),
    paths: [],
    label: reachLabel(reach),
    opacity: isBlast && reach.blast === undefined ? DIM_LINE : 1,
    ringParts: [],
  };
}

const PROVIDER_LINE: LegendEntry = {
  id: 'provider',
  word: 'Identity provider',
  sample: [{ kind: 'path', d: 'M0 9H32', stroke: 'line-3', strokeWidth: 1.4, cap: 'round' }],
};

const DIM_CARD = 0.45;
const DIM_LINE = 0.12;

interface Count {
  readonly box: Box;
  readonly goal: MapGoal | null;
}

const PILL_HEIGHT = 22;

/** How many pipelines take a line, in a pill on it; no two pills on each other. */
function countBoxes(drawn: readonly DrawnReach[], layout: MapLayout, isBlast: boolean): readonly Count[] {
  const taken: { x: number; y: number; width: number; height: number }[] = layout.cards.map((card) => card);
  return drawn.flatMap(({ reach, places }): readonly Count[] => {
    const [best] = places;
    if (best === undefined || (isBlast ? reach.blast === undefined : reach.pipelines.size === 0)) return [];
    const text = reach.blast === undefined ? `${reach.pipelines.size}` : blastWords(reach.blast);
    const isMarked = reach.state !== 'works' && reach.state !== 'neutral';
    const width = Math.ceil(textWidth(text, 'sans', 11, 600)) + 18 + (isMarked ? 17 : 0);
    const rectAt = ({ x, y }: { readonly x: number; readonly y: number }) => ({
      x: round(x - width / 2),
      y: round(y - PILL_HEIGHT / 2),
      width,
      height: PILL_HEIGHT,
    });
    const free = places.map(rectAt).find((rect) => !taken.some((other) => overlap(rect, other)));
    const rect = free ?? rectAt(best);
    taken.push(rect);
    const box: Box = {
      id: `count ${reach.from} ${reach.to}`,
      shape: 'card',
      ...rect,
      parts: pill(text, width, isMarked ? reach.state : null),
      label: reachLabel(reach),
      opens: null,
      state: reach.state === 'neutral' ? null : reach.state,
      overBroad: reach.overBroad,
      ...markedBy(reach),
      kind: 'count',
      opacity: 1,
      selected: false,
      paths: [],
    };
    return [{ box, goal: reach.goal }];
  });
}

function pill(
  text: string,
  width: number,
  state: 'broken' | 'unknown' | 'depends' | 'works' | 'neutral' | null,
): readonly Primitive[] {
  const isMarked = state !== null && state !== 'neutral';
  return [
    {
      kind: 'rect',
      x: 0,
      y: 0,
      width,
      height: PILL_HEIGHT,
      radius: 11,
      fill: 'surface',
      stroke: isMarked ? state : 'line-2',
      strokeWidth: 1,
    },
    ...(isMarked ? [picture(state, 7, 4.5, 13, state, 2)] : []),
    words(width - 9, 15, text, { size: 11, weight: 600, anchor: 'end' }),
  ];
}

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
