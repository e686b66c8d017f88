// What stands above the hats: the action as a flag, and the hats that it hands to somebody else.
import { picture, words } from '../draw/ink';
import { borderStroke, lineStroke } from '../draw/state-style';
import { wrapName } from '../draw/wrap';
import { markedBy } from '../marked-by';
import type { Box, Primitive } from '../scene';
import { stateWord } from '../state-word';
import { textWidth } from '../text-metrics';
import { drawBigHat } from './draw-big-hat';
import { GAP, type Level, MIDDLE, type Places } from './stack-places';
import type { HandedHat, StackPlan } from './stack-plan';

const FLAG = { width: 190, height: 54 } as const;
const STILL = { opens: null, opacity: 1, selected: false, paths: [] } as const;
/** Hats that are drawn; more are counted. */
const MOST = 2;

/** The action on its pole, in the colour of its verdict. Never throws. */
export function drawFlag({ trail }: StackPlan, { flag }: Places): Box {
  const { width, height } = FLAG;
  const border = borderStroke(trail.state);
  return {
    ...STILL,
    id: 'action',
    shape: 'card',
    kind: 'action',
    x: MIDDLE,
    y: flag.y,
    width,
    height,
    parts: [
      { kind: 'path', d: `M0 ${flag.pole - flag.y}V-4`, stroke: 'ink', strokeWidth: 2.2, cap: 'round' },
      {
        kind: 'path',
        d: `M0 0H${width}L${width - 16} ${height / 2}L${width} ${height}H0Z`,
        fill: 'surface',
        ...border,
        stroke: trail.state === 'works' ? 'ink' : (border.stroke ?? 'ink'),
        strokeWidth: 2,
      },
      words(12, 23, trail.action, { size: 13.5, weight: 600 }, width - 56),
      words(12, 41, `${trail.account}, ${trail.region}`, { size: 12, fill: 'text-2' }, width - 34),
      picture(trail.state, width - 40, 9, 16, trail.state, 2),
    ],
    label: `${trail.action}, ${trail.provider} in ${trail.account}, ${trail.region}: ${stateWord(trail.state)}`,
    state: trail.state,
    overBroad: trail.overBroad,
    ...markedBy({ marks: trail.marks.map(({ finding }) => finding) }),
  };
}

/** The air between a hat that cannot be put on and what it would stand on. Never throws. */
export function drawGap({ bottom }: Level): readonly Primitive[] {
  const y = bottom - 27 + GAP / 2;
  const stroke = { stroke: 'broken', strokeWidth: 2.4, cap: 'round' } as const;
  return [
    { kind: 'path', d: `M${MIDDLE - 7} ${y - 7}l14 14M${MIDDLE + 7} ${y - 7}l-14 14`, ...stroke },
    {
      kind: 'path',
      d: `M${MIDDLE - 74} ${y}H${MIDDLE - 18}M${MIDDLE + 18} ${y}H${MIDDLE + 74}`,
      ...stroke,
      dash: '6 5',
    },
    words(MIDDLE + 88, y + 4, 'cannot climb', { size: 12.5, weight: 600, fill: 'broken-t' }),
  ];
}

/** The hats that are handed on, with the way they go. Never throws. */
export function drawHanded(
  { handed }: StackPlan,
  { flag }: Places,
): { readonly boxes: readonly Box[]; readonly texts: readonly Primitive[] } {
  const shown = handed.slice(0, MOST);
  const more = handed.length - shown.length;
  return {
    boxes: shown.map((one, index) => handedBox(one, 1010 + index * 220, flag.y - 14)),
    texts: [
      ...shown.flatMap((one, index) => arc(one, 1010 + index * 220, flag.y)),
      ...(more > 0
        ? [words(1330, flag.y + 140, `and ${more} more`, { size: 12, fill: 'text-3', anchor: 'end' })]
        : []),
    ],
  };
}

function handedBox({ node, account, deed, to, way }: HandedHat, x: number, y: number): Box {
  const names = wrapName(node.name, 96, 2, 'sans', 11.5, 600);
  const caption = way === 'passes' ? `handed to ${to}` : `put on by ${to}`;
  const half = 84;
  return {
    ...STILL,
    // The deed has a line of its own, which goes by the hop's number alone.
    id: `hop:${deed.number}/${node.id}`,
    shape: 'card',
    kind: 'hat',
    x: x - half,
    y,
    width: 2 * half,
    height: 140,
    parts: [
      ...drawBigHat({
        x: half,
        top: 0,
        brim: 70,
        half: 84,
        state: deed.state,
        overBroad: false,
        scale: 0.74,
      }),
      ...names.map((line, index) =>
        words(half, 36 - (names.length - 1) * 7 + index * 14, line, {
          size: 11.5,
          weight: 600,
          anchor: 'middle',
        }),
      ),
      words(half, 120, caption, { size: 11.5, fill: 'text-2', anchor: 'middle' }, 210),
      words(half, 135, `in ${account}`, { size: 11.5, fill: 'text-2', anchor: 'middle' }, 210),
    ],
    label: `Hop ${deed.number}: ${node.name}, ${caption}, in ${account}: ${stateWord(deed.state)}`,
    state: deed.state,
    overBroad: false,
  };
}

function arc({ deed, to, way }: HandedHat, x: number, y: number): readonly Primitive[] {
  const from = { x: MIDDLE + FLAG.width - 8, y: y + FLAG.height / 2 };
  const end = { x: x - 62, y: y + 10 };
  const lift = y - 46;
  const middle = { x: (from.x + end.x) / 2, y: (from.y + end.y) / 4 + lift / 2 };
  const stroke = lineStroke(deed.state);
  const label = way === 'passes' ? 'passes' : `${to} puts on`;
  const width = textWidth(label, 'sans', 12.5, 400);
  return [
    {
      kind: 'path',
      d: `M${from.x} ${from.y}Q${(from.x + end.x) / 2} ${lift} ${end.x} ${end.y}`,
      ...stroke,
      strokeWidth: 2,
    },
    {
      kind: 'path',
      d: `M${end.x} ${end.y}l-11 -2M${end.x} ${end.y}l-4 -11`,
      stroke: stroke.stroke ?? 'line-3',
      strokeWidth: 2,
      cap: 'round',
    },
    ...(deed.state === 'broken'
      ? [
          {
            kind: 'path' as const,
            d: `M${middle.x - 6} ${middle.y - 6}l12 12M${middle.x + 6} ${middle.y - 6}l-12 12`,
            stroke: 'broken' as const,
            strokeWidth: 2.4,
            cap: 'round' as const,
          },
        ]
      : []),
    words(middle.x - width / 2, middle.y - 12, label, { size: 12.5, fill: 'text-2' }),
  ];
}
