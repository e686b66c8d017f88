import { TellFindings } from '@/components/shell/findings-count';
import { type SnapshotChoice, SnapshotMenu } from '@/components/shell/SnapshotMenu';
import { acceptedIn } from '@/lib/server/accepted-in';
import type { InView } from '@/lib/server/open-snapshot';
import { exampleSnapshot, listSnapshots } from '@/lib/server/snapshot-refs';

/** The snapshots that `path` can be shown for. */
export async function snapshotChoices(path: string): Promise<readonly SnapshotChoice[]> {
  const all = await listSnapshots().catch(() => [exampleSnapshot()]);
  return all.map(({ ref, name, takenAt, isExample }) => ({
    id: ref,
    name,
    takenAt,
    isExample,
    href: `${path}?snapshot=${encodeURIComponent(ref)}`,
  }));
}

/** Which snapshot is in view and how much of it was read, at the right of the bar. */
export async function SnapshotInView({ opened, path }: { opened: InView; path: string }) {
  const { snapshot, accountsRead, findings } = opened.header;
  return (
    <>
      <TellFindings count={findings - (await acceptedIn(opened)).count} />
      <SnapshotMenu
        inView={{
          id: opened.ref,
          name: opened.name,
          takenAt: snapshot.takenAt,
          isExample: opened.isExample,
        }}
        coverage={`${accountsRead} of ${snapshot.accounts.length} accounts read`}
        now={new Date().toISOString()}
        choices={await snapshotChoices(path)}
      />
    </>
  );
}
