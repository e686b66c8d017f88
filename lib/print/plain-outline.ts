// Plain words as outlines: what pixels are made of most, put together from letters that are drawn once.
import { type FaceName, fontOf } from './fonts';

interface Letter {
  /** From its own origin, relative from step to step, so that it can stand anywhere. */
  readonly d: string;
  /** px */
  readonly advance: number;
}

export interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Added after every letter, px. */
  readonly spacing: number;
  /** How wide it shall be, px; null: as wide as it is. */
  readonly width: number | null;
}

/** A text of signs that all of our own fonts have, in one face, letter for letter, with kerning, as SVG writes a path. @throws when
 *  the fonts are not installed. */
export function plainOutline(text: string, face: FaceName, placed: PlacedText): string {
  const { size, anchor = 'start', spacing } = placed;
  const letters = Array.from(text, (sign) => letterOf(face, size, sign));
  const steps = letters.map(
    ({ advance }, at) => advance + spacing + kerning(face, text.slice(at, at + 2)) * size,
  );
  const natural = steps.reduce((sum, one) => sum + one, 0);
  const stretch = placed.width === null || natural === 0 ? 1 : placed.width / natural;
  const whole = natural * stretch;
  let x = placed.x - (anchor === 'end' ? whole : anchor === 'middle' ? whole / 2 : 0);
  let d = '';
  for (const [at, letter] of letters.entries()) {
    if (letter.d !== '') d += `M${rounded(x)} ${placed.y}${letter.d}`;
    x += (steps[at] ?? 0) * stretch;
  }
  return d;
}

const letters = new Map<string, Letter>();
const kernings = new Map<string, number>();

function letterOf(face: FaceName, size: number, sign: string): Letter {
  const key = `${face} ${size} ${sign}`;
  const known = letters.get(key);
  if (known !== undefined) return known;
  const font = fontOf(face);
  const scale = size / font.unitsPerEm;
  const glyph = font.glyphForCodePoint(sign.codePointAt(0) ?? 0);
  const letter = { d: relative(glyph.path.commands, scale), advance: glyph.advanceWidth * scale };
  letters.set(key, letter);
  return letter;
}

/** By how much two letters stand closer, in sizes of the font. */
function kerning(face: FaceName, pair: string): number {
  if (pair.length < 2) return 0;
  const key = `${face} ${pair}`;
  const known = kernings.get(key);
  if (known !== undefined) return known;
  const font = fontOf(face);
  const { glyphs, positions } = font.layout(pair, { calt: false, liga: false });
  const [first, step] = [glyphs[0], positions[0]];
  const found =
    glyphs.length !== 2 || first === undefined || step === undefined
      ? 0
      : (step.xAdvance - first.advanceWidth) / font.unitsPerEm;
  kernings.set(key, found);
  return found;
}

type Commands = ReturnType<typeof fontOf>['layout'] extends (text: string) => { glyphs: readonly (infer G)[] }
  ? G extends { path: { commands: infer C } }
    ? C
    : never
  : never;

const WORDS = {
  moveTo: 'm',
  lineTo: 'l',
  quadraticCurveTo: 'q',
  bezierCurveTo: 'c',
  closePath: 'z',
} as const;

/** Every step from where the last one ended, as that was written: nothing adds up. */
function relative(commands: Commands, scale: number): string {
  let [x, y] = [0, 0];
  let [startX, startY] = [0, 0];
  let d = '';
  for (const { command, args } of commands) {
    const points = args.map((value, at) => rounded(at % 2 === 0 ? value * scale : -value * scale));
    d += WORDS[command] + points.map((value, at) => rounded(value - (at % 2 === 0 ? x : y))).join(' ');
    if (command === 'closePath') [x, y] = [startX, startY];
    else [x, y] = [points.at(-2) ?? x, points.at(-1) ?? y];
    if (command === 'moveTo') [startX, startY] = [x, y];
  }
  return d;
}

function rounded(px: number): number {
  return Math.round(px * 100) / 100;
}
