import { SnapshotInView } from '@/app/_parts/SnapshotInView';
import { ExportMenu } from '@/components/pipeline/ExportMenu';
import { PipelineFacts } from '@/components/pipeline/PipelineFacts';
import { type PipelineState, pipelineHref } from '@/components/pipeline/view-state';
import { Crumbs } from '@/components/shell/Crumbs';
import { TopBar } from '@/components/shell/TopBar';
import { WhatIfMenu } from '@/components/what-if/WhatIfMenu';
import type { InView } from '@/lib/server/open-snapshot';
import type { PipelineView } from '@/lib/server/pipeline-view';

/** The bar over one pipeline: how it stands, which snapshot this is, and what can be taken along. */
export function PipelineBar(props: {
  opened: InView;
  view: PipelineView;
  state: PipelineState;
  path: string;
}) {
  const { opened, view, state, path } = props;
  return (
    <TopBar
      right={
        <>
          <SnapshotInView opened={opened} path={path} />
          <WhatIfMenu />
          <ExportMenu snapshot={opened.ref} pipeline={view.row.arn} state={state} />
        </>
      }
    >
      <Crumbs
        back={{ href: pipelineHref('/pipelines', { snapshot: state.snapshot }), name: 'Pipelines' }}
        here={view.row.name}
      />
      <PipelineFacts row={view.row} actions={view.actions} />
    </TopBar>
  );
}
