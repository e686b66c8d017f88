import type { Metadata } from 'next';
import { createLoader, parseAsString } from 'nuqs/server';
import { SnapshotInView } from '@/app/_parts/SnapshotInView';
import { TroublePage } from '@/app/_parts/TroublePage';
import { coverageHref } from '@/components/coverage/view-state';
import { NoPipelines } from '@/components/pipelines/NoPipelines';
import { PipelinesView } from '@/components/pipelines/PipelinesView';
import { Crumbs } from '@/components/shell/Crumbs';
import { Gaps } from '@/components/shell/Gaps';
import { listKeys } from '@/components/shell/list-keys';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { withAcceptedPipelines } from '@/lib/scene/accepted-lists';
import { acceptedIn } from '@/lib/server/accepted-in';
import { openViews } from '@/lib/server/open-views';
import { EXAMPLE } from '@/lib/server/snapshot-refs';

const PATH = '/pipelines';

const stateOf = createLoader({ snapshot: parseAsString });

export const metadata: Metadata = { title: 'Pipelines' };

export default async function PipelinesPage({ searchParams }: PageProps<'/pipelines'>) {
  const { snapshot } = await stateOf(searchParams);
  const opened = await openViews(snapshot, ['pipelines', 'overview', 'gaps', 'coverage']);
  if (opened.kind === 'unreadable') return <TroublePage trouble={opened} path={PATH} />;
  const { views, header, isExample } = opened;
  const rows = withAcceptedPipelines(views.pipelines, await acceptedIn(opened));
  const bar = (
    <TopBar right={<SnapshotInView opened={opened} path={PATH} />}>
      <Crumbs here="Pipelines" />
    </TopBar>
  );
  return (
    <Page bar={bar} keys={listKeys('pipeline', 'open it')}>
      <Gaps gaps={views.gaps} unknown={views.coverage.paths} href={coverageHref('/accounts', { snapshot })} />
      {rows.length === 0 ? (
        <NoPipelines
          regions={header.snapshot.regions}
          coverage={views.coverage}
          snapshot={snapshot}
          exampleHref={`${PATH}?snapshot=${EXAMPLE}`}
        />
      ) : (
        <PipelinesView
          rows={rows}
          causes={views.overview.causes.filter(({ state }) => state === 'broken').length}
          snapshot={snapshot}
          now={isExample ? header.snapshot.takenAt : new Date().toISOString()}
        />
      )}
    </Page>
  );
}
