// The folder in which this user's snapshots lie, one file each.
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { compareText } from '@/lib/base/sort';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { checkWritable, readSnapshotFile, SnapshotProblem, writeSnapshotFile } from './snapshot-file';

export interface StoredSnapshot {
  readonly id: string;
  readonly file: string;
}

export interface SnapshotStore {
  readonly folder: string;
  /** What is stored, newest first; an empty list where nothing ever was. */
  readonly list: () => Promise<readonly StoredSnapshot[]>;
  /** By file path, by id, or `latest`. @throws SnapshotProblem */
  readonly read: (ref: string) => Promise<Snapshot>;
  /** @throws SnapshotProblem when nothing could be written here */
  readonly checkWritable: () => Promise<void>;
  /** @returns the file. @throws SnapshotProblem */
  readonly write: (snapshot: Snapshot) => Promise<string>;
}

type Environment = { readonly [name: string]: string | undefined };

/** Ids begin with the time, so their order is the order of the scans; a name that begins with a dot is a write that never ended. */
const STORED = /^([A-Za-z0-9][A-Za-z0-9._-]*)\.json\.gz$/;

/** The store in `HATSTACK_HOME`, or else in the user's own data folder. Opening it touches no disk. */
export function openSnapshotStore(env: Environment): SnapshotStore {
  const folder = join(dataFolder(env), 'snapshots');

  async function list(): Promise<readonly StoredSnapshot[]> {
    const names = await readdir(folder).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw new SnapshotProblem(`cannot look into \`${folder}\`: see that it is a folder that you may read`);
    });
    return names
      .flatMap((name) => {
        const id = STORED.exec(name)?.[1];
        return id === undefined ? [] : [{ id, file: join(folder, name) }];
      })
      .sort((a, b) => compareText(b.id, a.id));
  }

  async function read(ref: string): Promise<Snapshot> {
    const stored = await list();
    const found = ref === 'latest' ? stored[0] : stored.find(({ id }) => id === ref);
    if (found) return readSnapshotFile(found.file);
    if (ref === 'latest') {
      throw new SnapshotProblem(`there is no snapshot in \`${folder}\` yet: make one with \`hatstack scan\``);
    }
    return readSnapshotFile(ref);
  }

  async function write(snapshot: Snapshot): Promise<string> {
    const file = join(folder, `${snapshot.id}.json.gz`);
    await writeSnapshotFile(file, snapshot);
    return file;
  }

  return { folder, list, read, checkWritable: () => checkWritable(join(folder, 'snapshot')), write };
}

/** @see https://specifications.freedesktop.org/basedir-spec/latest/ (read 2026-11-24) */
function dataFolder(env: Environment): string {
  if (env.HATSTACK_HOME) return env.HATSTACK_HOME;
  if (env.XDG_DATA_HOME) return join(env.XDG_DATA_HOME, 'hatstack');
  if (process.platform === 'win32' && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'hatstack');
  return join(env.HOME ?? homedir(), '.local', 'share', 'hatstack');
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
