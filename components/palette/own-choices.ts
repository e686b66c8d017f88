// What the palette knows without asking the server: the pages, what can be done anywhere, and other views of this page.
import { THEME_CHOICES, THEME_WORDS } from '@/components/shell/theme-choice';
import { chooseTheme } from '@/components/shell/use-theme';
import { copyText } from '@/components/ui/copy-text';
import { showKeys } from '@/components/ui/show-keys';
import { fuzzyScore, fuzzyWords } from '@/lib/base/fuzzy';
import type { GlyphName } from '@/lib/scene/glyphs';

export interface OwnChoice {
  readonly name: string;
  readonly where: string;
  readonly glyph: GlyphName;
  /** A page to go to, or something to do. */
  readonly does: { readonly href: string } | { readonly act: () => void };
}

/** The address that the palette was opened at. */
export interface Here {
  readonly path: string;
  readonly params: URLSearchParams;
}

const PAGES: readonly {
  readonly name: string;
  readonly where: string;
  readonly glyph: GlyphName;
  readonly path: string;
}[] = [
  { name: 'Overview', where: 'counts, causes, the map of accounts', glyph: 'overview', path: '/' },
  { name: 'Pipelines', where: 'all of them, worst first', glyph: 'pipeline', path: '/pipelines' },
  { name: 'Hats', where: 'roles that pipelines wear', glyph: 'hat', path: '/roles' },
  { name: 'Findings', where: 'what is too wide, and why', glyph: 'finding', path: '/findings' },
  { name: 'Can X do Y?', where: 'ask about any principal, action, resource', glyph: 'ring', path: '/ask' },
  {
    name: 'Blast radius',
    where: 'what is reached from here, who gets here',
    glyph: 'overview',
    path: '/reach',
  },
  {
    name: 'Accounts and coverage',
    where: 'what was read, what was refused',
    glyph: 'account',
    path: '/accounts',
  },
  { name: 'Scan', where: 'read AWS again', glyph: 'scan', path: '/scan' },
  { name: 'The read-only role', where: 'as CloudFormation or Terraform', glyph: 'scan', path: '/scan/role' },
  { name: 'Snapshots', where: 'keep, name, upload', glyph: 'clock', path: '/snapshots' },
  {
    name: 'Compare',
    where: 'two snapshots: what turned, and why',
    glyph: 'compare',
    path: '/compare',
  },
];

const VIEWS: readonly {
  readonly name: string;
  readonly glyph: GlyphName;
  readonly set: Readonly<Record<string, string>>;
}[] = [
  { name: 'Show as graph', glyph: 'pipeline', set: { view: 'graph' } },
  { name: 'Show as stack of hats', glyph: 'hat', set: { view: 'stack' } },
  { name: 'Show as hub and spoke', glyph: 'account', set: { view: 'accounts' } },
  { name: 'Show as table', glyph: 'table', set: { view: 'table' } },
  { name: 'Draw by hand', glyph: 'pen', set: { pen: 'hand' } },
  { name: 'Draw with a clean pen', glyph: 'pen', set: { pen: 'clean' } },
];

/** The pages, by what was typed. `isNamed`: it is one of their names that was begun. Never throws. */
export function pagesFor(
  typed: string,
  { params }: Here,
): { readonly choices: readonly OwnChoice[]; readonly isNamed: boolean } {
  const snapshot = params.get('snapshot');
  const query = snapshot === null ? '' : `?${new URLSearchParams({ snapshot })}`;
  const choices = PAGES.map(({ path, ...page }) => ({ ...page, does: { href: `${path}${query}` } }));
  const words = fuzzyWords(typed);
  const named = ({ name }: OwnChoice) => words.every((word) => ` ${name.toLowerCase()}`.includes(` ${word}`));
  const found = fitting(typed, choices);
  return { choices: found, isNamed: found.some(named) };
}

/** What can be done here, by what was typed; nothing typed: nothing, since the pages fill the list. Never throws. */
export function commandsFor(typed: string, here: Here): readonly OwnChoice[] {
  if (fuzzyWords(typed).length === 0) return [];
  const isDrawing = here.path.startsWith('/pipelines/');
  const views = VIEWS.filter(() => isDrawing).map(({ set, ...view }) => ({
    ...view,
    where: 'this pipeline',
    does: { href: hrefWith(here, set) },
  }));
  return fitting(typed, [...views, ...ANYWHERE]);
}

const ANYWHERE: readonly OwnChoice[] = [
  ...THEME_CHOICES.map(
    (theme): OwnChoice => ({
      name: `Theme: ${THEME_WORDS[theme].toLowerCase()}`,
      where: 'light, dark, system',
      glyph: 'moon',
      does: { act: () => chooseTheme(theme) },
    }),
  ),
  {
    name: 'Copy a link to this view',
    where: 'it shows what you see',
    glyph: 'export',
    does: { act: () => void copyText(location.href) },
  },
  { name: 'Keys', where: 'shortcuts of this page', glyph: 'table', does: { act: showKeys } },
];

function hrefWith({ path, params }: Here, set: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(params);
  for (const [name, value] of Object.entries(set)) query.set(name, value);
  return `${path}?${query}`;
}

function fitting(typed: string, choices: readonly OwnChoice[]): readonly OwnChoice[] {
  const words = fuzzyWords(typed);
  return choices
    .flatMap((choice) => {
      const score = fuzzyScore(words, choice.name.toLowerCase(), choice.where.toLowerCase());
      return score === null ? [] : { choice, score };
    })
    .sort((a, b) => b.score - a.score)
    .map(({ choice }) => choice);
}
