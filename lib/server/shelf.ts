// The store of this server, opened once for the whole process however often a bundle loads this file.
import 'server-only';
import { openShelf, type Shelf } from '@/lib/store/shelf';

const slot = Symbol.for('hatstack.shelf');
const shared = globalThis as { [slot: symbol]: Promise<Shelf> | undefined };

/** The shelf; where no store is there yet it is looked for again. @throws SnapshotProblem */
export async function shelf(): Promise<Shelf> {
  const opening = shared[slot] ?? openShelf(process.env);
  shared[slot] = opening;
  try {
    const opened = await opening;
    if (opened.store === null) shared[slot] = undefined;
    return opened;
  } catch (error) {
    shared[slot] = undefined;
    throw error;
  }
}
