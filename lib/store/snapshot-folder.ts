// The folder of snapshot files beside the store: what lies there is listed too, and only read.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolder, type Environment } from './place';
import { SnapshotProblem } from './store-problem';

export interface SnapshotFile {
  readonly id: string;
  readonly file: string;
}

/** A name that begins with a dot is a write that never ended. */
const STORED = /^([A-Za-z0-9][A-Za-z0-9._-]*)\.json\.gz$/;

/** The snapshot files in the data folder, in no order; none where the folder is not there. @throws SnapshotProblem */
export async function snapshotFiles(env: Environment): Promise<readonly SnapshotFile[]> {
  const folder = join(dataFolder(env), 'snapshots');
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new SnapshotProblem(`cannot look into \`${folder}\`: see that it is a folder that you may read`);
  });
  return names.flatMap((name) => {
    const id = STORED.exec(name)?.[1];
    return id === undefined ? [] : [{ id, file: join(folder, name) }];
  });
}
