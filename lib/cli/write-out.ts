// Writes the file that a command was asked for.
import { writeFile } from 'node:fs/promises';
import { CannotDo, type Values } from './command';

/** Writes the file; `mode` is that of a new one. @throws CannotDo with one clear line */
export async function writeOut(file: string, text: string | Uint8Array, mode = 0o666): Promise<void> {
  try {
    await writeFile(file, text, { mode });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown reason';
    throw new CannotDo(`cannot write \`${file}\` (${code}): see that the folder exists and is writable`);
  }
}

/** What each pseudonym stands for, where `--mapping` asks for it, for nobody else to read. @throws CannotDo with one clear line */
export async function writeMapping(
  file: Values[string],
  names: Readonly<Record<string, string>> | null,
): Promise<void> {
  if (typeof file === 'string' && names !== null)
    await writeOut(file, `${JSON.stringify({ version: 1, names }, null, 2)}\n`, 0o600);
}
