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
import { coverageView } from '@/lib/server/coverage-view';
import { gapLines } from '@/lib/server/gap-lines';
import { EXAMPLE, openSnapshot } from '@/lib/server/open-snapshot';
import { mapView, overviewView } from '@/lib/server/overview-view';
import { tourGoal } from '@/lib/server/tour-goal';

const PATH = '/';

const stateOf = createLoader(overviewState);

export const metadata: Metadata = { title: 'Overview' };

export default async function OverviewPage({ searchParams }: PageProps<'/'>) {
  const { snapshot, group } = await stateOf(searchParams);
  const opened = await openSnapshot(snapshot);
  if (opened.kind === 'unreadable') return <TroublePage trouble={opened} path={PATH} here="Overview" />;
  const { analysis, isExample } = opened;
  const coverage = coverageView(analysis);
  const goal = isExample ? tourGoal(analysis) : null;
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
      <Gaps
        gaps={gapLines(analysis)}
        unknown={coverage.paths}
        href={coverageHref('/accounts', { snapshot })}
      />
      {analysis.pipelines.length === 0 ? (
        <NoPipelines asked={analysis.snapshot} exampleHref={`${PATH}?snapshot=${EXAMPLE}`} />
      ) : (
        <OverviewView
          overview={overviewView(analysis)}
          map={mapView(analysis, group)}
          coverage={coverage}
          snapshot={snapshot}
          now={isExample ? analysis.snapshot.takenAt : new Date().toISOString()}
        />
      )}
    </Page>
  );
}
