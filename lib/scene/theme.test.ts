// The token table by calculation: contrast, and how far apart the verdicts stay, also for eyes that see fewer colours.
import { describe, expect, it } from 'vitest';
import type { Token } from './scene';
import { coloursOf, type PenName, type ThemeName } from './theme';

type Rgb = readonly [number, number, number];

const SURFACES: readonly Token[] = ['bg', 'surface', 'raised', 'lane', 'sunken'];
const TEXTS: readonly Token[] = ['text', 'text-2', 'text-3', 'works-t', 'broken-t', 'depends-t', 'unknown-t'];
const VERDICTS = ['works', 'broken', 'depends', 'unknown'] as const satisfies readonly Token[];
const MARKS: readonly Token[] = [...VERDICTS, 'line-3', 'run-ok', 'run-fail', 'run-now', 'run-none'];

describe.each([
  ['light', 'clean'],
  ['dark', 'clean'],
  ['light', 'hand'],
  ['dark', 'hand'],
] as const)('the %s theme, drawn %s', (theme: ThemeName, pen: PenName) => {
  const at = (token: Token): Rgb => linear(coloursOf(theme, pen)[token]);

  it.each(TEXTS)('%s can be read on every surface', (token) => {
    for (const surface of SURFACES)
      expect(contrast(at(token), at(surface)), surface).toBeGreaterThanOrEqual(4.5);
  });

  it.each(MARKS)('%s can be seen as a line or mark', (token) => {
    for (const surface of ['bg', 'surface', 'lane'] as const)
      expect(contrast(at(token), at(surface)), surface).toBeGreaterThanOrEqual(3);
  });

  it('words on their tints and on the band can be read', () => {
    for (const verdict of VERDICTS)
      expect(contrast(at(`${verdict}-t`), at(`${verdict}-bg`)), verdict).toBeGreaterThanOrEqual(4.5);
    expect(contrast(at('broad-t'), at('broad'))).toBeGreaterThanOrEqual(4.5);
  });

  it('a works or broken line can be seen on the band', () => {
    for (const verdict of ['works', 'broken'] as const)
      expect(contrast(at(verdict), at('broad')), verdict).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ['normal', 20],
    ['protan', 12],
    ['deutan', 12],
    ['tritan', 12],
  ] as const)('verdict lines stay apart for %s eyes', (eyes, least) => {
    for (const a of VERDICTS)
      for (const b of VERDICTS)
        if (a < b)
          expect(distance(seen(at(a), eyes), seen(at(b), eyes)), `${a} ${b}`).toBeGreaterThanOrEqual(least);
  });

  it('no verdict looks like a run state', () => {
    for (const verdict of VERDICTS)
      for (const run of ['run-ok', 'run-fail', 'run-now'] as const)
        expect(distance(at(verdict), at(run)), `${verdict} ${run}`).toBeGreaterThanOrEqual(10);
  });
});

function linear(hex: string): Rgb {
  const part = (from: number): number => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio (read 2026-11-24) */
function contrast(a: Rgb, b: Rgb): number {
  const light = ([r, g, blue]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  const [high, low] = [light(a), light(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

type Matrix = readonly [Rgb, Rgb, Rgb];

/** Full-strength simulation. @see Machado, Oliveira, Fernandes 2009, https://doi.org/10.1109/TVCG.2009.113 */
const EYES: Readonly<Record<string, Matrix>> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seen(colour: Rgb, eyes: string): Rgb {
  const matrix = EYES[eyes];
  if (matrix === undefined) return colour;
  return times(matrix, colour).map((value) => Math.min(1, Math.max(0, value))) as unknown as Rgb;
}

function times(matrix: Matrix, [x, y, z]: Rgb): Rgb {
  return matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Rgb;
}

/** Distance in OKLab, times 100. @see https://bottosson.github.io/posts/oklab/ (read 2026-11-24) */
function distance(a: Rgb, b: Rgb): number {
  const [l, m, s] = oklab(a);
  const [L, M, S] = oklab(b);
  return 100 * Math.hypot(l - L, m - M, s - S);
}

function oklab(colour: Rgb): Rgb {
  const cone = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  ).map(Math.cbrt) as unknown as Rgb;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cone,
  );
}
