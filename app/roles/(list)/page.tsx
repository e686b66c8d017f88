import type { Metadata } from 'next';
import { createLoader, parseAsString } from 'nuqs/server';
import { SnapshotInView } from '@/app/_parts/SnapshotInView';
import { TroublePage } from '@/app/_parts/TroublePage';
import { NothingRead } from '@/components/coverage/NothingRead';
import { RolesView } from '@/components/roles/RolesView';
import { Crumbs } from '@/components/shell/Crumbs';
import { listKeys } from '@/components/shell/list-keys';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { withAcceptedRoles } from '@/lib/scene/accepted-lists';
import { acceptedIn } from '@/lib/server/accepted-in';
import { openViews } from '@/lib/server/open-views';

const PATH = '/roles';

const stateOf = createLoader({ snapshot: parseAsString });

export const metadata: Metadata = { title: 'Hats' };

export default async function RolesPage({ searchParams }: PageProps<'/roles'>) {
  const { snapshot } = await stateOf(searchParams);
  const opened = await openViews(snapshot, ['roles']);
  if (opened.kind === 'unreadable') return <TroublePage trouble={opened} path={PATH} here="Hats" />;
  const all = withAcceptedRoles(opened.views.roles, await acceptedIn(opened));
  const bar = (
    <TopBar right={<SnapshotInView opened={opened} path={PATH} />}>
      <Crumbs here="Hats" />
    </TopBar>
  );
  return (
    <Page bar={bar} keys={listKeys('hat', 'open it')}>
      {all.rows.length === 0 ? (
        <NothingRead
          asked={opened.header.snapshot.accounts.length}
          unknown="which roles there are"
          snapshot={snapshot}
        />
      ) : (
        <RolesView all={all} snapshot={snapshot} />
      )}
    </Page>
  );
}
