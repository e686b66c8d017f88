// A scan that nobody started, unless one is being read already: here, or by any process of the same store.
import 'server-only';
import type { ScanOptions } from '@/lib/config/scan-options';
import { beginScan, type Started } from './scan-desk';
import { shelf } from './shelf';

/** @throws SnapshotProblem where the store is out of reach */
export async function beginScheduledScan(options: ScanOptions): Promise<Started> {
  const { store } = await shelf();
  for (const { id } of (await store?.unfinished()) ?? [])
    if (await store?.isBeingRead(id)) return { kind: 'busy', id };
  return beginScan(options, 'schedule');
}
