'use client';

import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import styles from './Panel.module.css';
import { clampPanelWidth, PANEL_WIDTH_PX, rememberPanelWidth } from './panel-width';

const STEP_PX = 16;

/** A column at the right whose left edge can be dragged, or moved with the arrow keys. */
export function Panel(props: { label: string; initialWidth: number; children: ReactNode }) {
  const [width, setWidth] = useState(props.initialWidth);
  const resize = (to: number) => {
    const next = clampPanelWidth(to);
    setWidth(next);
    rememberPanelWidth(next);
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(window.innerWidth - event.clientX);
  };
  const press = (event: KeyboardEvent) => {
    const by = { ArrowLeft: STEP_PX, ArrowRight: -STEP_PX }[event.key];
    if (by !== undefined) resize(width + by);
    if (event.key === 'Home') resize(PANEL_WIDTH_PX.max);
    if (event.key === 'End') resize(PANEL_WIDTH_PX.min);
  };
  return (
    <aside className={styles.panel} aria-label={props.label} style={{ width }}>
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be dragged */}
      <div
        className={styles.edge}
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label="Width of the panel"
        aria-valuenow={width}
        aria-valuemin={PANEL_WIDTH_PX.min}
        aria-valuemax={PANEL_WIDTH_PX.max}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={press}
        onDoubleClick={() => resize(PANEL_WIDTH_PX.usual)}
      />
      <div className={styles.content}>{props.children}</div>
    </aside>
  );
}
