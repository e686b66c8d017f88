import type { Metadata } from 'next';
import { createLoader } from 'nuqs/server';
import { SnapshotInView } from '@/app/_parts/SnapshotInView';
import { TroublePage } from '@/app/_parts/TroublePage';
import { DrawingExport } from '@/components/export/DrawingExport';
import { overviewHref } from '@/components/overview/view-state';
import { ReachView } from '@/components/reach/ReachView';
import { reachState } from '@/components/reach/view-state';
import { Crumbs } from '@/components/shell/Crumbs';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { openSnapshot } from '@/lib/server/open-snapshot';
import { type ReachPage as Reach, reachPage } from '@/lib/server/reach-page';

const PATH = '/reach';
const TITLE = 'Blast radius';

const stateOf = createLoader(reachState);

export const metadata: Metadata = { title: TITLE };

export default async function ReachPage({ searchParams }: PageProps<'/reach'>) {
  const state = await stateOf(searchParams);
  const { snapshot } = state;
  const opened = await openSnapshot(snapshot);
  if (opened.kind === 'unreadable') return <TroublePage trouble={opened} path={PATH} here={TITLE} />;
  const reach = reachPage(opened.analysis, state);
  const what = drawnAs(reach, state.group);
  const bar = (
    <TopBar
      right={
        <>
          <SnapshotInView opened={opened} path={PATH} />
          <DrawingExport snapshot={opened.ref} title={what.title} what={what.of} />
        </>
      }
    >
      <Crumbs back={{ href: overviewHref('/', { snapshot }), name: 'Overview' }} here={TITLE} />
    </TopBar>
  );
  return (
    <Page bar={bar}>
      <ReachView {...reach} snapshot={snapshot} />
    </Page>
  );
}

/** The drawing, as the export route knows it. */
function drawnAs({ map, way, end }: Reach, group: string | null) {
  const of: Readonly<Record<string, string>> = {
    map: group ?? 'folded',
    ...(end === null ? {} : { [way]: end.id }),
  };
  return { title: map.scene.title, of };
}
