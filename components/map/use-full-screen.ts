'use client';
// One element over the whole screen, and whether it is.
import { type RefObject, useEffect, useState } from 'react';

/** Whether the element fills the screen, and a switch for it. Where the browser does not allow it, nothing happens. */
export function useFullScreen(ref: RefObject<HTMLElement | null>): readonly [boolean, () => void] {
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const look = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, []);
  const flip = () => {
    const change =
      document.fullscreenElement === null ? ref.current?.requestFullscreen() : document.exitFullscreen();
    change?.catch(() => {});
  };
  return [isFull, flip];
}
