// Test support: every app of the CDK that the tests judge, synthesised once in each test file that asks.
import type { Analysis } from '@/lib/analysis/analysis';
import { analyze } from '@/lib/analysis/analyze';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { connection } from './connection.fixture';
import { container } from './container.fixture';
import { crossAccount } from './cross-account.fixture';
import { crossRegion } from './cross-region.fixture';
import { legacy } from './legacy.fixture';
import { manyActions } from './many-actions.fixture';
import { pipelines } from './pipelines.fixture';
import { type CdkApp, snapshotOfTemplates, synthesise } from './synthesise.fixture';

/** One more app: its file here, and one line in this list. */
export const APPS: readonly CdkApp[] = [
  crossAccount,
  legacy,
  connection,
  container,
  crossRegion,
  manyActions,
  pipelines,
];

const snapshots = new Map<string, Snapshot>();

/** The snapshot of an app's templates. */
export function snapshotOfApp(app: CdkApp): Snapshot {
  const found = snapshots.get(app.name) ?? snapshotOfTemplates(app.name, synthesise(app));
  snapshots.set(app.name, found);
  return found;
}

/** What we say of an app's pipelines. */
export function analysisOfApp(app: CdkApp): Analysis {
  return analyze(snapshotOfApp(app));
}
