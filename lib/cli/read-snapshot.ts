// Which snapshot a command means: a file, an id, `latest`, or the bundled `example`.
import { fileURLToPath } from 'node:url';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { openShelf } from '@/lib/store/shelf';
import { readSnapshotFile } from '@/lib/store/snapshot-file';
import type { Io } from './command';

/** The example organisation that comes with the package. The compiled line stands in `dist/`, the source three folders deep. */
function exampleFile(): string {
  const here = import.meta.url;
  return fileURLToPath(
    new URL(
      here.includes('/dist/')
        ? '../public/samples/acme-retail.json'
        : '../../public/samples/acme-retail.json',
      here,
    ),
  );
}

/** Reads it. @throws SnapshotProblem with one clear line */
export async function readSnapshot(ref: string | undefined, io: Io): Promise<Snapshot> {
  // What is plainly a file needs no store, and is read when the store cannot be.
  if (ref === 'example') return readSnapshotFile(exampleFile());
  if (ref !== undefined && /[/\\]|\.(json|gz|hatstack)$/.test(ref)) return readSnapshotFile(ref);
  const shelf = await openShelf(io.env);
  try {
    return await shelf.read(ref ?? 'latest');
  } finally {
    await shelf.close();
  }
}
