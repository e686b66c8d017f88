// Which snapshot a request looks at, opened and judged; what cannot be opened is said, not thrown.
import 'server-only';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Analysis } from '@/lib/analysis/analysis';
import { analyze } from '@/lib/analysis/analyze';
import { RULE_IDS } from '@/lib/analysis/settings';
import { readAnalysisSettings } from '@/lib/config/analysis-settings';
import { readSnapshotFile } from '@/lib/store/snapshot-file';
import { SnapshotProblem } from '@/lib/store/store-problem';
import { boundedCache } from './bounded-cache';
import { shelf } from './shelf';

/** How a URL names the organisation that comes with the product. */
export const EXAMPLE = 'example';

/** What is looked at when nothing was asked for. */
const LATEST = 'latest';

export interface SnapshotRef {
  /** What `?snapshot=` says. */
  readonly ref: string;
  /** null: it is in the store. */
  readonly file: string | null;
  readonly isExample: boolean;
}

export interface OpenSnapshot extends SnapshotRef {
  readonly kind: 'open';
  readonly analysis: Analysis;
}

export interface UnreadableSnapshot {
  readonly kind: 'unreadable';
  readonly ref: string;
  /** False: nobody knows a snapshot of this name. */
  readonly isListed: boolean;
  /** One line: what is wrong and what to do. */
  readonly problem: string;
}

/** Every snapshot that can be asked for: those of the store, newest first, then the example. @throws SnapshotProblem */
export async function listSnapshots(): Promise<readonly SnapshotRef[]> {
  const entries = await (await shelf()).list();
  return [...entries.map(({ id, file }) => ({ ref: id, file, isExample: false })), exampleSnapshot()];
}

/** The snapshot asked for; without a wish the latest of the store, else the example. Never throws for a bad snapshot. */
export async function openSnapshot(asked: string | null): Promise<OpenSnapshot | UnreadableSnapshot> {
  let ref = asked ?? LATEST;
  try {
    // The example needs no store, and must open when the store does not.
    const all = asked === EXAMPLE ? [exampleSnapshot()] : await listSnapshots();
    // Only what is listed is opened: a name in a URL is never taken for a path.
    const found = asked === null ? all[0] : all.find((one) => one.ref === asked);
    if (found === undefined) {
      return {
        kind: 'unreadable',
        ref,
        isListed: false,
        problem: `there is no snapshot \`${ref}\` in the store`,
      };
    }
    ref = found.ref;
    return { kind: 'open', ...found, analysis: await analysisOf(found) };
  } catch (error) {
    if (!(error instanceof SnapshotProblem)) throw error;
    return { kind: 'unreadable', ref, isListed: true, problem: error.message };
  }
}

/** The organisation that comes with the product. Never throws. */
export function exampleSnapshot(): SnapshotRef {
  return { ref: EXAMPLE, file: join(process.cwd(), 'public/samples/acme-retail.json'), isExample: true };
}

/** Judged once for each snapshot and the settings as they are now. What is in the store never changes; a file that changes is
 *  judged again. */
async function analysisOf({ ref, file }: SnapshotRef): Promise<Analysis> {
  const read = readAnalysisSettings(undefined, process.env, RULE_IDS);
  if (read.kind === 'problem') throw new SnapshotProblem(read.problem);
  const { settings } = read;
  const now = file === null ? null : await stat(file).catch(() => null);
  const key = `${file ?? `store ${ref}`} ${now?.size} ${now?.mtimeMs} ${JSON.stringify(settings)}`;
  const open = async () => (file === null ? (await shelf()).read(ref) : readSnapshotFile(file));
  return analyses.get(key, async () => analyze(await open(), settings));
}

const analyses = boundedCache<Analysis>('analyses', 4);
