// The marks of a comparison: a sign and a word for what is new, gone or different, beside the marks of the verdicts.
import { round, words } from '../draw/ink';
import type { Point } from '../layout/polyline';
import type { LegendEntry, Primitive } from '../scene';
import { textWidth } from '../text-metrics';

export type Mark = 'added' | 'removed' | 'changed';

const TEXT = { size: 10.5, weight: 600 } as const;
const HEIGHT = 16;
/** Sign, gaps and padding of a tag. */
const BESIDE = 26;

/** The tag below the lower edge of a card: sign and word. Never throws. */
export function changeTag(mark: Mark, word: string, card: { height: number }): readonly Primitive[] {
  const wide = Math.ceil(textWidth(word, 'sans', TEXT.size, TEXT.weight)) + BESIDE;
  const x = 10;
  const y = round(card.height - 2);
  return [
    {
      kind: 'rect',
      x,
      y,
      width: wide,
      height: HEIGHT,
      radius: 4,
      fill: 'raised',
      stroke: 'ink',
      strokeWidth: mark === 'changed' ? 1 : 1.5,
      ...(mark === 'removed' ? { dash: '3 2' } : {}),
    },
    ...changeSign(mark, { x: x + 11, y: y + HEIGHT / 2 }, 5),
    words(x + 20, y + 11.8, word, { ...TEXT, fill: 'text' }),
  ];
}

/** The outline of a card: double where it is new, dashed and struck where it is gone. Never throws. */
export function changeOutline(
  mark: Mark,
  { width, height }: { width: number; height: number },
): readonly Primitive[] {
  if (mark === 'changed') return [];
  const around = (by: number): Primitive => ({
    kind: 'rect',
    x: -by,
    y: -by,
    width: width + 2 * by,
    height: height + 2 * by,
    radius: 8 + by,
    stroke: 'ink',
    strokeWidth: 1.5,
    ...(mark === 'removed' ? { dash: '6 4' } : {}),
  });
  if (mark === 'added') return [around(3)];
  const strike: Primitive = {
    kind: 'path',
    d: `M${8} ${height - 6}L${round(width - 8)} 6`,
    stroke: 'ink',
    strokeWidth: 1,
    dash: '6 4',
  };
  return [around(0), strike];
}

/** The sign alone, in a square, a circle or a diamond: as it stands on an edge. Never throws. */
export function changeSign(mark: Mark, { x, y }: Point, radius: number): readonly Primitive[] {
  const r = radius;
  const edge = { fill: 'raised', stroke: 'ink', strokeWidth: 1.25 } as const;
  const stroke = { stroke: 'ink', strokeWidth: 1.5, cap: 'round' } as const;
  const bar = round(r * 0.55);
  if (mark === 'removed')
    return [
      { kind: 'circle', x, y, radius: r, ...edge },
      { kind: 'path', d: `M${round(x - bar)} ${y}H${round(x + bar)}`, ...stroke },
    ];
  if (mark === 'added')
    return [
      { kind: 'rect', x: x - r, y: y - r, width: 2 * r, height: 2 * r, radius: 1.5, ...edge },
      {
        kind: 'path',
        d: `M${round(x - bar)} ${y}H${round(x + bar)}M${x} ${round(y - bar)}V${round(y + bar)}`,
        ...stroke,
      },
    ];
  const wide = round(r * 1.25);
  return [
    {
      kind: 'path',
      d: `M${round(x - wide)} ${y}L${x} ${round(y - wide)}L${round(x + wide)} ${y}L${x} ${round(y + wide)}z`,
      ...edge,
    },
    {
      kind: 'path',
      d: `M${round(x - bar)} ${round(y - r * 0.22)}H${round(x + bar)}M${round(x - bar)} ${round(y + r * 0.3)}H${round(x + bar)}`,
      ...stroke,
      strokeWidth: 1.1,
    },
  ];
}

const LEGEND: Readonly<Record<Mark, string>> = {
  added: 'Added: only after',
  removed: 'Removed: only before',
  changed: 'Changed: another verdict, mark or document',
};

/** What the marks mean, as far as they can be seen. Never throws. */
export function changeLegend(marks: ReadonlySet<Mark>): readonly LegendEntry[] {
  return (['added', 'removed', 'changed'] as const)
    .filter((mark) => marks.has(mark))
    .map((mark) => ({
      id: `compare-${mark}`,
      word: LEGEND[mark],
      sample: changeSign(mark, { x: 16, y: 9 }, 6),
    }));
}
