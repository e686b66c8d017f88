'use client';
// The part of the drawing that is looked at.
import { type ReactFlowState, useStore } from '@xyflow/react';
import { useMemo } from 'react';
import { type Part, partOf, squaresInView } from './in-view';

const squaresOf = ({ transform, width, height }: ReactFlowState): string =>
  squaresInView(transform, width, height);

/** With room around it: the same until the view has moved by a whole square. */
export function usePartInView(): Part {
  const squares = useStore(squaresOf);
  return useMemo(() => partOf(squares), [squares]);
}
