import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { createLoader } from 'nuqs/server';
import { TroublePage } from '@/app/_parts/TroublePage';
import { hopRows } from '@/components/pipeline/hop-rows';
import { PipelineWorkspace } from '@/components/pipeline/PipelineWorkspace';
import { PIPELINE_KEYS } from '@/components/pipeline/pipeline-keys';
import {
  type PipelineState,
  pipelineHref,
  pipelineState,
  sceneViewOf,
} from '@/components/pipeline/view-state';
import { Late } from '@/components/shell/Late';
import { Page } from '@/components/shell/Page';
import { Tour } from '@/components/tour/Tour';
import { LazyPolicyEditor } from '@/components/what-if/LazyPolicyEditor';
import { UnknownWhatIf } from '@/components/what-if/UnknownWhatIf';
import { WhatIfBar } from '@/components/what-if/WhatIfBar';
import { withAcceptedActions } from '@/lib/scene/accepted-look';
import { arnsOfPipelineId } from '@/lib/scene/pipeline-rows';
import { weighedNow } from '@/lib/server/accepted';
import { afterFrame, isLate } from '@/lib/server/late';
import { openPipeline } from '@/lib/server/open-pipeline';
import { drawingOf, pipelineView, trailOf } from '@/lib/server/pipeline-view';
import { EXAMPLE } from '@/lib/server/snapshot-refs';
import { tourGoalOf } from '@/lib/server/tour-goal';
import { whatIfInView } from '@/lib/server/what-if-in-view';
import { PathPanel, panelWidth } from './PathPanel';
import { PipelineBar } from './PipelineBar';
import { PipelineFrame } from './PipelineFrame';
import { stillOf } from './still-drawing';

type Props = PageProps<'/pipelines/[id]'>;

const stateOf = createLoader(pipelineState);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [, , ...name] = decodeURIComponent((await params).id).split('.');
  return { title: name.join('.') };
}

export default async function PipelinePage({ params, searchParams }: Props) {
  const id = decodeURIComponent((await params).id);
  const state = await stateOf(searchParams);
  const late = await isLate(state.snapshot, 'pipeline', arnsOfPipelineId(id));
  return (
    <Late isLate={late} frame={late ? <PipelineFrame id={id} snapshot={state.snapshot} /> : null}>
      <Opened id={id} state={state} late={late} />
    </Late>
  );
}

async function Opened({ id, state, late }: { id: string; state: PipelineState; late: boolean }) {
  const path = `/pipelines/${id}`;
  await afterFrame(late);
  const opened = (await openPipeline(state.snapshot, id)) ?? notFound();
  if (opened.kind === 'unreadable') return <TroublePage trouble={opened} path={path} />;
  const asIs = pipelineView(opened.analysis, id) ?? notFound();
  const whatIf = await whatIfInView(opened, asIs.row.arn, state);
  const analysis = whatIf.analysis;
  const view = pipelineView(analysis, id) ?? notFound();
  const weighed = weighedNow(analysis);
  const actions = withAcceptedActions(view.actions, weighed);
  const discardHref = pipelineHref(path, { ...state, whatif: null, edit: null });
  const goal = opened.isExample ? tourGoalOf(opened.analysis) : null;
  const still = stillOf(analysis, view, state, path, weighed);
  const rows = state.view === 'table' ? hopRows(actions) : null;
  return (
    <Page
      bar={<PipelineBar opened={opened} view={{ ...view, actions }} state={state} path={path} />}
      keys={PIPELINE_KEYS}
    >
      {goal === null ? null : <Tour goal={goal} snapshot={EXAMPLE} />}
      {whatIf.trail !== null && state.whatif !== null ? (
        <WhatIfBar
          trail={whatIf.trail}
          id={state.whatif}
          packed={whatIf.packed}
          discardHref={discardHref}
          hrefOf={(action) => pipelineHref(path, { ...state, action, hop: null })}
        />
      ) : state.whatif !== null ? (
        <UnknownWhatIf key={state.whatif} id={state.whatif} discardHref={discardHref} />
      ) : null}
      {whatIf.editing === null ? null : (
        <LazyPolicyEditor
          key={`${state.whatif} ${whatIf.editing.policy}`}
          editing={whatIf.editing}
          base={whatIf.trail === null ? null : state.whatif}
          snapshot={opened.ref}
          pipeline={asIs.row.arn}
        />
      )}
      <PipelineWorkspace
        path={path}
        drawing={
          rows === null && still === null ? drawingOf(analysis, view, sceneViewOf(state), weighed) : null
        }
        still={still}
        rows={rows}
        actions={actions.map(({ hops: _, run: __, marks: ___, ...head }) => head)}
        shown={state.action}
        panelWidth={await panelWidth()}
        panel={
          <PathPanel
            actions={actions}
            chosen={trailOf(analysis, view, state.action, weighed)}
            state={state}
            path={path}
            ticketOf={{ pipeline: view.row.arn, snapshot: analysis.snapshot }}
            tryId={whatIf.tryId}
            turned={whatIf.trail?.turned ?? null}
          />
        }
      />
    </Page>
  );
}
