'use client';
// The canvas of one pipeline. It prints a scene; what is selected lives in the URL, above it.
import { Background, BackgroundVariant, MiniMap, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { memo, useMemo, useRef } from 'react';
import { useKey } from '@/components/ui/useKey';
import type { Filter } from '@/components/verdict/states';
import { handDrawn } from '@/lib/scene/hand/hand-drawn';
import type { Scene } from '@/lib/scene/scene';
import type { PenName } from '@/lib/scene/theme';
import { type MapNode, nodesOf } from './flow-from-scene';
import { boxAround } from './fold-target';
import { dimAllBut } from './hover';
import { Legend } from './Legend';
import { MapToolbar } from './MapToolbar';
import styles from './map.module.css';
import { MapActionsProvider } from './map-actions';
import { nearestCard } from './nearest';
import { Hatch } from './Parts';
import { nodeTypes } from './shapes/node-types';
import { useCamera } from './use-camera';
import { useFullScreen } from './use-full-screen';

export interface PipelineMapProps {
  readonly scene: Scene;
  /** `stage/action`, or null. */
  readonly selected: string | null;
  readonly onSelect: (action: string | null, hop?: number) => void;
  /** Folds a box into a count, or opens it. */
  readonly onFold: (box: string) => void;
  readonly filter: Filter;
  /** What the Find field says. */
  readonly find: string;
  readonly pen: PenName;
}

/** Fills its parent; drawn anew only where what it shows is another. */
export const PipelineMap = memo(function PipelineMap(props: PipelineMapProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
});

/** Above so many boxes only those in sight are in the page: the rest are reached by moving there, by the arrow keys or in the table. */
const MOST_WHOLE = 300;
/** When a card that comes into sight is there. */
const LATER_MS = 250;
const MINI = { width: 112, height: 56 } as const;
/** Of a drawing so much higher than wide the minimap stands upright, beside the canvas. */
const TALL = 1.5;
const TALL_MINI = { width: 84, height: 360 } as const;

function Canvas({ scene: clean, selected, onSelect, onFold, filter, find, pen }: PipelineMapProps) {
  const scene = useMemo(() => (pen === 'hand' ? handDrawn(clean) : clean), [clean, pen]);
  const asked = useMemo(() => ({ filter, find }), [filter, find]);
  const map = useRef<HTMLElement>(null);
  const [isFull, flipFull] = useFullScreen(map);
  const nodes = useMemo(() => [...nodesOf(scene, selected, asked)], [scene, selected, asked]);
  const camera = useCamera(scene, selected);
  const isTall = scene.height > TALL * scene.width;
  const actions = useMemo(
    () => ({
      open: onSelect,
      fold: onFold,
      reveal: camera.reveal,
      hover: (paths: readonly string[] | null) => {
        if (map.current !== null && selected === null) dimAllBut(map.current, paths);
      },
      go: (from: Parameters<typeof nearestCard>[1], arrow: Parameters<typeof nearestCard>[2]) => {
        const next = nearestCard(scene.boxes, from, arrow);
        if (next === null) return;
        // What is out of sight may not be there yet.
        camera.reveal(next);
        if (!focusCard(next.id)) setTimeout(() => focusCard(next.id), LATER_MS);
      },
    }),
    [onSelect, onFold, camera.reveal, scene.boxes, selected],
  );
  useKey('c', () => {
    const box = foldOfFocus(scene);
    if (box !== null) onFold(box);
  });
  return (
    <section ref={map} className={styles.map} data-pen={pen} data-tour="graph" aria-label={scene.title}>
      <Hatch />
      <div className={styles.canvas}>
        <MapActionsProvider value={actions}>
          <ReactFlow
            nodes={nodes}
            nodeTypes={nodeTypes}
            onlyRenderVisibleElements={scene.boxes.length > MOST_WHOLE}
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            elementsSelectable={false}
            disableKeyboardA11y
            zoomOnDoubleClick={false}
            deleteKeyCode={null}
            minZoom={0.1}
            maxZoom={2.5}
            onMoveStart={(event) => {
              if (event !== null) camera.moved();
            }}
            onPaneClick={() => onSelect(null)}
            proOptions={{ hideAttribution: true }}
          >
            <Background
              variant={BackgroundVariant.Dots}
              gap={16}
              size={1.4}
              color="var(--line)"
              bgColor="var(--bg)"
            />
          </ReactFlow>
        </MapActionsProvider>
        {isTall ? <Mini size={TALL_MINI} /> : null}
      </div>
      <div className={styles.bar}>
        <Legend entries={scene.legend} />
        <MapToolbar
          onZoomIn={camera.zoomIn}
          onZoomOut={camera.zoomOut}
          onFit={camera.showWhole}
          isFull={isFull}
          onFull={flipFull}
        />
        {isTall ? null : <Mini size={MINI} />}
      </div>
    </section>
  );
}

function Mini({ size }: { size: { readonly width: number; readonly height: number } }) {
  return (
    <MiniMap
      className={styles.mini ?? ''}
      style={size}
      ariaLabel="Overview of the drawing"
      nodeColor={miniFill}
      nodeStrokeColor={miniStroke}
      nodeStrokeWidth={8}
      maskColor="color-mix(in srgb, var(--bg) 55%, transparent)"
      pannable
      zoomable
    />
  );
}

function miniFill(node: MapNode): string {
  if (node.type !== 'card') return 'transparent';
  const { box } = node.data;
  if (box.kind === 'service') return 'transparent';
  return box.state === null || box.state === 'works' ? 'var(--line-2)' : `var(--${box.state})`;
}

function miniStroke(node: MapNode): string {
  return node.type === 'frame' ? 'var(--line-3)' : 'transparent';
}

/** The box around the card that has the focus, or of the switch that has it. */
function foldOfFocus(scene: Scene): string | null {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement)) return null;
  if (active.dataset.fold !== undefined) return active.dataset.fold;
  const card = scene.boxes.find((box) => box.shape === 'card' && box.id === active.dataset.card);
  return card === undefined ? null : boxAround(scene, card);
}

/** Whether the card was there to be focused. */
function focusCard(id: string): boolean {
  for (const card of document.querySelectorAll<HTMLElement>('[data-card]')) {
    if (card.dataset.card !== id) continue;
    card.focus({ preventScroll: true });
    return true;
  }
  return false;
}
