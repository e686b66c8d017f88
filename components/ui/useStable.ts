'use client';
// A function that stays the same while what it does may change.
import { useCallback, useLayoutEffect, useRef } from 'react';

/** Always does what was given last; not to be called while rendering. */
export function useStable<A extends readonly unknown[]>(act: (...given: A) => void): (...given: A) => void {
  const last = useRef(act);
  useLayoutEffect(() => {
    last.current = act;
  });
  return useCallback((...given: A) => last.current(...given), []);
}
