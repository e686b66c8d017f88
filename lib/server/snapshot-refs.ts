// Every snapshot that a URL can name.
import 'server-only';
import { join } from 'node:path';
import { shelf } from './shelf';
import { takenAt } from './taken-at';

/** How a URL names the organisation that comes with the product. */
export const EXAMPLE = 'example';

export interface SnapshotRef {
  /** What `?snapshot=` says. */
  readonly ref: string;
  /** What a person called it; null: nothing. */
  readonly name: string | null;
  /** ISO 8601; null where it would have to be opened first. */
  readonly takenAt: string | null;
  /** null: it is in the store. */
  readonly file: string | null;
  readonly isExample: boolean;
}

/** Those of the store, newest first, then the example. @throws SnapshotProblem */
export async function listSnapshots(): Promise<readonly SnapshotRef[]> {
  const entries = await (await shelf()).list();
  const kept = entries.map(({ id, file, row }) => ({
    ...{ ref: id, name: row?.name ?? null, file, isExample: false },
    takenAt: row?.takenAt ?? takenAt(id),
  }));
  return [...kept, exampleSnapshot()];
}

/** The one asked for, without a wish the first; null where there is none of that name. Only what is listed is found: a name in a URL
 *  is never taken for a path. @throws SnapshotProblem */
export async function findSnapshot(asked: string | null): Promise<SnapshotRef | null> {
  // The example needs no store, and must open when the store does not.
  if (asked === EXAMPLE) return exampleSnapshot();
  const all = await listSnapshots();
  return (asked === null ? all[0] : all.find((one) => one.ref === asked)) ?? null;
}

/** The organisation that comes with the product. Never throws. */
export function exampleSnapshot(): SnapshotRef {
  const file = join(process.cwd(), 'public/samples/acme-retail.json');
  return { ref: EXAMPLE, name: null, takenAt: null, file, isExample: true };
}
