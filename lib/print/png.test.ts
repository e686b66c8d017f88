// The PNG, read back by pngjs: its size, and the colours of what must be on it.
import { expect, it } from 'vitest';
import { DRAWINGS, hugeScene } from '@/lib/export/drawings.fixture';
import { sheetOf } from '@/lib/export/sheet';
import { coloursOf, THEMES } from '@/lib/scene/theme';
import { CannotPrint } from './cannot-print';
import { printPng } from './png';
import { readPng } from './read-back.fixture';

const [, checkout] = DRAWINGS[0] ?? [];
if (checkout === undefined) throw new Error('no drawing');

it.each(DRAWINGS)(
  '%s: is as large as the sheet, on its ground, with the colour of every state',
  (_, scene) => {
    const sheet = sheetOf(scene, { theme: 'light' });
    const { width, height, at, colours } = readPng(printPng(scene, { theme: 'light', scale: 1 }));
    expect([width, height]).toEqual([Math.ceil(sheet.width), Math.ceil(sheet.height)]);
    expect(at(2, 2)).toBe(THEMES.light.bg);
    const states = new Set(
      scene.lines.flatMap(({ state, parts }) => (parts.length > 0 && state !== 'neutral' ? [state] : [])),
    );
    for (const state of states) expect(colours.get(THEMES.light[state]) ?? 0, state).toBeGreaterThan(10);
  },
);

it.each([
  ['dark', 'clean'],
  ['light', 'hand'],
  ['dark', 'hand'],
] as const)('%s, %s: on the ground of these looks', (theme, pen) => {
  expect(readPng(printPng(checkout, { theme, pen, scale: 1 })).at(2, 2)).toBe(coloursOf(theme, pen).bg);
});

it('is as many times larger as asked, twice where nobody asked', () => {
  const { width } = sheetOf(checkout, { theme: 'light' });
  expect(readPng(printPng(checkout, { theme: 'light' })).width).toBe(Math.ceil(width * 2));
  expect(readPng(printPng(checkout, { theme: 'light', scale: 3 })).width).toBe(Math.ceil(width * 3));
});

it('draws names of other scripts: nothing is left out', () => {
  const named = (title: string) => readPng(printPng({ ...checkout, title }, { theme: 'light', scale: 1 }));
  const dark = (title: string) => {
    const { at } = named(title);
    let count = 0;
    for (let y = 8; y < 40; y += 1) for (let x = 24; x < 400; x += 1) if (at(x, y) < '#808080') count += 1;
    return count;
  };
  for (const word of ['תפקיד', 'دور', '👩‍🚀', 'Привет', '角色', '權限', 'ロール', '역할'])
    expect(dark(`${word}:`), word).toBeGreaterThan(dark(':') + 8);
  // Each its own picture, and not the sign for what there is no font for.
  const pictures = ['角', '역', 'ロ', 'ᚠ'].map((sign) =>
    Buffer.from(printPng({ ...checkout, title: sign }, { theme: 'light', scale: 1 })).toString('base64'),
  );
  expect(new Set(pictures).size).toBe(pictures.length);
});

it('the same drawing gives the same bytes, with no text or time in its head', () => {
  const [one, two] = [printPng(checkout, { theme: 'light' }), printPng(checkout, { theme: 'light' })];
  expect(Buffer.compare(one, two)).toBe(0);
  const chunks: string[] = [];
  for (let at = 8; at < one.length; ) {
    const view = Buffer.from(one.buffer, one.byteOffset + at, 8);
    chunks.push(view.toString('latin1', 4, 8));
    at += view.readUInt32BE(0) + 12;
  }
  expect([...new Set(chunks)]).toEqual(['IHDR', 'IDAT', 'IEND']);
});

it('a drawing too large for pixels is made smaller, and a scale that asks for too many is refused', () => {
  const huge = hugeScene(600, 12);
  const { width, height } = sheetOf(huge, { theme: 'light' });
  expect(() => printPng(huge, { theme: 'light', scale: 8 })).toThrow(CannotPrint);
  expect(width * height * 64).toBeGreaterThan(100_000_000);
});
