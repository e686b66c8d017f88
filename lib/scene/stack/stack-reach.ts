// The call-back: from the top of the stack down to the store and the key on the ground, in the account and region that hold them.
import type { GraphNode } from '@/lib/graph/hop';
import type { State } from '@/lib/verdict/judgement';
import { drawLine } from '../draw/draw-line';
import { drawRing } from '../draw/draw-ring';
import { picture, words } from '../draw/ink';
import { borderStroke, textToken } from '../draw/state-style';
import { wrapName } from '../draw/wrap';
import type { Point } from '../layout/polyline';
import { worst } from '../plan/worst';
import type { Box, Line, Primitive, Ring } from '../scene';
import { verbOf } from '../verbs';
import type { PlacedDeed } from './draw-level';
import { LANES, RIGHT, WIDTH } from './stack-places';

interface Reached {
  readonly node: GraphNode;
  readonly deeds: readonly PlacedDeed[];
  readonly state: State;
}

/** The stores and keys that the deeds reach for, in the order of their lines: the innermost first. Never throws. */
export function reachedBy(deeds: readonly PlacedDeed[]): readonly Reached[] {
  const nodes = [
    ...new Map(
      deeds.flatMap(({ lines }) => lines.deed.reaches ?? []).map((node) => [node.id, node]),
    ).values(),
  ];
  return nodes
    .map((node) => {
      const own = deeds.filter(({ lines }) => lines.deed.reaches?.id === node.id);
      return {
        node,
        deeds: own,
        state: worst(own.map(({ lines }) => lines.deed.state)) ?? ('works' as const),
      };
    })
    .reverse();
}

export interface Foot {
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  readonly texts: readonly Primitive[];
}

/** Cards and lines of what is reached for; `nameOf` says accounts by name. Never throws. */
export function drawReached(
  reached: readonly Reached[],
  ground: number,
  nameOf: (account: string | null) => string,
): Foot {
  const room = WIDTH - 24 - RIGHT.x;
  const gap = 14;
  const width = Math.min(220, Math.floor((room - gap * (reached.length - 1)) / Math.max(1, reached.length)));
  const top = ground + 108 + reached.length * 10;
  const boxes: Box[] = [];
  const lines: Line[] = [];
  const texts: Primitive[] = [];
  reached.forEach((one, index) => {
    const x = RIGHT.x + index * (width + gap);
    const box = card(one, x, top, width, nameOf);
    boxes.push(box);
    const lane = LANES.x + index * LANES.pitch;
    const turn = ground + 96 + index * 10;
    for (const deed of one.deeds) lines.push(lineTo(deed, box, lane, ground + 34, turn, one));
    const fault = one.deeds.find(({ lines: { deed } }) => deed.state === one.state && one.state !== 'works');
    if (fault !== undefined) texts.push(...verdictWords(fault, lane, ground + 34, index, nameOf));
  });
  return { boxes, lines, texts };
}

const CARD_HEIGHT = 76;

function card(one: Reached, x: number, y: number, width: number, nameOf: (id: string | null) => string): Box {
  const { node, state } = one;
  const isKey = node.kind === 'key';
  const side = isKey ? 16 : 12;
  const names = wrapName(node.name, width - 2 * side - 4, 2, 'sans', 12.5, 600);
  const what = isKey ? 'key' : node.kind === 'store' ? 'artifact store' : 'bucket';
  const place = [nameOf(node.account), node.region ?? ''].filter((part) => part !== '').join(', ');
  return {
    id: `reached:${node.id}`,
    shape: 'card',
    kind: isKey ? 'key' : 'store',
    x,
    y,
    width,
    height: CARD_HEIGHT,
    parts: [
      {
        kind: 'rect',
        x: 0,
        y: 0,
        width,
        height: CARD_HEIGHT,
        radius: isKey ? 24 : 7,
        fill: 'raised',
        ...borderStroke(state),
        ...(state === 'broken' ? { dash: '5 4' } : {}),
      },
      picture(isKey ? 'key' : 'store', side - 2, 7, 13, 'text-2', 2),
      words(side + 15, 18, what, { size: 11, fill: 'text-3' }),
      ...names.map((line, index) => words(side, 34 + index * 14, line, { size: 12.5, weight: 600 })),
      words(side, 36 + names.length * 14 + 1, place, { size: 11, fill: 'text-2' }, width - 2 * side + 4),
    ],
    label: `${node.name}, ${node.job} in ${place}`,
    opens: null,
    state,
    overBroad: false,
    opacity: 1,
    selected: false,
    paths: [],
  };
}

function lineTo(
  { lines: { deed }, end }: PlacedDeed,
  box: Box,
  lane: number,
  ringY: number,
  turn: number,
  one: Reached,
): Line {
  const x = Math.round(box.x + box.width / 2);
  const points: readonly Point[] = [
    end,
    { x: lane, y: end.y },
    { x: lane, y: turn },
    { x, y: turn },
    { x, y: box.y },
  ];
  const { sides } = deed.hop;
  const at = lane - end.x + (ringY - end.y);
  const isRinged = deed.state === one.state;
  const ring: Ring = {
    x: lane,
    y: ringY,
    halves: sides.crossAccount ? [sides.principal, sides.resource] : [deed.state],
    number: deed.number,
    warning: false,
  };
  const near = sides.crossAccount ? sides.principal : deed.state === 'broken' ? 'works' : deed.state;
  const far = sides.crossAccount ? sides.resource : deed.state;
  return {
    id: `${deed.number} ${box.id}`,
    from: `hop:${deed.number}`,
    to: box.id,
    points,
    kind: deed.hop.hop.kind,
    verb: verbOf(deed.hop.hop.kind),
    parts: drawLine(points, {
      near,
      far,
      ring: at,
      ringDrawn: isRinged,
      band: false,
      arrow: true,
      short: 0,
      crossings: [],
    }),
    ring: isRinged ? ring : null,
    ringParts: isRinged ? drawRing(ring, { dx: 0, dy: 1 }) : [],
    state: deed.state,
    overBroad: false,
    paths: [],
    label: deed.text,
    opacity: 1,
  };
}

/** `acme-prod: yes` over `acme-tools: no`, left of the ring. */
function verdictWords(
  { lines: { deed } }: PlacedDeed,
  lane: number,
  ringY: number,
  index: number,
  nameOf: (id: string | null) => string,
): readonly Primitive[] {
  const { sides } = deed.hop;
  if (!sides.crossAccount) return [];
  const said: Readonly<Record<State, string>> = {
    works: 'yes',
    broken: 'no',
    depends: 'depends',
    unknown: 'not read',
  };
  const right = lane - 18 - index * LANES.pitch;
  return [
    [sides.principalAccount, sides.principal] as const,
    [sides.resourceAccount, sides.resource] as const,
  ].map(([account, state], row) =>
    words(right, ringY - 2 + row * 16, `${nameOf(account)}: ${said[state]}`, {
      size: 12,
      weight: state === 'works' ? 400 : 600,
      fill: state === 'works' ? 'text-2' : textToken(state),
      anchor: 'end',
    }),
  );
}
