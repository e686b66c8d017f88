// The judgement that a command prints: of a snapshot as it is, or as it would be with the edits of a file.
import { readFileSync } from 'node:fs';
import type { Analysis } from '@/lib/analysis/analysis';
import { analyze } from '@/lib/analysis/analyze';
import {
  type EditStanding,
  placeTitle,
  readWhatIfText,
  standingOf,
  type WhatIf,
} from '@/lib/analysis/what-if';
import { CannotDo, type Io, type Values } from './command';
import { readSettings } from './read-settings';
import { readSnapshot } from './read-snapshot';

const MOST_BYTES = 16 * 1024 * 1024;

/** The snapshot judged under the settings, with the edits of `--what-if`; what is to be said of them goes to standard error.
 *  @throws CannotDo with one clear line */
export async function readAnalysis(asked: string | undefined, values: Values, io: Io): Promise<Analysis> {
  const file = values['what-if'];
  const whatIf = typeof file === 'string' ? whatIfIn(file) : null;
  const snapshot = await readSnapshot(asked, io);
  const settings = readSettings(values.config, io);
  if (whatIf === null) return analyze(snapshot, settings);
  const asIs = analyze(snapshot, settings);
  for (const line of remarksOn(asIs, whatIf)) io.err(line);
  return analyze(snapshot, settings, whatIf.edits);
}

function whatIfIn(file: string): WhatIf {
  const read = readWhatIfText(textOf(file));
  if (read.kind === 'problem') throw new CannotDo(`\`${file}\`: ${read.problem}`);
  return read.whatIf;
}

function textOf(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown reason';
    throw new CannotDo(`cannot read \`${file}\` (${code}): --what-if takes the file of a what-if`);
  }
  if (text.length > MOST_BYTES)
    throw new CannotDo(`\`${file}\` is larger than ${MOST_BYTES / 1024 / 1024} MB`);
  return text;
}

function remarksOn({ inventory }: Analysis, { edits }: WhatIf): readonly string[] {
  const count = `${edits.length} ${edits.length === 1 ? 'policy' : 'policies'}`;
  return [
    `what would be, had ${count} been changed; nothing was changed in AWS`,
    ...edits.flatMap((edit) => {
      const words = REMARKS[standingOf(inventory, edit)];
      return words === null ? [] : `mind: ${words(placeTitle(inventory, edit.place))}`;
    }),
  ];
}

const REMARKS: { readonly [standing in EditStanding]: ((title: string) => string) | null } = {
  applies: null,
  stale: (title) =>
    `the ${title} has changed since it was edited; the edit stands in place of what it says now`,
  elsewhere: (title) => `this snapshot has no ${title}: that edit changes nothing`,
  nothing: (title) => `the ${title} says already what the edit says`,
};
