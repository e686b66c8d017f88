import type { Metadata } from 'next';
import { createLoader, parseAsString } from 'nuqs/server';
import { SnapshotInView } from '@/app/_parts/SnapshotInView';
import { TroublePage } from '@/app/_parts/TroublePage';
import { RolesView } from '@/components/roles/RolesView';
import { Crumbs } from '@/components/shell/Crumbs';
import { listKeys } from '@/components/shell/list-keys';
import { Notice } from '@/components/shell/Notice';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { ButtonLink } from '@/components/ui/Button';
import { openViews } from '@/lib/server/open-views';
import { EXAMPLE } from '@/lib/server/snapshot-refs';

const PATH = '/roles';

const stateOf = createLoader({ snapshot: parseAsString });

export const metadata: Metadata = { title: 'Hats' };

export default async function RolesPage({ searchParams }: PageProps<'/roles'>) {
  const { snapshot } = await stateOf(searchParams);
  const opened = await openViews(snapshot, ['roles']);
  if (opened.kind === 'unreadable') return <TroublePage trouble={opened} path={PATH} here="Hats" />;
  const all = opened.views.roles;
  const bar = (
    <TopBar right={<SnapshotInView opened={opened} path={PATH} />}>
      <Crumbs here="Hats" />
    </TopBar>
  );
  return (
    <Page bar={bar} keys={listKeys('hat', 'open it')}>
      {all.rows.length === 0 ? (
        <Notice
          title="No role in this snapshot"
          next={
            <ButtonLink look="primary" href={`${PATH}?snapshot=${EXAMPLE}`}>
              Open the example
            </ButtonLink>
          }
        >
          <p>The IAM of no account was read. Accounts and coverage says which call was refused.</p>
        </Notice>
      ) : (
        <RolesView all={all} snapshot={snapshot} />
      )}
    </Page>
  );
}
