'use client';
// The canvas of one pipeline. It prints a scene; what is selected lives in the URL, above it.
import { Background, BackgroundVariant, MiniMap, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useMemo } from 'react';
import type { Filter } from '@/components/verdict/states';
import type { Scene } from '@/lib/scene/scene';
import { edgeTypes } from './edges/edge-types';
import { edgesOf, type MapNode, nodesOf } from './flow-from-scene';
import { Legend } from './Legend';
import { MapToolbar } from './MapToolbar';
import styles from './map.module.css';
import { MapActionsProvider } from './map-actions';
import { nearestCard } from './nearest';
import { Hatch } from './Parts';
import { nodeTypes } from './shapes/node-types';
import { useCamera } from './use-camera';
import { useHeight } from './use-height';

export interface PipelineMapProps {
  readonly scene: Scene;
  /** `stage/action`, or null. */
  readonly selected: string | null;
  readonly onSelect: (action: string | null) => void;
  readonly filter: Filter;
}

/** Fills its parent. */
export function PipelineMap(props: PipelineMapProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

const MINI = { width: 130, height: 68 } as const;
/** Between the bar with legend and zoom and the lower edge. */
const BAR_MARGIN_PX = 12;

function Canvas({ scene, selected, onSelect, filter }: PipelineMapProps) {
  const nodes = useMemo(() => [...nodesOf(scene, selected, filter)], [scene, selected, filter]);
  const edges = useMemo(() => [...edgesOf(scene, selected, filter)], [scene, selected, filter]);
  const [bar, barHeight] = useHeight<HTMLDivElement>();
  const camera = useCamera(scene, selected, barHeight + BAR_MARGIN_PX);
  const actions = useMemo(
    () => ({
      open: onSelect,
      reveal: camera.reveal,
      go: (from: Parameters<typeof nearestCard>[1], arrow: Parameters<typeof nearestCard>[2]) => {
        const next = nearestCard(scene.boxes, from, arrow);
        if (next !== null) focusCard(next.id);
      },
    }),
    [onSelect, camera.reveal, scene.boxes],
  );
  return (
    <section className={styles.map} aria-label={scene.title}>
      <Hatch />
      <MapActionsProvider value={actions}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
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
          <MiniMap
            className={styles.mini ?? ''}
            style={MINI}
            ariaLabel="Overview of the drawing"
            nodeColor={miniFill}
            nodeStrokeColor={miniStroke}
            nodeStrokeWidth={8}
            maskColor="color-mix(in srgb, var(--bg) 55%, transparent)"
            pannable
            zoomable
          />
        </ReactFlow>
      </MapActionsProvider>
      <div ref={bar} className={styles.bar}>
        <Legend entries={scene.legend} />
        <MapToolbar onZoomIn={camera.zoomIn} onZoomOut={camera.zoomOut} onFit={camera.showWhole} />
      </div>
    </section>
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

function focusCard(id: string): void {
  for (const card of document.querySelectorAll<HTMLElement>('[data-card]'))
    if (card.dataset.card === id) card.focus({ preventScroll: true });
}
