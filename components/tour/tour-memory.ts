'use client';

import { useSyncExternalStore } from 'react';

const KEY = 'hatstack-tour';
const listeners = new Set<() => void>();

/** Keeps in this browser that the tour was taken or skipped. Never throws, also where nothing can be kept. */
export function rememberTour(): void {
  try {
    localStorage.setItem(KEY, 'seen');
  } catch {
    // A browser that keeps nothing offers the tour again.
  }
  for (const listener of listeners) listener();
}

/** Whether this browser has seen the tour; on the server, and where nothing is kept: no. */
export function useTourSeen(): boolean {
  return useSyncExternalStore(listen, isSeen, () => false);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function isSeen(): boolean {
  try {
    return localStorage.getItem(KEY) === 'seen';
  } catch {
    return false;
  }
}
