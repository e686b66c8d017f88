// Finds and reads hatstack.yaml.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileLayer } from './file-layer';
import type { ReadLayer } from './layer';

const DEFAULT_FILE = 'hatstack.yaml';

/** The file that was named, or `hatstack.yaml` in the working folder if there is one. `rules`: those that it
 *  may tune; null: nobody asks. Never throws. */
export function readConfigFile(named: string | undefined, rules: readonly string[] | null = null): ReadLayer {
  const file = named ?? DEFAULT_FILE;
  try {
    return fileLayer(
      file,
      readFileSync(resolve(/* turbopackIgnore: true */ process.cwd(), file), 'utf8'),
      rules,
    );
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    if (code === 'ENOENT' && named === undefined) return { kind: 'layer', layer: new Map() };
    const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    return { kind: 'problem', problem: `no configuration in \`${file}\`: ${why}` };
  }
}
