// The token table: one value per theme. CSS and every exporter read the same numbers.
import type { Token } from './scene';

export type ThemeName = 'light' | 'dark';

export const THEMES: Readonly<Record<ThemeName, Readonly<Record<Token, string>>>> = {
  light: {
    bg: '#f6f6f4',
    surface: '#ffffff',
    raised: '#ffffff',
    lane: '#fafaf8',
    sunken: '#efeeeb',
    text: '#1a1a18',
    ink: '#1a1a18',
    'text-2': '#55544f',
    'text-3': '#6b6a64',
    line: '#e3e2dd',
    'line-2': '#cfcdc6',
    'line-3': '#8b8982',
    works: '#0a8e8c',
    'works-t': '#00686a',
    'works-bg': '#e3f4f2',
    broken: '#9b0056',
    'broken-t': '#8e004e',
    'broken-bg': '#fbe7f0',
    depends: '#bf6a00',
    'depends-t': '#8a4b00',
    'depends-bg': '#fdf0dc',
    unknown: '#5a37e7',
    'unknown-t': '#4c2bcf',
    'unknown-bg': '#ece8fd',
    broad: '#f1ea4a',
    'broad-rail': '#857a00',
    'broad-t': '#2e2a00',
    'run-ok': '#037f0c',
    'run-fail': '#d91515',
    'run-now': '#0972d3',
    'run-none': '#5f6b7a',
  },
  dark: {
    bg: '#101113',
    surface: '#17181a',
    raised: '#1d1f22',
    lane: '#141517',
    sunken: '#0c0d0e',
    text: '#ededea',
    ink: '#ededea',
    'text-2': '#b3b2ac',
    'text-3': '#94938d',
    line: '#2a2c30',
    'line-2': '#3a3d42',
    'line-3': '#7b7d82',
    works: '#6fe0d8',
    'works-t': '#6fe0d8',
    'works-bg': '#12302e',
    broken: '#f4518f',
    'broken-t': '#ff74a8',
    'broken-bg': '#3a1325',
    depends: '#ffb72e',
    'depends-t': '#ffb72e',
    'depends-bg': '#372608',
    unknown: '#8e8dfd',
    'unknown-t': '#a3a2ff',
    'unknown-bg': '#221f45',
    broad: '#3f3e0c',
    'broad-rail': '#d8d23f',
    'broad-t': '#f5f07c',
    'run-ok': '#29ad32',
    'run-fail': '#f0452b',
    'run-now': '#2f97d8',
    'run-none': '#95a5b8',
  },
};

/** How a drawing is drawn: with a ruler, or by hand. */
export const PENS = ['clean', 'hand'] as const;
export type PenName = (typeof PENS)[number];

/** What the hand draws on: paper, or slate. Verdicts keep their colours. */
const GROUNDS: Readonly<Record<ThemeName, Partial<Readonly<Record<Token, string>>>>> = {
  light: { bg: '#fbf8ef', surface: '#fffdf6', raised: '#fffdf6', lane: '#fdfaf1', sunken: '#f3efe2' },
  dark: { bg: '#161814', surface: '#1c1f1a', raised: '#22251f', lane: '#191c17', sunken: '#11130f' },
};

/** The colours of a theme under a pen. Never throws. */
export function coloursOf(theme: ThemeName, pen: PenName): Readonly<Record<Token, string>> {
  return pen === 'clean' ? THEMES[theme] : { ...THEMES[theme], ...GROUNDS[theme] };
}
