'use client';

import { useEffect, useState } from 'react';
import { isUnderWay, type ScanMessage, type ScanView, withMessage } from '@/lib/scene/scan-view';

/** Follows the scan of that id while it is under way; the browser connects again by itself when the line breaks.
 *  `turn`: another one connects anew, also to the same id, as a scan that is gone on with has. */
export function useScan(
  id: string | null,
  turn: number,
  atFirst: ScanView | null,
  onEnd: () => void,
): { readonly view: ScanView | null; readonly isLost: boolean } {
  const [view, setView] = useState(atFirst);
  const [isLost, setIsLost] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn connects anew
  useEffect(() => {
    if (id === null) return;
    const events = new EventSource(`/api/scans/${encodeURIComponent(id)}/events`);
    events.addEventListener('scan', ({ data }) => {
      const message: ScanMessage = JSON.parse(data);
      setIsLost(false);
      setView((before) => withMessage(before, message));
      if (isUnderWay(message)) return;
      events.close();
      onEnd();
    });
    events.addEventListener('error', () => setIsLost(true));
    return () => events.close();
  }, [id, turn, onEnd]);
  return { view, isLost };
}
