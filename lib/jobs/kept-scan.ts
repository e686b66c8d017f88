// A scan whose snapshot is in the store, from the first unit on: begun, or gone on with.
import { scanInto } from '@/lib/scan/run-scan';
import { ScanProblem } from '@/lib/scan/scan-problem';
import type { ScanOptions, ScanRequest } from '@/lib/scan/scan-request';
import { snapshotId } from '@/lib/scan/snapshot-id';
import type { Store } from '@/lib/store/store';
import { withHeartbeat } from './heartbeat';
import { fromKept, toKept } from './kept-request';
import { shareScan } from './shared-scan';
import { type Begun, storeJournal } from './store-journal';

export interface KeptScanOptions extends ScanOptions {
  readonly toolVersion: string;
  /** Workers do the reading, and this process watches. */
  readonly isShared?: boolean;
  /** The snapshot's id, where one was made up already. */
  readonly id?: string;
}

/** Scans into the store. Whatever happens on the way, what was read stays there. @returns the snapshot's id
 *  @throws ScanProblem, SnapshotProblem */
export async function keepScan(
  store: Store,
  request: ScanRequest,
  options: KeptScanOptions,
): Promise<string> {
  const began = options.now();
  const { toolVersion } = options;
  const begun = {
    id: options.id ?? snapshotId(began),
    takenAt: began.toISOString(),
    toolVersion,
    request: toKept(request),
  };
  return finish(store, begun, request, options);
}

/** Goes on with a scan that has not ended: with the one of that id, or the latest one. Only what is left is read.
 *  `profile` stands in for the one that it was begun with. @returns the snapshot's id @throws ScanProblem, SnapshotProblem */
export async function resumeScan(
  store: Store,
  id: string | null,
  profile: string | undefined,
  options: KeptScanOptions,
): Promise<string> {
  const row = id === null ? (await store.unfinished())[0] : await store.find(id);
  if (!row) {
    throw new ScanProblem(
      id === null
        ? 'there is no interrupted scan: begin one with `hatstack scan`'
        : `there is no scan \`${id}\` in the store`,
    );
  }
  if (row.state === 'complete')
    throw new ScanProblem(`scan \`${row.id}\` is complete: nothing is left to be read`);
  const request = fromKept(row.request);
  if (request === null)
    throw new ScanProblem(`snapshot \`${row.id}\` is not of a scan that can be gone on with`);
  return finish(store, row, { ...request, profile: profile ?? request.profile }, options);
}

async function finish(
  store: Store,
  begun: Begun,
  request: ScanRequest,
  options: KeptScanOptions,
): Promise<string> {
  if (options.isShared) {
    await shareScan(store, begun, request, options);
    return begun.id;
  }
  await withHeartbeat(store, begun.id, () => scanInto(storeJournal(store, begun), request, options));
  await store.complete(begun.id);
  return begun.id;
}
