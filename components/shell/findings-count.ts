'use client';
// How many findings the snapshot in view has: the page knows it, the rail shows it.
import { useEffect, useSyncExternalStore } from 'react';

let count: number | null = null;
const listeners = new Set<() => void>();

function tell(next: number | null): void {
  count = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The count of the page that is open; null where it shows no snapshot. */
export function useFindingsCount(): number | null {
  return useSyncExternalStore(
    subscribe,
    () => count,
    () => null,
  );
}

/** Says, for as long as a page is open, how many findings its snapshot has. */
export function TellFindings({ count: own }: { count: number }) {
  useEffect(() => {
    tell(own);
    return () => tell(null);
  }, [own]);
  return null;
}
