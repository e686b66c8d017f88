import type { Metadata } from 'next';
import { createLoader } from 'nuqs/server';
import { SnapshotInView } from '@/app/_parts/SnapshotInView';
import { TroublePage } from '@/app/_parts/TroublePage';
import { coverageHref } from '@/components/coverage/view-state';
import { MapExport } from '@/components/overview/MapExport';
import { OverviewView } from '@/components/overview/OverviewView';
import { overviewState } from '@/components/overview/view-state';
import { NoPipelines } from '@/components/pipelines/NoPipelines';
import { Crumbs } from '@/components/shell/Crumbs';
import { Gaps } from '@/components/shell/Gaps';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { StartTour } from '@/components/tour/StartTour';
import { Tour } from '@/components/tour/Tour';
import { openOverview } from '@/lib/server/open-overview';
import { EXAMPLE } from '@/lib/server/snapshot-refs';
import { tourGoal } from '@/lib/server/tour-goal';

const PATH = '/';

const stateOf = createLoader(overviewState);

export const metadata: Metadata = { title: 'Overview' };

export default async function OverviewPage({ searchParams }: PageProps<'/'>) {
  const { snapshot, group } = await stateOf(searchParams);
  const opened = await openOverview(snapshot, group);
  if (opened.kind === 'unreadable') return <TroublePage trouble={opened} path={PATH} here="Overview" />;
  const { views, header, isExample } = opened;
  const { overview, coverage, gaps } = views;
  const goal = isExample ? tourGoal(overview) : null;
  const bar = (
    <TopBar
      right={
        <>
          <SnapshotInView opened={opened} path={PATH} />
          {goal === null ? null : <StartTour goal={goal} snapshot={EXAMPLE} />}
          <MapExport snapshot={opened.ref} group={group} />
        </>
      }
    >
      <Crumbs here="Overview" />
    </TopBar>
  );
  return (
    <Page bar={bar} keys={[{ key: 'E', does: 'export the map' }]}>
      {goal === null ? null : <Tour goal={goal} snapshot={EXAMPLE} />}
      <Gaps gaps={gaps} unknown={coverage.paths} href={coverageHref('/accounts', { snapshot })} />
      {overview.pipelines === 0 ? (
        <NoPipelines
          regions={header.snapshot.regions}
          coverage={coverage}
          snapshot={snapshot}
          exampleHref={`${PATH}?snapshot=${EXAMPLE}`}
        />
      ) : (
        <OverviewView
          overview={overview}
          map={opened.map}
          coverage={coverage}
          snapshot={snapshot}
          now={isExample ? header.snapshot.takenAt : new Date().toISOString()}
        />
      )}
    </Page>
  );
}
