// One floor of the stack: what lets it climb, the hat, and what it may do from there.
import { picture, words } from '../draw/ink';
import { borderStroke, textToken } from '../draw/state-style';
import { wrapName } from '../draw/wrap';
import { markedBy } from '../marked-by';
import type { Box, Primitive } from '../scene';
import { stateWord } from '../state-word';
import { textWidth } from '../text-metrics';
import { brimHalf, drawBigHat } from './draw-big-hat';
import { type DeedLines, LEFT, type Level, LINE, MIDDLE, PROSE, RIGHT } from './stack-places';

const STILL = { opens: null, opacity: 1, selected: false, paths: [] } as const;

/** The card at the left: whose policies let the hat be put on. Never throws. */
export function climbCard(level: Level): Box {
  const { hat, says, wide, top } = level;
  const rows = says.reduce((sum, { lines }) => sum + lines.length, 0) + wide.length;
  const height = 34 + rows * LINE + 30;
  const state = hat.climb.state;
  let y = 30;
  const parts: Primitive[] = [
    {
      kind: 'rect',
      x: 0,
      y: 0,
      width: LEFT.width,
      height,
      radius: 9,
      fill: 'surface',
      ...borderStroke(state),
    },
    words(LEFT.pad, 22, `Onto ${hat.node.name}`, { size: 14, weight: 600 }, LEFT.width - 2 * LEFT.pad),
  ];
  for (const { state: side, lines } of says) {
    parts.push(picture(side, LEFT.pad - 2, y + 4, 15, side, 2));
    for (const line of lines) {
      y += LINE;
      parts.push(
        words(LEFT.pad + 20, y, line, { ...PROSE, fill: side === 'works' ? 'text-2' : textToken(side) }),
      );
    }
  }
  for (const line of wide) {
    y += LINE;
    const width = textWidth(line, 'sans', PROSE.size, 500) + 8;
    parts.push({ kind: 'rect', x: LEFT.pad + 16, y: y - 13, width, height: 17, radius: 3, fill: 'broad' });
    parts.push(words(LEFT.pad + 20, y, line, { ...PROSE, weight: 500, fill: 'broad-t' }));
  }
  const note = hat.crossAccount ? 'Two accounts: both must say yes.' : 'One account decides.';
  parts.push(words(LEFT.pad, y + 24, note, { size: 11.5, fill: 'text-3' }));
  return {
    ...STILL,
    id: `hop:${hat.climb.number}`,
    shape: 'card',
    kind: 'climb',
    x: LEFT.x,
    y: top + 18,
    width: LEFT.width,
    height,
    parts,
    label: `Hop ${hat.climb.number}, onto ${hat.node.name}: ${stateWord(state)}. ${hat.says.map(({ text }) => text).join('. ')}. ${note}`,
    state,
    overBroad: hat.overBroad,
    ...markedBy(hat),
  };
}

/** The hat itself, with its name, its account, and how many can put it on. Never throws. */
export function hatBox({ hat, crown, brim }: Level): Box {
  const half = brimHalf(hat.reach);
  const x = MIDDLE - half;
  const names = wrapName(hat.node.name, 128, 3, 'sans', 13.5, 600);
  const middle = (crown + brim) / 2 - 8 - (names.length - 1) * 8;
  return {
    ...STILL,
    id: `hat:${hat.node.arn ?? hat.node.id}`,
    shape: 'card',
    kind: 'hat',
    x,
    y: crown,
    width: 2 * half,
    height: brim - crown + 47,
    parts: [
      ...drawBigHat({
        x: half,
        top: 0,
        brim: brim - crown,
        half,
        state: hat.climb.state,
        overBroad: hat.overBroad,
        scale: 1,
      }),
      ...names.map((line, index) =>
        words(half, middle - crown + index * 16, line, { size: 13.5, weight: 600, anchor: 'middle' }),
      ),
      words(half, middle - crown + names.length * 16 + 1, hat.account, {
        size: 12,
        fill: 'text-2',
        anchor: 'middle',
      }),
      ...(hat.node.account === null || hat.account === hat.node.account
        ? []
        : [
            words(half, middle - crown + names.length * 16 + 17, hat.node.account, {
              font: 'mono',
              size: 10.5,
              fill: 'text-3',
              anchor: 'middle',
            }),
          ]),
      ...(hat.reach === null
        ? []
        : [
            words(half + 88, brim - crown - 44, `${hat.reach.can} can put it on`, {
              size: 12.5,
              weight: 600,
            }),
            words(
              half + 88,
              brim - crown - 27,
              `${hat.reach.need} ${hat.reach.need === 1 ? 'needs' : 'need'} it`,
              {
                size: 12.5,
                fill: 'text-2',
              },
            ),
          ]),
    ],
    label: `${hat.node.name}, ${hat.node.job} in ${hat.account}${hat.overBroad ? ', over-broad' : ''}`,
    state: hat.climb.state,
    overBroad: hat.overBroad,
    ...markedBy(hat),
  };
}

export interface PlacedDeed {
  readonly box: Box;
  readonly lines: DeedLines;
  /** Where a line may leave towards what it reaches for. */
  readonly end: { readonly x: number; readonly y: number };
}

/** What may be done from a hat: one box for each hop, so that each can be opened. Never throws. */
export function deedBoxes(
  deeds: readonly DeedLines[],
  left: number,
  top: number,
  width: number,
): readonly PlacedDeed[] {
  let y = top;
  return deeds.map((lines) => {
    const { deed } = lines;
    const isQuiet = deed.state === 'works';
    const height = (lines.lines.length + lines.why.length) * LINE;
    const weight = isQuiet ? 400 : 600;
    const box: Box = {
      ...STILL,
      id: `hop:${deed.number}`,
      shape: 'card',
      kind: 'deed',
      x: left,
      y,
      width,
      height,
      parts: [
        picture(deed.state, 0, 2, 15, deed.state, 2),
        ...lines.lines.map((line, index) =>
          words(22, 13 + index * LINE, line, {
            ...PROSE,
            weight,
            fill: isQuiet ? 'text-2' : textToken(deed.state),
          }),
        ),
        ...lines.why.map((line, index) =>
          words(22, 13 + (lines.lines.length + index) * LINE, line, { size: 11.5, fill: 'text-2' }),
        ),
      ],
      label: `Hop ${deed.number}: ${deed.text}: ${stateWord(deed.state)}${deed.why === '' ? '' : `. ${deed.why}`}`,
      state: deed.state,
      overBroad: false,
    };
    const end = { x: left + 30 + textWidth(lines.lines[0] ?? '', 'sans', PROSE.size, weight), y: y + 9 };
    y += height;
    return { box, lines, end };
  });
}

/** The head over what may be done from a hat. Never throws. */
export function levelHead({ hat, top, guests }: Level): readonly Primitive[] {
  return [
    words(RIGHT.x, top + 30, `${hat.node.name}, in ${hat.account}`, { size: 14, weight: 600 }, RIGHT.width),
    ...(hat.deeds.length === 0
      ? [
          words(RIGHT.x, top + 53, 'Nothing of this action is done from here.', {
            size: 12.5,
            fill: 'text-3',
          }),
        ]
      : []),
    ...guests.map((guest) =>
      words(RIGHT.x, guest.top - 6, guest.head, { size: 13, weight: 600, fill: 'text-2' }, RIGHT.width),
    ),
  ];
}
