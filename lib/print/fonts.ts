// The font files that pictures are drawn with: ours and no system's, so that a file is the same wherever it is made.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';

/** `sans`, `mono` and `hand` with their weights, as the scene asks for them, then those that have the signs which these lack. */
const FILES = {
  'sans 400': 'inter/400Regular/Inter_400Regular.ttf',
  'sans 500': 'inter/500Medium/Inter_500Medium.ttf',
  'sans 600': 'inter/600SemiBold/Inter_600SemiBold.ttf',
  'mono 400': 'jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf',
  'mono 500': 'jetbrains-mono/500Medium/JetBrainsMono_500Medium.ttf',
  'mono 600': 'jetbrains-mono/600SemiBold/JetBrainsMono_600SemiBold.ttf',
  'hand 400': 'patrick-hand/400Regular/PatrickHand_400Regular.ttf',
  hebrew: 'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  arabic: 'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  emoji: 'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  han: 'chocolate-classical-sans/400Regular/ChocolateClassicalSans_400Regular.ttf',
  hangul: 'gowun-dodum/400Regular/GowunDodum_400Regular.ttf',
} as const;

export type FaceName = keyof typeof FILES;
/** `han` has the signs of Chinese, in both ways of writing, and of Japanese, with both kana; `hangul` those of Korean. */
const FALLBACKS: readonly FaceName[] = ['sans 400', 'hebrew', 'arabic', 'emoji', 'han', 'hangul'];
const SCRIPTS: ReadonlySet<FaceName> = new Set(['hebrew', 'arabic']);
/** Drawn for a sign that none of the fonts has. */
export const NO_GLYPH = '\u{FFFD}';

/** The bytes of a font file. @throws when it is not installed. */
export function fontBytes(face: FaceName): Buffer {
  return readFileSync(pathOf(face));
}

/** The face for a text of the scene. A weight of 650 is drawn with 600. Never throws. */
export function faceOf(font: 'sans' | 'mono' | 'hand', weight: number): FaceName {
  if (font === 'hand') return 'hand 400';
  return `${font} ${weight >= 600 ? 600 : weight >= 500 ? 500 : 400}`;
}

/** A stretch of a text that one font has. */
export interface Run {
  readonly face: FaceName;
  readonly text: string;
}

/** Signs of these texts that none of the fonts has, each once. @throws when the fonts are not installed. */
export function signsWithoutFont(texts: readonly string[]): readonly string[] {
  const missing = new Set<string>();
  for (const text of texts) {
    if (PLAIN.test(text)) continue;
    for (const { segment } of segmenter.segment(drawn(text).replace(/\s/g, ' ')))
      if (!FALLBACKS.some((face) => has(face, segment))) missing.add(segment);
  }
  return [...missing];
}

/** The text in stretches, each in the first font that has all of its signs; a sign that none has becomes the replacement sign.
 *  @throws when the fonts are not installed. */
export function runsOf(text: string, face: FaceName): readonly Run[] {
  const runs: Run[] = [];
  for (const { segment } of segmenter.segment(drawn(text))) {
    const found = [face, ...FALLBACKS].find((one) => has(one, segment));
    const [of, shown] = found === undefined ? (['sans 400', NO_GLYPH] as const) : [found, segment];
    const last = runs.at(-1);
    // A space between two words of another script belongs to them.
    if (last !== undefined && (last.face === of || (segment === ' ' && SCRIPTS.has(last.face))))
      runs[runs.length - 1] = { face: last.face, text: last.text + shown };
    else runs.push({ face: of, text: shown });
  }
  return runs.flatMap((run, index) => {
    const next = runs[index + 1];
    const bare = run.text.trimEnd();
    if (!SCRIPTS.has(run.face) || bare === run.text || (next !== undefined && SCRIPTS.has(next.face)))
      return [run];
    return [
      { face: run.face, text: bare },
      { face, text: run.text.slice(bare.length) },
    ];
  });
}

/** Where each stretch begins, from the widths of all: those of scripts that are written from right to left stand the other way round.
 *  Never throws. */
export function startsOf(runs: readonly Run[], widths: readonly number[]): readonly number[] {
  const order: number[] = [];
  for (let from = 0; from < runs.length; ) {
    let to = from + 1;
    const isScript = (index: number): boolean => SCRIPTS.has(runs[index]?.face ?? 'emoji');
    while (isScript(from) && to < runs.length && isScript(to)) to += 1;
    for (let index = to - 1; index >= from; index -= 1) order.push(index);
    from = to;
  }
  const starts: number[] = [];
  let at = 0;
  for (const index of order) {
    starts[index] = at;
    at += widths[index] ?? 0;
  }
  return starts;
}

/** Stretches of text as outlines, placed as the text is; as SVG writes a path. @throws when the fonts are not installed. */
export function outlineOfText(
  runs: readonly Run[],
  {
    x,
    y,
    size,
    anchor = 'start',
  }: { x: number; y: number; size: number; anchor?: 'start' | 'middle' | 'end' },
): string {
  const laidOut = runs.map((run) => {
    const font = fontOf(run.face);
    const { glyphs, positions, advanceWidth } = font.layout(run.text);
    return { glyphs, positions, advanceWidth, scale: size / font.unitsPerEm };
  });
  const widths = laidOut.map(({ advanceWidth, scale }) => advanceWidth * scale);
  const width = widths.reduce((sum, one) => sum + one, 0);
  const from = x - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
  const starts = startsOf(runs, widths);
  return laidOut
    .flatMap(({ glyphs, positions, scale }, run) => {
      let at = from + (starts[run] ?? 0);
      return glyphs.map((glyph, index) => {
        const { xOffset = 0, yOffset = 0, xAdvance = 0 } = positions[index] ?? {};
        const [left, base] = [at + xOffset * scale, y - yOffset * scale];
        at += xAdvance * scale;
        return glyph.path.transform(scale, 0, 0, -scale, left, base).toSVG();
      });
    })
    .join('');
}

/** The dot between Japanese words, which no font here has, as the dot that looks like it. */
function drawn(text: string): string {
  return text.replaceAll('\u30fb', '\u00b7');
}

/** Signs that every one of our own fonts has. */
export const PLAIN = /^[ -~…·]*$/;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Joiners and variation selectors, which have no picture of their own. */
const UNSEEN = /^(?:[\u200B-\u200F\u2060-\u2064]|\p{Variation_Selector})$/u;
const parsed = new Map<FaceName, Font>();

function has(face: FaceName, grapheme: string): boolean {
  const font = fontOf(face);
  return [...grapheme].every(
    (sign) => UNSEEN.test(sign) || font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0),
  );
}

/** The font, read once. @throws when it is not installed. */
export function fontOf(face: FaceName): Font {
  const known = parsed.get(face);
  if (known !== undefined) return known;
  const font = create(fontBytes(face));
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${FILES[face]} is a collection of fonts, not one`);
  parsed.set(face, font);
  return font;
}

let folder: string | null = null;

/** Looked for above this file and above the working folder: the command line runs from its own package, the built dashboard from a
 *  folder that has a copy. */
function pathOf(face: FaceName): string {
  folder ??= findFolder();
  return join(/* turbopackIgnore: true */ folder, FILES[face]);
}

function findFolder(): string {
  for (const start of [dirname(fileURLToPath(import.meta.url)), process.cwd()])
    for (let at = start; ; at = dirname(at)) {
      const candidate = join(/* turbopackIgnore: true */ at, 'node_modules/@expo-google-fonts');
      if (existsSync(candidate)) return candidate;
      if (at === dirname(at)) break;
    }
  throw new Error('the fonts are not installed: run `npm install`');
}
