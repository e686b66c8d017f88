import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { createLoader } from 'nuqs/server';
import { SnapshotInView } from '@/app/_parts/SnapshotInView';
import { TroublePage } from '@/app/_parts/TroublePage';
import { ExportMenu } from '@/components/pipeline/ExportMenu';
import { hopRows } from '@/components/pipeline/hop-rows';
import { PipelineFacts } from '@/components/pipeline/PipelineFacts';
import { PipelineWorkspace } from '@/components/pipeline/PipelineWorkspace';
import { pipelineHref, pipelineState } from '@/components/pipeline/view-state';
import { Crumbs } from '@/components/shell/Crumbs';
import { Page } from '@/components/shell/Page';
import { TopBar } from '@/components/shell/TopBar';
import { buildScene } from '@/lib/scene/build-scene';
import { openSnapshot } from '@/lib/server/open-snapshot';
import { pipelineView } from '@/lib/server/pipeline-view';

import { PathPanel } from './PathPanel';

const stateOf = createLoader(pipelineState);

export async function generateMetadata({ params }: PageProps<'/pipelines/[id]'>): Promise<Metadata> {
  return {
    title: decodeURIComponent((await params).id)
      .split('.')
      .slice(2)
      .join('.'),
  };
}

export default async function PipelinePage({ params, searchParams }: PageProps<'/pipelines/[id]'>) {
  const id = decodeURIComponent((await params).id);
  const state = await stateOf(searchParams);
  const path = `/pipelines/${id}`;
  const opened = await openSnapshot(state.snapshot);
  if (opened.kind === 'unreadable') return <TroublePage trouble={opened} path={path} />;
  const view = pipelineView(opened.analysis, id);
  if (view === null) notFound();
  const scene = buildScene(opened.analysis, view.row.arn, { selected: state.action });

  return (
    <Page
      bar={
        <TopBar
          right={
            <>
              <SnapshotInView opened={opened} path={path} />
              <ExportMenu snapshot={opened.ref} pipeline={view.row.arn} action={state.action} />
            </>
          }
        >
          <Crumbs
            back={{ href: pipelineHref('/pipelines', { snapshot: state.snapshot }), name: 'Pipelines' }}
            here={view.row.name}
          />
          <PipelineFacts row={view.row} actions={view.trails} />
        </TopBar>
      }
    >
      <PipelineWorkspace
        path={path}
        scene={scene}
        rows={hopRows(view.trails)}
        actions={view.trails.map(({ key, state }) => ({ key, state }))}
        panel={<PathPanel trails={view.trails} state={state} path={path} />}
      />
    </Page>
  );
}
