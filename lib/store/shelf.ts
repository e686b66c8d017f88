// All snapshots that this user can name: those of the store, and files in the folder beside it.
import { existsSync } from 'node:fs';
import { compareText } from '@/lib/base/sort';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { type Environment, nameOf, placeOf } from './place';
import { readSnapshotFile } from './snapshot-file';
import { snapshotFiles } from './snapshot-folder';
import type { SnapshotRow } from './snapshots';
import { openStore, type Store } from './store';
import { SnapshotProblem } from './store-problem';

export interface ShelfEntry {
  readonly id: string;
  /** Where it is a file; null: it is in the store. */
  readonly file: string | null;
  /** What the store knows of it. */
  readonly row: SnapshotRow | null;
}

export interface Shelf {
  /** null: nothing was ever kept in it. */
  readonly store: Store | null;
  /** Complete snapshots, newest first. @throws SnapshotProblem */
  readonly list: () => Promise<readonly ShelfEntry[]>;
  /** By id, `latest` or file. @throws SnapshotProblem */
  readonly read: (ref: string) => Promise<Snapshot>;
  readonly close: () => Promise<void>;
}

/** Opens the store where there is one, and makes none. @throws SnapshotProblem */
export async function openShelf(env: Environment): Promise<Shelf> {
  const place = placeOf(env);
  const isThere = place.kind === 'postgres' || existsSync(place.file);
  const store = isThere ? await openStore(place) : null;

  async function list(): Promise<readonly ShelfEntry[]> {
    const kept = (await store?.list()) ?? [];
    const ids = new Set(kept.map(({ id }) => id));
    const files = (await snapshotFiles(env)).filter(({ id }) => !ids.has(id));
    const entries = [
      ...kept.map((row) => ({ id: row.id, file: null, row })),
      ...files.map(({ id, file }) => ({ id, file, row: null })),
    ];
    return entries.sort((a, b) => compareText(timeOf(b), timeOf(a)));
  }

  async function read(ref: string): Promise<Snapshot> {
    const entries = await list();
    const found = ref === 'latest' ? entries[0] : entries.find(({ id }) => id === ref);
    if (found?.file) return readSnapshotFile(found.file);
    if (found !== undefined && store !== null) return store.read(found.id);
    if (ref === 'latest') {
      throw new SnapshotProblem(
        `there is no snapshot in \`${nameOf(place)}\` yet: make one with \`hatstack scan\``,
      );
    }
    // One that is still running says so; whatever else is no id is a file.
    if (store !== null && (await store.find(ref)) !== null) return store.read(ref);
    return readSnapshotFile(ref);
  }

  return { store, list, read, close: async () => store?.close() };
}

/** Ids of scans begin with their time, in UTC; that of the store is the same instant. */
function timeOf({ id, row }: ShelfEntry): string {
  return row === null ? id : `${row.takenAt.slice(0, 19).replaceAll(':', '-')}Z ${id}`;
}
