// A hat large enough to stand on: crown, band, brim. The band has the colour of the verdict that let it be put on.
import type { State } from '@/lib/verdict/judgement';
import { round } from '../draw/ink';
import { borderStroke } from '../draw/state-style';
import type { Primitive } from '../scene';

export interface BigHat {
  /** The middle of the brim. */
  readonly x: number;
  readonly top: number;
  /** Where the crown meets the brim. */
  readonly brim: number;
  /** Half the width of the brim, px. */
  readonly half: number;
  readonly state: State;
  readonly overBroad: boolean;
  /** 1 for a hat of the stack, less for one that is handed on. */
  readonly scale: number;
}

/** The brim reaches this far below where the crown meets it, px. */
export const BRIM_DROP = 47;
const CROWN = 74;

/** The hat in painting order. Never throws. */
export function drawBigHat({ x, top, brim, half, state, overBroad, scale }: BigHat): readonly Primitive[] {
  const h = brim - top;
  const p = (dx: number, y: number): string => `${round(x + dx * scale)} ${round(y)}`;
  const down = (px: number): number => brim + px * scale;
  const wide0 = half / scale;
  const crown = [
    `M${p(-CROWN, brim)}`,
    `C${p(-CROWN - 2, brim - 0.6 * h)} ${p(-68, top + 2 * scale)} ${p(-38, top)}`,
    `C${p(-20, top - scale)} ${p(-14, top + 9 * scale)} ${p(0, top + 9 * scale)}`,
    `C${p(14, top + 9 * scale)} ${p(20, top - scale)} ${p(38, top)}`,
    `C${p(68, top + 2 * scale)} ${p(CROWN + 2, brim - 0.6 * h)} ${p(CROWN, brim)}`,
    `C${p(30, down(22))} ${p(-30, down(22))} ${p(-CROWN, brim)}Z`,
  ].join('');
  const band = [
    `M${p(-CROWN, down(-26))}`,
    `C${p(-30, down(-13))} ${p(30, down(-13))} ${p(CROWN, down(-26))}`,
    `L${p(CROWN, brim)}`,
    `C${p(30, down(13))} ${p(-30, down(13))} ${p(-CROWN, brim)}Z`,
  ].join('');
  const wide = [
    `M${p(-wide0, down(-2))}`,
    `C${p(-0.65 * wide0, down(34))} ${p(0.65 * wide0, down(34))} ${p(wide0, down(-2))}`,
    `C${p(0.92 * wide0, down(32))} ${p(0.5 * wide0, down(BRIM_DROP))} ${p(0, down(BRIM_DROP))}`,
    `C${p(-0.5 * wide0, down(BRIM_DROP))} ${p(-0.92 * wide0, down(32))} ${p(-wide0, down(-2))}Z`,
  ].join('');
  const felt = { fill: 'surface', stroke: 'ink', strokeWidth: 2 } as const;
  const works = state === 'works';
  return [
    { kind: 'path', d: crown, ...felt },
    {
      kind: 'path',
      d: band,
      fill: `${state}-bg`,
      ...borderStroke(state),
      stroke: state,
      strokeWidth: works ? 1.8 : 2.2,
    },
    {
      kind: 'path',
      d: wide,
      ...felt,
      ...(overBroad ? { fill: 'broad' as const, stroke: 'broad-rail' as const } : {}),
    },
  ];
}

/** Half the width of a brim: as wide as too many can put the hat on. Never throws. */
export function brimHalf(reach: { readonly can: number; readonly need: number } | null): number {
  if (reach === null || reach.can < 1) return 130;
  return round(Math.min(440, 260 + 25 * Math.log2(reach.can / Math.max(1, reach.need))) / 2);
}

/** Somebody under the hats, and where the floor is that he stands on. Never throws. */
export function drawPerson(x: number, y: number): readonly Primitive[] {
  const ink = { stroke: 'ink', strokeWidth: 2, cap: 'round' } as const;
  return [
    { kind: 'path', d: `M${x} ${y + 78}V${y + 50}`, ...ink },
    {
      kind: 'path',
      d: `M${x - 50} ${y + 120}C${x - 42} ${y + 90} ${x - 22} ${y + 78} ${x} ${y + 78}C${x + 22} ${y + 78} ${x + 42} ${y + 90} ${x + 50} ${y + 120}`,
      ...ink,
    },
    { kind: 'circle', x, y, radius: 50, fill: 'surface', ...ink },
    { kind: 'circle', x: x - 17, y: y + 2, radius: 3.5, fill: 'ink' },
    { kind: 'circle', x: x + 17, y: y + 2, radius: 3.5, fill: 'ink' },
    { kind: 'path', d: `M${x - 14} ${y + 22}Q${x} ${y + 32} ${x + 14} ${y + 22}`, ...ink },
  ];
}
