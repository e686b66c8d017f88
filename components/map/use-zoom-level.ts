'use client';
// The zoom level of the canvas; changes only where a border between levels is crossed.
import { type ReactFlowState, useStore } from '@xyflow/react';
import { type ZoomLevel, zoomLevel } from './zoom-level';

const levelOf = (state: ReactFlowState): ZoomLevel => zoomLevel(state.transform[2]);

export function useZoomLevel(): ZoomLevel {
  return useStore(levelOf);
}
