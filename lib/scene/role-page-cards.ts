// The cards of the drawing of a hat, the hat itself, and the lines between them.
import { picture, round, words } from './draw/ink';
import { lineStroke } from './draw/state-style';
import { markedBy } from './marked-by';
import type { RolePage } from './role-page';
import type { Entry } from './role-page-entries';
import type { Box, Line, Primitive, Token } from './scene';
import { textWidth } from './text-metrics';

export const CARD = { width: 272, height: 46, gap: 10 } as const;
const MIDDLE = 530;
const BEND = 72;

/** The card of an entry. Never throws. */
export function boxOf(entry: Entry, x: number, y: number): Box {
  const tagWidth = entry.tag === null ? 0 : Math.ceil(textWidth(entry.tag, 'sans', 10.5, 600)) + 14;
  const isMarked = entry.state !== 'works';
  const left = 38;
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
      picture(entry.glyph, 11, 14, 18, 'text-2', 1.7),
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
    ...markedBy(entry),
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

/** The hat in the middle, at this height. Never throws. */
export function hatBox(page: RolePage, centre: number): Box {
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
    ...markedBy(page),
    kind: 'hat',
    opacity: 1,
    selected: true,
    paths: [],
  };
}

/** The line between an entry and the hat. Never throws. */
export function lineOf(
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
    ...markedBy(entry),
    paths: [],
    label: entry.title,
    opacity: 1,
    ringParts: [],
  };
}
