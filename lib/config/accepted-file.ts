// Finds, reads and writes hatstack-accepted.yaml.
import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type GivenAcceptance, type ReadAccepted, readEntries } from './accepted-entries';

const FILE = 'hatstack-accepted.yaml';

type Environment = { readonly [name: string]: string | undefined };

export interface AcceptedFile {
  /** As messages call it. */
  readonly name: string;
  /** Whether somebody named it: then it has to be there where it is read. */
  readonly isNamed: boolean;
}

/** Where accepted findings stand: the file that was named, by flag or by HATSTACK_ACCEPTED; else the one beside hatstack.yaml, in
 *  the working folder where nobody named that one either. Never throws. */
export function acceptedFile(
  named: string | undefined,
  config: string | undefined,
  env: Environment,
): AcceptedFile {
  const given = named ?? (env.HATSTACK_ACCEPTED || undefined);
  if (given !== undefined) return { name: given, isNamed: true };
  return { name: join(dirname(config ?? (env.HATSTACK_CONFIG || FILE)), FILE), isNamed: false };
}

export type AcceptedText = ReadAccepted & { readonly text?: string };

/** The entries and the text of the file; of one that is not there, none. Never throws. */
export function readAcceptedFile({ name, isNamed }: AcceptedFile, rules: readonly string[]): AcceptedText {
  let text = '';
  try {
    text = readFileSync(resolve(/* turbopackIgnore: true */ process.cwd(), name), 'utf8');
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' && !isNamed) return { kind: 'accepted', entries: [], text };
    const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    return { kind: 'problem', problem: `no accepted findings in \`${name}\`: ${why}` };
  }
  return { ...readEntries(name, text, rules), text };
}

export type Changed =
  | { readonly kind: 'changed'; readonly entries: readonly GivenAcceptance[] }
  | { readonly kind: 'problem'; readonly problem: string };

/** Reads, changes and writes the file, which is made where it is not there; nobody else of this process comes in between. A file
 *  with a mistake, now or after the change, is left as it is. Never throws. */
export function changeAcceptedFile(
  file: AcceptedFile,
  rules: readonly string[],
  change: (text: string) => string,
): Changed {
  const before = readAcceptedFile(
    {
      ...file,
      isNamed: file.isNamed && isThere(resolve(/* turbopackIgnore: true */ process.cwd(), file.name)),
    },
    rules,
  );
  if (before.kind === 'problem') return before;
  const text = change(before.text ?? '');
  const after = readEntries(file.name, text, rules);
  if (after.kind === 'problem') return after;
  try {
    writeWhole(resolve(/* turbopackIgnore: true */ process.cwd(), file.name), text);
  } catch (error) {
    return {
      kind: 'problem',
      problem: `\`${file.name}\` cannot be written (${codeOf(error)}): name another file with --accepted or HATSTACK_ACCEPTED`,
    };
  }
  return { kind: 'changed', entries: after.entries };
}

/** A temporary file beside it is renamed: whoever reads meanwhile sees the old text or the new one, never a half. */
function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const target = isThere(path) ? realpathSync(path) : path;
  const mode = isThere(target) ? statSync(target).mode & 0o777 : 0o644;
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text, { mode, flush: true });
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
}
