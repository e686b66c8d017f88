'use client';

import { type RefObject, useEffect, useState } from 'react';

const ALL_UP_TO = 120;
const SPARE_ROWS = 16;

/** Which rows of a scrolling box are in view, with some to spare; a short list is drawn whole. */
export function useWindowedRows(box: RefObject<HTMLElement | null>, count: number, rowPx: number) {
  const [range, setRange] = useState({ first: 0, last: ALL_UP_TO });
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => {
      const first = Math.max(0, Math.floor(element.scrollTop / rowPx) - SPARE_ROWS);
      const last = Math.ceil((element.scrollTop + element.clientHeight) / rowPx) + SPARE_ROWS;
      setRange((old) => (old.first === first && old.last === last ? old : { first, last }));
    };
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    window.addEventListener('resize', measure);
    return () => {
      element.removeEventListener('scroll', measure);
      window.removeEventListener('resize', measure);
    };
  }, [box, rowPx]);
  if (count <= ALL_UP_TO) return { first: 0, last: count };
  const first = Math.min(range.first, Math.max(0, count - SPARE_ROWS));
  return { first, last: Math.min(count, Math.max(range.last, first + SPARE_ROWS)) };
}
