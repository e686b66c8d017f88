'use client';
// Where the map looks: fits until the user moves it, then only steps aside to show what was asked for.
import { useReactFlow, useStore } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import type { Box, Scene } from '@/lib/scene/scene';

const MARGIN_PX = 24;

export interface Camera {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly fit: () => void;
  readonly reveal: (box: Box) => void;
  readonly moved: () => void;
}

/** `below`: px at the lower edge that legend and minimap cover. */
export function useCamera(scene: Scene, selected: string | null, below: number): Camera {
  const flow = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const touched = useRef(false);

  const showAll = useCallback(() => {
    touched.current = false;
    const padding = { top: '12px', left: '12px', right: '12px', bottom: `${below + 12}px` } as const;
    void flow.fitView({ padding, maxZoom: 1.25, minZoom: 0.1 });
  }, [flow, below]);

  const reveal = useCallback(
    (box: Box) => {
      const { x, y, zoom } = flow.getViewport();
      const left = box.x * zoom + x;
      const top = box.y * zoom + y;
      const right = left + box.width * zoom;
      const bottom = top + box.height * zoom;
      const dx = outside(left, right, width);
      const dy = outside(top, bottom, height - below);
      if (dx !== 0 || dy !== 0)
        void flow.setViewport({ x: x + dx, y: y + dy, zoom }, { duration: motionMs() });
    },
    [flow, width, height, below],
  );

  // INVARIANT (nothing moves unless the user moved it): a new size refits only while the user has not taken the camera.
  useEffect(() => {
    if (width === 0 || height === 0) return;
    if (!touched.current) showAll();
  }, [width, height, showAll]);

  const shown = selected === null ? undefined : scene.boxes.find((box) => box.opens === selected);
  const key = shown?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection or a new size asks for the card
  useEffect(() => {
    if (shown !== undefined && touched.current && width > 0) reveal(shown);
  }, [key, width, height]);

  return {
    fit: showAll,
    reveal,
    zoomIn: () => void flow.zoomIn({ duration: motionMs() }),
    zoomOut: () => void flow.zoomOut({ duration: motionMs() }),
    moved: () => {
      touched.current = true;
    },
  };
}

/** How far to move so that low..high lies within 0..size, px; 0 when it does. */
function outside(low: number, high: number, size: number): number {
  if (low < MARGIN_PX) return MARGIN_PX - low;
  return high > size - MARGIN_PX ? size - MARGIN_PX - high : 0;
}

function motionMs(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180;
}
