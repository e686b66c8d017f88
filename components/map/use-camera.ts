'use client';
// Where the map looks: fits until the user moves it, then only steps aside to show what was asked for.
import { useReactFlow, useStore } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import type { Box, Scene } from '@/lib/scene/scene';
import { startView, stepAside, wholeView } from './start-view';

export interface Camera {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly showWhole: () => void;
  readonly reveal: (box: Box) => void;
  readonly moved: () => void;
}

/** Its hands on the canvas that it stands in. */
export function useCamera(scene: Scene, selected: string | null): Camera {
  const flow = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const isTaken = useRef(false);

  const reveal = useCallback(
    (box: Box) => {
      const view = flow.getViewport();
      const next = stepAside(view, box, { width, height });
      if (next.x !== view.x || next.y !== view.y) void flow.setViewport(next, { duration: motionMs() });
    },
    [flow, width, height],
  );

  // INVARIANT (nothing moves unless the user moved it): a new size looks anew only while the user has not taken the camera.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new selection alone never moves the whole picture
  useEffect(() => {
    if (width === 0 || height === 0 || isTaken.current) return;
    void flow.setViewport(startView(scene, selected, { width, height }));
  }, [flow, width, height]);

  const shown = selected === null ? undefined : scene.boxes.find((box) => box.opens === selected);
  const key = shown?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection or a new size asks for the card
  useEffect(() => {
    if (shown !== undefined && width > 0) reveal(shown);
  }, [key, width, height]);

  return {
    reveal,
    showWhole: () => {
      isTaken.current = true;
      void flow.setViewport(wholeView(scene, { width, height }), { duration: motionMs() });
    },
    zoomIn: () => {
      isTaken.current = true;
      void flow.zoomIn({ duration: motionMs() });
    },
    zoomOut: () => {
      isTaken.current = true;
      void flow.zoomOut({ duration: motionMs() });
    },
    moved: () => {
      isTaken.current = true;
    },
  };
}

function motionMs(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180;
}
