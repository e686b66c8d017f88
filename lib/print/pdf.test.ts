// The PDF, read back by Mozilla's reader: pages, text that can be selected, fonts, what stands in its head.
import { expect, it } from 'vitest';
import { DRAWINGS } from '@/lib/export/drawings.fixture';
import { PAGES } from '@/lib/export/exporter';
import { sheetOf } from '@/lib/export/sheet';
import type { Primitive, Scene } from '@/lib/scene/scene';
import { CannotPrint } from './cannot-print';
import { signsWithoutFont } from './fonts';
import { printPdf } from './pdf';
import { readPdf } from './read-back.fixture';

const takenAt = '2026-11-23T04:06:00Z';
const [, checkout] = DRAWINGS[0] ?? [];
const [, long] = DRAWINGS[3] ?? [];
if (checkout === undefined || long === undefined) throw new Error('no drawings');

/** Without spaces: a reader tells them from the place of the words. */
const bare = (texts: readonly string[]): string => texts.join('').replace(/[\s\u200b-\u200f]/g, '');

function wordsOf(scene: Scene): readonly string[] {
  const sheet = sheetOf(scene, { theme: 'light' });
  const parts: readonly Primitive[] = [
    ...sheet.head,
    ...sheet.grounds.flatMap((box) => box.parts),
    ...sheet.cards.flatMap((box) => box.parts),
    ...sheet.lines.flatMap((line) => [...line.parts, ...line.ringParts]),
    ...sheet.texts,
    ...sheet.legend.flatMap((entry) => entry.parts),
  ];
  return parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
}

it.each(DRAWINGS)('%s: every word can be selected, every font is in the file', async (_, scene) => {
  const { pages, info, fonts } = await readPdf(await printPdf(scene, { theme: 'light', takenAt }));
  expect(pages).toHaveLength(1);
  const said = bare(pages[0]?.texts ?? []);
  for (const word of wordsOf(scene)) expect(said).toContain(bare([word]));
  expect(bare(wordsOf(scene)).length).toBe(said.length);
  expect(info).toMatchObject({
    Title: scene.title,
    Subject: scene.caption,
    Keywords: scene.description,
    Creator: 'Hatstack',
    Producer: 'Hatstack',
    CreationDate: 'D:20261123040600Z',
  });
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.filter((font) => font.startsWith('missing') || !/^[A-Z]{6}\+/.test(font))).toEqual([]);
});

it('an emoji and words from right to left are text of their own fonts', async () => {
  const [, scene] = DRAWINGS.find(([name]) => name === 'hostile names') ?? [];
  if (scene === undefined) throw new Error('no such drawing');
  const { fonts, pages } = await readPdf(await printPdf(scene, { theme: 'dark', pen: 'hand' }));
  const names = fonts.map((font) => font.slice(7));
  expect(names).toEqual(
    expect.arrayContaining(['NotoEmoji-Regular', 'NotoSansHebrew-Regular', 'PatrickHand-Regular']),
  );
  expect(pages[0]?.texts.join(' ')).toContain('👩‍🚀');
});

it('names in Chinese, Japanese and Korean are text of fonts that have them', async () => {
  const name = '订单服务（訂單）・注文サービス・주문서비스';
  const { fonts, pages } = await readPdf(await printPdf({ ...checkout, title: name }, { theme: 'light' }));
  expect(bare(pages[0]?.texts ?? [])).toContain(name.replaceAll('・', '·'));
  expect(pages[0]?.texts.join('')).not.toContain('\u{FFFD}');
  expect(fonts.map((font) => font.slice(7))).toEqual(
    expect.arrayContaining(['ChocolateClassicalSans-Regular', 'GowunDodum-Regular']),
  );
});

it('tells the signs that no font has', () => {
  expect(signsWithoutFont(['plain', '角色 역할 ロール 👩‍🚀 תפקיד دور', 'ก\u0e19ᚠ'])).toEqual(['ก', 'น', 'ᚠ']);
});

it('the same drawing gives the same bytes', async () => {
  const [one, two] = [
    await printPdf(checkout, { theme: 'light', takenAt }),
    await printPdf(checkout, { theme: 'light', takenAt }),
  ];
  expect(Buffer.compare(one, two)).toBe(0);
});

it.each(PAGES.filter((page) => page !== 'fit'))(
  '%s: one page of that size, the way round that fits',
  async (page) => {
    const { pages } = await readPdf(await printPdf(checkout, { theme: 'light', page }));
    const sides = {
      a4: [595, 842],
      a3: [842, 1191],
      a2: [1191, 1684],
      a1: [1684, 2384],
      a0: [2384, 3370],
      letter: [612, 792],
    };
    const [short, wide] = sides[page];
    expect(pages.map(({ width, height }) => [Math.round(height), Math.round(width)])).toEqual([
      [short, wide],
    ]);
  },
);

it('a tiled drawing takes as many pages as it needs, and no letter is lost', async () => {
  const { pages } = await readPdf(await printPdf(long, { theme: 'light', page: 'a4', tile: true }));
  expect(pages).toHaveLength(6);
  const said = bare(pages.flatMap(({ texts }) => texts));
  // A word that stands across the glue is on two pages in part.
  for (const word of wordsOf(long).map((one) => bare([one])))
    expect(
      Array.from(word, (_, at) => said.includes(word.slice(0, at)) && said.includes(word.slice(at))),
      word,
    ).toContain(true);
  expect(pages.map(({ texts }) => texts.at(-1))[4]).toBe('page 5 of 6: column 2 of 3, row 2 of 2');
});

it('says what to do where it would take too many pages', async () => {
  const printed = printPdf(long, { theme: 'light', page: 'a4', tile: true, scale: 8 });
  await expect(printed).rejects.toThrow(CannotPrint);
  await expect(printed).rejects.toThrow('choose a larger page or a smaller scale');
});
