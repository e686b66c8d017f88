import type { Metadata } from 'next';
import { Crumbs } from '@/components/shell/Crumbs';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { SnapshotsView } from '@/components/snapshots/SnapshotsView';
import { ButtonLink } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { snapshotsPage } from '@/lib/server/snapshots-page';

export const metadata: Metadata = { title: 'Snapshots' };

export default async function SnapshotsPage() {
  const page = await snapshotsPage();
  return (
    <Page
      bar={
        <TopBar>
          <Crumbs here="Snapshots" />
        </TopBar>
      }
    >
      {page.kind === 'problem' ? (
        <Notice
          title="The store cannot be read"
          next={
            <ButtonLink look="primary" href="/?snapshot=example">
              Open the example
            </ButtonLink>
          }
        >
          <p>{page.problem}</p>
        </Notice>
      ) : (
        <SnapshotsView lines={page.lines} now={new Date().toISOString()} />
      )}
    </Page>
  );
}
