import type { Metadata } from 'next';
import { SnapshotInView } from '@/app/_parts/SnapshotInView';
import { TroublePage } from '@/app/_parts/TroublePage';
import { NoPipelines } from '@/components/pipelines/NoPipelines';
import { PipelinesView } from '@/components/pipelines/PipelinesView';
import { Crumbs } from '@/components/shell/Crumbs';
import { Gaps } from '@/components/shell/Gaps';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { gapLines, pathsInGaps } from '@/lib/server/gap-lines';
import { EXAMPLE, openSnapshot } from '@/lib/server/open-snapshot';
import { rowsOf } from '@/lib/server/pipeline-view';
import { askedSnapshot } from '../asked-snapshot';

const PATH = '/pipelines';

export const metadata: Metadata = { title: 'Pipelines' };

export default async function PipelinesPage({ searchParams }: PageProps<'/pipelines'>) {
  const { snapshot } = await askedSnapshot(searchParams);
  const opened = await openSnapshot(snapshot);
  if (opened.kind === 'unreadable') return <TroublePage trouble={opened} path={PATH} />;
  const { analysis, isExample } = opened;
  const rows = rowsOf(analysis);
  const now = isExample ? analysis.snapshot.takenAt : new Date().toISOString();
  return (
    <Page
      bar={
        <TopBar right={<SnapshotInView opened={opened} path={PATH} />}>
          <Crumbs here="Pipelines" />
        </TopBar>
      }
    >
      <Gaps gaps={gapLines(analysis)} unknown={pathsInGaps(analysis)} />
      {rows.length === 0 ? (
        <NoPipelines {...counts(analysis.snapshot)} exampleHref={`${PATH}?snapshot=${EXAMPLE}`} />
      ) : (
        <PipelinesView rows={rows} snapshot={snapshot} now={now} />
      )}
    </Page>
  );
}

function counts({ accounts, regions }: { accounts: readonly string[]; regions: readonly string[] }) {
  return { accounts: accounts.length, regions };
}
