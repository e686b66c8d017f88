import { Crumbs } from '@/components/shell/Crumbs';
import { Page } from '@/components/shell/Page';
import { SnapshotTrouble } from '@/components/shell/SnapshotTrouble';
import { TopBar } from '@/components/shell/TopBar';
import type { UnreadableSnapshot } from '@/lib/server/open-snapshot';
import { snapshotChoices } from './SnapshotInView';

/** The page of a snapshot that cannot be opened; the others stay one click away. */
export async function TroublePage({
  trouble,
  path,
  here = 'Pipelines',
}: {
  trouble: UnreadableSnapshot;
  path: string;
  here?: string;
}) {
  const others = (await snapshotChoices(path)).filter(({ id }) => id !== trouble.ref);
  return (
    <Page
      bar={
        <TopBar>
          <Crumbs here={here} />
        </TopBar>
      }
    >
      <SnapshotTrouble name={trouble.ref} problem={trouble.problem} others={others} />
    </Page>
  );
}
