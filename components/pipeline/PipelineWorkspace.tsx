'use client';

import { debounce, useQueryStates } from 'nuqs';
import type { ReactNode } from 'react';
import { foundBoxes } from '@/components/map/emphasis';
import { useKey } from '@/components/ui/useKey';
import type { Scene } from '@/lib/scene/scene';
import { LAYERS, type Layer } from '@/lib/scene/view';
import type { State } from '@/lib/verdict/judgement';
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

export interface WorkspaceAction {
  readonly key: string;
  readonly state: State;
  readonly overBroad: boolean;
}

/** A drawing that is looked at as a whole, and where its boxes lead. */
export interface Still {
  readonly scene: Scene;
  readonly hrefs: { readonly [box: string]: string };
}

/** The drawing, or its table twin, with its tools above and the panel at the right. */
export function PipelineWorkspace(props: {
  path: string;
  scene: Scene;
  /** The drawing that is shown instead of the graph, if one is. */
  still: Still | null;
  rows: readonly HopRow[];
  actions: readonly WorkspaceAction[];
  panel: ReactNode;
}) {
  const [state, setState] = useQueryStates(pipelineState, { history: 'push', scroll: false });
  const { actions, scene } = props;
  const select = (action: string | null) => {
    if (action !== state.action) void setState({ action, hop: null }, { shallow: false });
  };
  const change = (to: Partial<ToolState & Pick<PipelineState, 'sort' | 'down'>>) => {
    const isDrawnAnew = 'layers' in to || 'hide' in to || 'view' in to || 'pen' in to;
    const isTyped = 'find' in to || 'hide' in to;
    void setState(to, {
      ...(isDrawnAnew ? { shallow: false } : {}),
      ...(isTyped ? { history: 'replace' as const } : {}),
      ...('hide' in to ? { limitUrlUpdates: debounce(TYPING_MS) } : {}),
    });
  };
  const flip = (layer: Layer) =>
    change({ layers: LAYERS.filter((one) => (one === layer) !== state.layers.includes(one)) });
  const fold = (box: string) => {
    const now = scene.folded ?? [];
    const folded = now.includes(box) ? now.filter((one) => one !== box) : [...now, box];
    void setState({ fold: folded }, { shallow: false });
  };
  // The stack says itself what the panel says, and needs the room; a hop of it opens the panel.
  const isAlone = state.view === 'stack' && state.hop === null;
  const lift = () => void setState({ filter: 'any' });
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
    const meant = new Set(foundBoxes(scene, state.find).flatMap((box) => box.opens ?? box.paths));
    select(after(actions, state.action, ({ key }) => meant.has(key)));
  };
  return (
    <div className={styles.workspace}>
      <PipelineToolbar state={state} onChange={change} onFindNext={findNext} />
      <div className={styles.body}>
        <div className={styles.left}>
          {state.view === 'table' ? (
            <HopTable
              rows={props.rows}
              state={state}
              name={props.path.split('.').at(-1) ?? 'pipeline'}
              selected={state.action}
              hrefOf={({ action, number }) => pipelineHref(props.path, { ...state, action, hop: number })}
              onChange={change}
            />
          ) : props.still !== null && state.view !== 'graph' ? (
            <StillStage {...props.still} pen={state.pen} />
          ) : (
            <>
              <FilterNote filter={state.filter} actions={actions} onLift={lift} />
              <MapStage
                scene={scene}
                selected={state.action}
                onSelect={select}
                onFold={fold}
                filter={state.filter}
                find={state.find}
                pen={state.pen}
              />
            </>
          )}
        </div>
        {isAlone ? null : props.panel}
      </div>
    </div>
  );
}
