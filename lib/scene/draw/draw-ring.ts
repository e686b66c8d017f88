// The ring: where IAM decides. Closed for one account, two halves for two; each half in the stroke of its own verdict.
import type { State } from '@/lib/verdict/judgement';
import { RING_RADIUS } from '../layout/place-rings';
import type { Primitive, Ring } from '../scene';
import { round } from './ink';
import { ringStroke, textToken } from './state-style';

const COVER = 12.5;
/** Half the opening between two half rings, degrees. */
const OPENING = 14;

/** The marks inside a ring without a number; they differ in shape. */
const MARKS: Readonly<Record<State, string>> = {
  works: 'M-4 0.3l2.7 2.7 5-5.6',
  broken: 'M-3.2 -3.2l6.4 6.4M3.2 -3.2l-6.4 6.4',
  depends: 'M0 4.4V0.6L-2.8 -2.8M0 0.6l2.8 -3.4',
  unknown: 'M-2.4 -2.2c.2-1.5 1-2.2 2.4-2.2 1.5 0 2.4.8 2.4 2 0 1.8-2.4 2-2.4 3.6M0 4v.1',
};

/** A ring at a place, its near half turned towards where the edge comes from. Never throws. */
export function drawRing(
  ring: Ring,
  direction: { readonly dx: number; readonly dy: number },
): readonly Primitive[] {
  const { x, y } = ring;
  const scale = ring.warning ? 0.8 : 1;
  const radius = RING_RADIUS * scale;
  return [
    { kind: 'circle', x, y, radius: COVER * scale, fill: 'surface' },
    ...arcs(ring, direction, radius),
    ...inside(ring),
  ];
}

function arcs(ring: Ring, { dx, dy }: { dx: number; dy: number }, radius: number): readonly Primitive[] {
  const { x, y, halves } = ring;
  if (halves.length === 1) return [{ kind: 'circle', x, y, radius, ...ringStroke(halves[0]) }];
  const back = (Math.atan2(-dy, -dx) * 180) / Math.PI;
  return [
    { kind: 'path', d: arc(x, y, radius, back), ...ringStroke(halves[0]) },
    { kind: 'path', d: arc(x, y, radius, back + 180), ...ringStroke(halves[1]) },
  ];
}

function arc(x: number, y: number, radius: number, middle: number): string {
  const at = (degrees: number): string => {
    const angle = (degrees * Math.PI) / 180;
    return `${round(x + radius * Math.cos(angle))} ${round(y + radius * Math.sin(angle))}`;
  };
  return `M${at(middle - 90 + OPENING)}A${radius} ${radius} 0 0 1 ${at(middle + 90 - OPENING)}`;
}

function inside({ x, y, number, halves }: Ring): readonly Primitive[] {
  if (number !== null)
    return [
      {
        kind: 'text',
        x,
        y: y + 3.7,
        text: String(number),
        font: 'sans',
        size: 10.5,
        weight: 650,
        fill: 'text',
        anchor: 'middle',
      },
    ];
  const state = worstOf(halves);
  return [
    { kind: 'path', d: shift(MARKS[state], x, y), stroke: textToken(state), strokeWidth: 1.8, cap: 'round' },
  ];
}

function worstOf(halves: readonly State[]): State {
  const order: readonly State[] = ['broken', 'unknown', 'depends'];
  return order.find((state) => halves.includes(state)) ?? 'works';
}

/** Moves a path whose every subpath begins with an absolute M and whose other commands are relative, or absolute V and L. */
function shift(d: string, x: number, y: number): string {
  return d.replace(
    /([MLV])\s*(-?[\d.]+)(?:\s+(-?[\d.]+))?/g,
    (_, command: string, a: string, b: string | undefined) =>
      command === 'V'
        ? `V${round(Number(a) + y)}`
        : `${command}${round(Number(a) + x)} ${round(Number(b) + y)}`,
  );
}
