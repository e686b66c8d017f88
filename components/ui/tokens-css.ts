// The token table as CSS: `tokens.css` is this text, and a test keeps it so.
import { coloursOf, THEMES, type ThemeName } from '@/lib/scene/theme';

const SHADOWS: Readonly<Record<ThemeName, readonly string[]>> = {
  light: [
    '--sh1: 0 1px 2px rgb(26 26 24 / 6%);',
    '--sh2: 0 2px 6px rgb(26 26 24 / 7%), 0 0 0 1px rgb(26 26 24 / 4%);',
    '--sh3: 0 12px 32px rgb(26 26 24 / 14%), 0 0 0 1px rgb(26 26 24 / 6%);',
  ],
  dark: [
    '--sh1: 0 1px 2px rgb(0 0 0 / 40%);',
    '--sh2: 0 2px 6px rgb(0 0 0 / 40%), 0 0 0 1px rgb(255 255 255 / 3%);',
    '--sh3: 0 12px 32px rgb(0 0 0 / 60%), 0 0 0 1px rgb(255 255 255 / 6%);',
  ],
};

/** The custom properties of both themes; without a choice the system's is taken. */
export function tokensCss(): string {
  return [
    '/* Written by `npm run golden` from lib/scene/theme.ts. */',
    rule(':root', 'light'),
    `@media (prefers-color-scheme: dark) {\n${indent(rule(':root:not([data-theme="light"])', 'dark'))}\n}`,
    rule(':root[data-theme="dark"]', 'dark'),
    paper('[data-pen="hand"]', 'light'),
    `@media (prefers-color-scheme: dark) {\n${indent(paper(':root:not([data-theme="light"]) [data-pen="hand"]', 'dark'))}\n}`,
    `${paper(':root[data-theme="dark"] [data-pen="hand"]', 'dark')}\n`,
  ].join('\n\n');
}

/** What the hand draws on, where that is another colour. */
function paper(selector: string, theme: ThemeName): string {
  const clean = THEMES[theme];
  const lines = Object.entries(coloursOf(theme, 'hand'))
    .filter(([token, value]) => Object.entries(clean).some(([name, own]) => name === token && own !== value))
    .map(([token, value]) => `--${token}: ${value};`);
  return `${selector} {\n${indent(lines.join('\n'))}\n}`;
}

function rule(selector: string, theme: ThemeName): string {
  const tokens = Object.entries(THEMES[theme]).map(([token, value]) => `--${token}: ${value};`);
  const lines = [`color-scheme: ${theme};`, ...tokens, ...SHADOWS[theme]];
  return `${selector} {\n${indent(lines.join('\n'))}\n}`;
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}
