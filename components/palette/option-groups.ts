// The groups of the palette in their order: the best first, pages in front where one of them was named.
import type { Severity } from '@/lib/findings/finding';
import type { GlyphName } from '@/lib/scene/glyphs';
import type { PaletteGroup, PaletteKind } from '@/lib/scene/palette';
import type { State } from '@/lib/verdict/judgement';
import { goalHref } from './goal-href';
import { commandsFor, type Here, type OwnChoice, pagesFor } from './own-choices';

export interface Option {
  readonly id: string;
  readonly name: string;
  readonly where: string;
  readonly glyph: GlyphName;
  readonly state: State | null;
  readonly severity: Severity | null;
  /** A page or command, for which no server need be asked. */
  readonly isOwn: boolean;
  readonly does: OwnChoice['does'];
}

export interface OptionGroup {
  readonly title: string;
  readonly options: readonly Option[];
  readonly total: number;
}

const KINDS: Readonly<Record<PaletteKind, { readonly title: string; readonly glyph: GlyphName }>> = {
  pipeline: { title: 'Pipelines', glyph: 'pipeline' },
  action: { title: 'Actions', glyph: 'action' },
  hat: { title: 'Hats', glyph: 'hat' },
  bucket: { title: 'Buckets', glyph: 'store' },
  account: { title: 'Accounts', glyph: 'account' },
  finding: { title: 'Findings', glyph: 'finding' },
};

/** Never throws. */
export function optionGroups(
  typed: string,
  found: readonly PaletteGroup[],
  here: Here,
): readonly OptionGroup[] {
  const { choices, isNamed } = pagesFor(typed, here);
  const pages = own('Pages', choices);
  const commands = own('Commands', commandsFor(typed, here));
  const things = found.map(
    ({ kind, choices, total }): OptionGroup => ({
      title: KINDS[kind].title,
      total,
      options: choices.map(({ goal, ...choice }) => {
        const href = goalHref(goal, here.params.get('snapshot'));
        return { ...choice, id: `${kind} ${href}`, glyph: KINDS[kind].glyph, isOwn: false, does: { href } };
      }),
    }),
  );
  const order = isNamed ? [pages, ...things, commands] : [...things, commands, pages];
  return order.filter(({ options }) => options.length > 0);
}

function own(title: string, choices: readonly OwnChoice[]): OptionGroup {
  return {
    title,
    total: choices.length,
    options: choices.map((choice) => ({
      ...choice,
      id: `${title} ${choice.name}`,
      state: null,
      severity: null,
      isOwn: true,
    })),
  };
}
