// What the Scan page begins with: the scan that runs or ran last, those that are not finished, and the form.
import 'server-only';
import { type ReadForm, scanFormDefaults } from '@/lib/config/scan-form';
import { isUnderWay, type ScanView } from '@/lib/scene/scan-view';
import { SnapshotProblem } from '@/lib/store/store-problem';
import { lastScan } from './scan-desk';
import { nextScheduledScan } from './scheduler';
import { shelf } from './shelf';

export interface UnfinishedScan {
  readonly id: string;
  readonly takenAt: string;
  readonly accounts: number;
  readonly units: number;
  readonly done: number;
}

export interface ScanPage {
  readonly last: ScanView | null;
  readonly unfinished: readonly UnfinishedScan[];
  readonly form: ReadForm;
  /** When the next scan starts by itself, ISO 8601; null where none will. */
  readonly next: string | null;
  /** One line: why the store does not tell; null where it does. */
  readonly storeProblem: string | null;
}

/** Never throws for a store that is out of reach. */
export async function scanPage(): Promise<ScanPage> {
  const scan = lastScan();
  const last = scan?.message(new Map()) ?? null;
  const form = scanFormDefaults(process.env);
  const next = nextScheduledScan(process.env, new Date());
  try {
    const { store } = await shelf();
    const rows = (await store?.unfinished()) ?? [];
    const unfinished: UnfinishedScan[] = [];
    for (const { id, takenAt, accounts, request } of rows) {
      const isOurs = last?.id === id && isUnderWay(last);
      if (isOurs || request === null || !store) continue;
      unfinished.push({ id, takenAt, accounts: accounts.length, ...(await store.progress(id)) });
    }
    return { last, unfinished, form, next, storeProblem: null };
  } catch (error) {
    if (!(error instanceof SnapshotProblem)) throw error;
    return { last, unfinished: [], form, next, storeProblem: error.message };
  }
}
