// What every drawing looks like, kept as files: a change of any of them is read before it is taken.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DRAWINGS, MORE_DRAWINGS } from '@/lib/scene/drawings.fixture';
import type { Scene } from '@/lib/scene/scene';
import type { PenName, ThemeName } from '@/lib/scene/theme';
import { printSvg } from './svg';

/** What is drawn by hand is on paper, which has no dark. */
const LOOKS: readonly (readonly [string, ThemeName, PenName])[] = [
  ['', 'light', 'clean'],
  ['-dark', 'dark', 'clean'],
  ['-hand', 'light', 'hand'],
];

const GOLDENS: readonly (readonly [string, Scene, ThemeName, PenName])[] = [
  ...DRAWINGS.flatMap(([name, scene]) =>
    LOOKS.map(([look, theme, pen]) => [`${name}${look}`, scene, theme, pen] as const),
  ),
  ...MORE_DRAWINGS.map(([name, scene]) => [name, scene, 'light', 'clean'] as const),
];

describe('goldens', () => {
  it.each(GOLDENS)('%s', (name, scene, theme, pen) => {
    const file = new URL(`./${name}.golden.svg`, import.meta.url);
    const svg = printSvg(scene, { theme, pen });
    if (process.env.GOLDEN === 'write') writeFileSync(file, svg);
    expect(existsSync(file), `${name}: run \`npm run golden\` and read the difference`).toBe(true);
    expect(svg === readFileSync(file, 'utf8'), `${name}: the drawing has changed: \`npm run golden\``).toBe(
      true,
    );
  });

  it('no file is of a drawing that is no more', () => {
    const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.golden.svg'));
    expect(files.sort()).toEqual(GOLDENS.map(([name]) => `${name}.golden.svg`).sort());
  });
});
