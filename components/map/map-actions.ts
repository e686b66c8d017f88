'use client';
// What cards and edges can ask of the map that they stand on.
import { createContext, useContext } from 'react';
import type { Box } from '@/lib/scene/scene';
import type { Arrow } from './nearest';

export interface MapActions {
  /** Opens the permission path of an action (`stage/action`), at that hop of it. */
  readonly open: (action: string, hop?: number) => void;
  /** Folds a box into a count, or opens it: `account:ID`, `region:ID/REGION`, `stage:NAME`. */
  readonly fold: (box: string) => void;
  /** Brings a card into view if it is not. */
  readonly reveal: (box: Box) => void;
  /** Moves the focus to the nearest card. */
  readonly go: (from: Box, arrow: Arrow) => void;
  /** Dims what has nothing to do with these paths; null: nothing any more. */
  readonly hover: (paths: readonly string[] | null) => void;
}

const nothing = () => {};
const Actions = createContext<MapActions>({
  open: nothing,
  fold: nothing,
  reveal: nothing,
  go: nothing,
  hover: nothing,
});

export const MapActionsProvider = Actions.Provider;

export function useMapActions(): MapActions {
  return useContext(Actions);
}
