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
import { coverageView } from '@/lib/server/coverage-view';
import { gapLines } from '@/lib/server/gap-lines';
import { EXAMPLE, openSnapshot } from '@/lib/server/open-snapshot';
import { rowsOf } from '@/lib/server/pipeline-view';

const PATH = '/pipelines';

const stateOf = createLoader({ snapshot: parseAsString });

export const metadata: Metadata = { title: 'Pipelines' };

export default async function PipelinesPage({ searchParams }: PageProps<'/pipelines'>) {
  const { snapshot } = await stateOf(searchParams);
  const opened = await openSnapshot(snapshot);
  if (opened.kind === 'unreadable') return <TroublePage trouble={opened} path={PATH} />;
  const { analysis, isExample } = opened;
  const rows = rowsOf(analysis);
  const bar = (
    <TopBar right={<SnapshotInView opened={opened} path={PATH} />}>
      <Crumbs here="Pipelines" />
    </TopBar>
  );
  return (
    <Page bar={bar} keys={listKeys('pipeline', 'open it')}>
      <Gaps
        gaps={gapLines(analysis)}
        unknown={coverageView(analysis).paths}
        href={coverageHref('/accounts', { snapshot })}
      />
      {rows.length === 0 ? (
        <NoPipelines asked={analysis.snapshot} exampleHref={`${PATH}?snapshot=${EXAMPLE}`} />
      ) : (
        <PipelinesView
          rows={rows}
          snapshot={snapshot}
          now={isExample ? analysis.snapshot.takenAt : new Date().toISOString()}
        />
      )}
    </Page>
  );
}
