import { type SnapshotChoice, SnapshotMenu } from '@/components/shell/SnapshotMenu';
import { exampleSnapshot, listSnapshots, type OpenSnapshot } from '@/lib/server/open-snapshot';
import { takenAt } from '@/lib/server/taken-at';

/** The snapshots that `path` can be shown for. */
export async function snapshotChoices(path: string): Promise<readonly SnapshotChoice[]> {
  const all = await listSnapshots().catch(() => [exampleSnapshot()]);
  return all.map(({ ref, isExample }) => ({
    id: ref,
    takenAt: takenAt(ref),
    isExample,
    href: `${path}?snapshot=${encodeURIComponent(ref)}`,
  }));
}

/** Which snapshot is in view and how much of it was read, at the right of the bar. */
export async function SnapshotInView({ opened, path }: { opened: OpenSnapshot; path: string }) {
  const { snapshot, inventory } = opened.analysis;
  return (
    <SnapshotMenu
      inView={{ id: opened.ref, takenAt: snapshot.takenAt, isExample: opened.isExample }}
      coverage={`${inventory.iamReadIn.size} of ${snapshot.accounts.length} accounts read`}
      now={new Date().toISOString()}
      choices={await snapshotChoices(path)}
    />
  );
}
