// What the Snapshots page lists: those of the store, those that are not finished, and files in the folder beside it.
import 'server-only';
import { isUnderWay } from '@/lib/scene/scan-view';
import type { SnapshotRow } from '@/lib/store/snapshots';
import { SnapshotProblem } from '@/lib/store/store-problem';
import { lastScan } from './scan-desk';
import { shelf } from './shelf';
import { takenAt } from './taken-at';

export interface SnapshotLine {
  readonly id: string;
  readonly name: string | null;
  readonly takenAt: string | null;
  /** `file`: it lies in the folder of snapshot files, and is not ours to change. */
  readonly state: 'complete' | 'running' | 'unfinished' | 'file';
  readonly isPinned: boolean;
  /** null where it would have to be opened first. */
  readonly accounts: number | null;
  readonly facts: number | null;
  readonly gaps: number | null;
}

export type SnapshotsPage =
  | { readonly kind: 'lines'; readonly lines: readonly SnapshotLine[] }
  | { readonly kind: 'problem'; readonly problem: string };

/** Never throws for a store that is out of reach. */
export async function snapshotsPage(): Promise<SnapshotsPage> {
  try {
    const { store, list } = await shelf();
    const sizes = (await store?.sizes()) ?? new Map();
    const scan = lastScan()?.message(new Map()) ?? null;
    const running = scan !== null && isUnderWay(scan) ? scan.id : null;
    const kept = (row: SnapshotRow, state: SnapshotLine['state']): SnapshotLine => ({
      id: row.id,
      name: row.name,
      takenAt: row.takenAt,
      state,
      isPinned: row.isPinned,
      accounts: row.accounts.length,
      facts: sizes.get(row.id)?.facts ?? 0,
      gaps: sizes.get(row.id)?.gaps ?? 0,
    });
    const unfinished = ((await store?.unfinished()) ?? []).map((row) =>
      kept(row, row.id === running ? 'running' : 'unfinished'),
    );
    const complete = (await list()).map(({ id, row }) =>
      row === null
        ? {
            id,
            name: null,
            takenAt: takenAt(id),
            state: 'file' as const,
            isPinned: false,
            accounts: null,
            facts: null,
            gaps: null,
          }
        : kept(row, 'complete'),
    );
    return { kind: 'lines', lines: [...unfinished, ...complete] };
  } catch (error) {
    if (!(error instanceof SnapshotProblem)) throw error;
    return { kind: 'problem', problem: error.message };
  }
}
