'use client';
// Fetches the canvas of a pipeline while nobody waits for it.
import { useEffect } from 'react';

/** Once the list stands still; where that fails, the page that needs it fetches it again and says so. */
export function useWarmMap(): void {
  useEffect(() => {
    const fetchMap = () => void import('@/components/map/PipelineMap').catch(() => {});
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(fetchMap, LATER_MS);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(fetchMap, { timeout: LATER_MS });
    return () => cancelIdleCallback(idle);
  }, []);
}

const LATER_MS = 2000;
