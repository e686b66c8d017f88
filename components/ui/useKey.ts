'use client';

import { useEffect, useEffectEvent } from 'react';

/** Calls `act` when a single key is pressed outside of typing and without Ctrl, Alt or Meta. */
export function useKey(key: string, act: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== key.toLowerCase() || isTaken(event)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function isTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (event.key.length > 1) return target.closest(':popover-open, dialog') !== null;
  return target.matches('input:not([type="radio"]), textarea, select, [contenteditable="true"]');
}
