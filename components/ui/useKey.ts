'use client';

import { useEffect, useEffectEvent } from 'react';

const SETTING = 'hatstack-single-keys';

/** Calls `act` when a single key is pressed outside of typing and without Ctrl, Alt or Meta; null: never. */
export function useKey(key: string | null, act: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== key?.toLowerCase() || isTaken(event)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** Whether keys without Ctrl do anything: people who speak to their computer may not want them. */
export function areSingleKeysOn(): boolean {
  return typeof localStorage === 'undefined' || localStorage.getItem(SETTING) !== 'off';
}

export function setSingleKeys(isOn: boolean): void {
  localStorage.setItem(SETTING, isOn ? 'on' : 'off');
}

function isTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return true;
  if (document.querySelector(':popover-open, dialog[open]') !== null) return true;
  const isNamedKey = event.key.length > 1;
  if (isNamedKey) return false;
  const isTyping = event.target instanceof Element && event.target.matches(TYPING);
  return isTyping || (event.key !== '?' && !areSingleKeysOn());
}

const TYPING = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"]';
