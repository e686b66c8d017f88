'use client';

import { useQueryStates } from 'nuqs';
import type { ReactNode } from 'react';
import { Keys } from '@/components/ui/Keys';
import { useKey } from '@/components/ui/useKey';
import type { Scene } from '@/lib/scene/scene';
import type { State } from '@/lib/verdict/judgement';
import { FilterNote } from './FilterNote';
import { HopTable } from './HopTable';
import type { HopRow } from './hop-rows';
import { MapStage } from './MapStage';
import { PipelineToolbar } from './PipelineToolbar';
import styles from './PipelineWorkspace.module.css';
import { pipelineHref, pipelineState } from './view-state';

const KEYS = [
  { key: 'B', does: 'next broken action' },
  { key: '[', does: 'previous hop' },
  { key: ']', does: 'next hop' },
  { key: 'T', does: 'graph or table' },
  { key: 'Esc', does: 'close the permission path' },
];

/** The drawing, or its table twin, with its tools at the left and the panel at the right. */
export function PipelineWorkspace(props: {
  path: string;
  scene: Scene;
  rows: readonly HopRow[];
  actions: readonly { readonly key: string; readonly state: State }[];
  panel: ReactNode;
}) {
  const [state, setState] = useQueryStates(pipelineState, { history: 'push', scroll: false });
  const select = (action: string | null) => {
    if (action !== state.action) void setState({ action, hop: null }, { shallow: false });
  };
  const lift = () => void setState({ filter: 'any' });
  useKey('t', () => void setState({ view: state.view === 'graph' ? 'table' : 'graph' }));
  useKey('b', () => select(nextBroken(props.actions, state.action)));
  useKey('Escape', () => select(null));
  return (
    <div className={styles.workspace}>
      <div className={styles.left}>
        <PipelineToolbar state={state} onChange={(change) => void setState(change)} />
        {state.view === 'table' ? (
          <HopTable
            rows={props.rows}
            filter={state.filter}
            selected={state.action}
            hrefOf={({ action, number }) => pipelineHref(props.path, { ...state, action, hop: number })}
            onLift={lift}
          />
        ) : (
          <>
            <FilterNote filter={state.filter} actions={props.actions} onLift={lift} />
            <MapStage scene={props.scene} selected={state.action} onSelect={select} filter={state.filter} />
          </>
        )}
      </div>
      {props.panel}
      <Keys keys={KEYS} />
    </div>
  );
}

/** The broken action after the one in focus, round and round; the one in focus when none is broken. */
function nextBroken(
  actions: readonly { key: string; state: State }[],
  current: string | null,
): string | null {
  const place = actions.findIndex(({ key }) => key === current);
  const ahead = [...actions.slice(place + 1), ...actions.slice(0, place + 1)];
  return ahead.find(({ state }) => state === 'broken')?.key ?? current;
}
