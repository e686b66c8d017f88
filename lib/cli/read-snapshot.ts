// Which snapshot a command means: a file, an id, `latest`, or the bundled `example`.
import { fileURLToPath } from 'node:url';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { openSnapshotStore } from '@/lib/store/snapshot-store';
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
export function readSnapshot(ref: string | undefined, io: Io): Promise<Snapshot> {
  return openSnapshotStore(io.env).read(ref === 'example' ? exampleFile() : (ref ?? 'latest'));
}
