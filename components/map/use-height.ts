'use client';
// The height of an element, as it is now.
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** A ref to put on the element, and its height in px; 0 until it is there. */
export function useHeight<T extends HTMLElement>(): readonly [RefObject<T | null>, number] {
  const ref = useRef<T>(null);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => setHeight(element.offsetHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, height];
}
