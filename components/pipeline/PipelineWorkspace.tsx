'use client';

import { debounce, useQueryStates } from 'nuqs';
import { type ReactNode, useMemo, useTransition } from 'react';
import { PathPreview } from '@/components/inspector/PathPreview';
import { foundBoxes } from '@/components/map/emphasis';
import { foldAfter } from '@/components/map/fold-target';
import { Panel } from '@/components/ui/Panel';
import { useKey } from '@/components/ui/useKey';
import { useStable } from '@/components/ui/useStable';
import { finder } from '@/lib/scene/find';
import { type PackedScene, unpackScene } from '@/lib/scene/packed-scene';
import type { Scene } from '@/lib/scene/scene';
import type { PathHead } from '@/lib/scene/trail';
import { LAYERS, type Layer } from '@/lib/scene/view';
import { FilterNote } from './FilterNote';
import { HopTable } from './HopTable';
import type { HopRow } from './hop-rows';
import { MapStage } from './MapStage';
import { after } from './next-action';
import { PipelineToolbar, type ToolState } from './PipelineToolbar';
import styles from './PipelineWorkspace.module.css';
import { StillStage } from './StillStage';
import { type PipelineState, pipelineHref, pipelineState } from './view-state';

/** A pause after which what was typed is drawn. */
const TYPING_MS = 300;

/** A drawing that is looked at as a whole, and where its boxes lead. */
export interface Still {
  readonly scene: Scene;
  readonly hrefs: { readonly [box: string]: string };
}

/** The drawing, or its table twin, with its tools above and the panel at the right. */
export function PipelineWorkspace(props: {
  path: string;
  /** The graph, the drawing that is shown instead of it, or the rows of the table: what was asked for, the others are null. */
  drawing: PackedScene | null;
  still: Still | null;
  rows: readonly HopRow[] | null;
  actions: readonly PathHead[];
  /** Which action the drawing and the panel show; the URL may be ahead of them. */
  shown: string | null;
  panel: ReactNode;
  panelWidth: number;
}) {
  const [state, setState] = useQueryStates(pipelineState, { history: 'push', scroll: false });
  const [isAwaiting, startTransition] = useTransition();
  const byServer = { shallow: false, startTransition };
  // A change of the URL alone would call off what the server was asked for just before.
  const byPage = isAwaiting ? byServer : {};
  const { actions, drawing, rows, still } = props;
  const scene = useMemo(() => (drawing === null ? null : unpackScene(drawing)), [drawing]);
  // Stable, so that a click does not draw the graph anew before there is anything new to draw.
  const select = useStable((action: string | null, hop: number | null = null) => {
    if (action !== state.action) void setState({ action, hop }, byServer);
    else if (hop !== null) void setState({ hop }, { history: 'replace', ...byPage });
  });
  const change = (to: Partial<ToolState & Pick<PipelineState, 'sort' | 'down'>>) => {
    const isDrawnAnew = 'layers' in to || 'hide' in to || 'view' in to || 'pen' in to;
    const isTyped = 'find' in to || 'hide' in to;
    void setState(to, {
      ...(isDrawnAnew ? byServer : byPage),
      ...(isTyped ? { history: 'replace' as const } : {}),
      ...('hide' in to ? { limitUrlUpdates: debounce(TYPING_MS) } : {}),
    });
  };
  const flip = (layer: Layer) =>
    change({ layers: LAYERS.filter((one) => (one === layer) !== state.layers.includes(one)) });
  const fold = useStable((box: string) => {
    void setState({ fold: foldAfter(state.fold, box, scene?.folded ?? []) }, byServer);
  });
  // The stack says itself what the panel says, and needs the room; a hop of it opens the panel. Accounts are wide, and no action's.
  const isAlone =
    (state.view === 'stack' && state.hop === null) || (state.view === 'accounts' && state.action === null);
  const lift = () => void setState({ filter: 'any' }, byPage);
  const show = (view: ToolState['view']) => change({ view: state.view === view ? 'graph' : view });
  useKey('t', () => show('table'));
  useKey('4', () => show('accounts'));
  useKey('5', () => show('stack'));
  useKey('b', () => select(after(actions, state.action, ({ state: own }) => own === 'broken')));
  useKey('o', () => select(after(actions, state.action, ({ overBroad }) => overBroad)));
  useKey('1', () => flip('flow'));
  useKey('2', () => flip('decides'));
  useKey('3', () => flip('hats'));
  useKey('Escape', () => select(null));
  const findNext = () => {
    const meant = new Set(
      scene === null
        ? foundActions(actions, state.find)
        : foundBoxes(scene, state.find).flatMap((box) => box.opens ?? box.paths),
    );
    select(after(actions, state.action, ({ key }) => meant.has(key)));
  };
  const awaited = state.action === props.shown ? undefined : actions.find(({ key }) => key === state.action);
  return (
    <div className={styles.workspace}>
      <PipelineToolbar state={state} onChange={change} onFindNext={findNext} />
      <div className={styles.body}>
        <div className={styles.left}>
          {rows !== null ? (
            <HopTable
              rows={rows}
              state={state}
              name={props.path.split('.').at(-1) ?? 'pipeline'}
              selected={state.action}
              hrefOf={({ action, number }) => pipelineHref(props.path, { ...state, action, hop: number })}
              onChange={change}
            />
          ) : still !== null ? (
            <StillStage {...still} pen={state.pen} align={state.view === 'stack' ? 'left' : 'middle'} />
          ) : scene === null ? null : (
            <>
              <FilterNote filter={state.filter} actions={actions} onLift={lift} />
              <MapStage
                scene={scene}
                selected={props.shown}
                onSelect={select}
                onFold={fold}
                filter={state.filter}
                find={state.find}
                pen={state.pen}
              />
            </>
          )}
        </div>
        {isAlone ? null : (
          <Panel label="Permission path" initialWidth={props.panelWidth}>
            {awaited === undefined ? (
              props.panel
            ) : (
              <PathPreview
                head={awaited}
                closeHref={pipelineHref(props.path, { ...state, action: null, hop: null })}
              />
            )}
          </Panel>
        )}
      </div>
    </div>
  );
}

/** The actions that the Find field means, where there is no graph to look at. */
function foundActions(actions: readonly PathHead[], find: string): readonly string[] {
  const isMeant = finder(find);
  if (isMeant === null) return [];
  return actions
    .filter(({ stage, action, account, state, overBroad }) =>
      isMeant({ kind: 'action', label: `${stage}, ${action}, ${account}`, state, overBroad }),
    )
    .map(({ key }) => key);
}
