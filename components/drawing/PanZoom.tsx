'use client';

import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useKey } from '@/components/ui/useKey';
import styles from './PanZoom.module.css';

const STEP = 1.25;
const LEAST = 0.5;
const MOST = 4;
/** A press that moves less than this is a click on what lies under it, px. */
const SLACK_PX = 4;

/** A drawing that fits its frame and can be looked at from nearer: dragged, scrolled, zoomed with the wheel and Ctrl, by buttons and by keys. */
export function PanZoom(props: {
  label: string;
  /** `width`: as high as the drawing is, the page scrolls; `whole`: all of it in the room that there is. */
  fit: 'width' | 'whole';
  /** The drawing's own size, px. */
  size: { readonly width: number; readonly height: number };
  children: ReactNode;
}) {
  const { fit, size } = props;
  const [zoom, setZoom] = useState(1);
  const frame = useRef<HTMLElement>(null);
  const grip = useRef<{ x: number; y: number; moved: boolean } | null>(null);

  const zoomBy = (factor: number, at?: { x: number; y: number }) => {
    const box = frame.current;
    const next = factor === 0 ? 1 : Math.min(MOST, Math.max(LEAST, zoom * factor));
    if (box === null || next === zoom) return;
    const point = at ?? { x: box.clientWidth / 2, y: box.clientHeight / 2 };
    const grown = next / zoom;
    const left = (box.scrollLeft + point.x) * grown - point.x;
    const top = (box.scrollTop + point.y) * grown - point.y;
    setZoom(next);
    requestAnimationFrame(() => box.scrollTo({ left, top, behavior: 'instant' }));
  };
  const wheel = useRef((_: WheelEvent) => {});
  useEffect(() => {
    wheel.current = (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = frame.current?.getBoundingClientRect();
      if (box !== undefined)
        zoomBy(1.002 ** -event.deltaY, { x: event.clientX - box.left, y: event.clientY - box.top });
    };
  });
  useEffect(() => {
    // React listens for wheels passively: it could not keep the browser from zooming the whole page.
    const listen = (event: WheelEvent) => wheel.current(event);
    const box = frame.current;
    box?.addEventListener('wheel', listen, { passive: false });
    return () => box?.removeEventListener('wheel', listen);
  }, []);
  useKey('+', () => zoomBy(STEP));
  useKey('-', () => zoomBy(1 / STEP));
  useKey('0', () => zoomBy(0));

  const drag = (event: PointerEvent<HTMLElement>) => {
    const held = grip.current;
    if (held === null || event.buttons !== 1) return;
    const [x, y] = [held.x - event.clientX, held.y - event.clientY];
    if (!held.moved && Math.hypot(x, y) < SLACK_PX) return;
    grip.current = { x: event.clientX, y: event.clientY, moved: true };
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.scrollBy({ left: x, top: y, behavior: 'instant' });
  };
  return (
    <div className={styles.whole}>
      <section
        ref={frame}
        className={styles.frame}
        data-fit={fit}
        aria-label={props.label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a drawing larger than its frame must be scrolled without a mouse
        tabIndex={0}
        onPointerDown={(event) => {
          grip.current =
            event.pointerType === 'mouse' && event.button === 0
              ? { x: event.clientX, y: event.clientY, moved: false }
              : null;
        }}
        onPointerMove={drag}
        onClickCapture={(event) => {
          if (grip.current?.moved === true) event.preventDefault();
          grip.current = null;
        }}
        onDragStart={(event) => event.preventDefault()}
      >
        <div className={styles.paper} style={paperSize(fit, size, zoom)} data-zoomed={zoom !== 1}>
          {props.children}
        </div>
      </section>
      <div className={styles.tools} role="toolbar" aria-label="Zoom">
        <button type="button" aria-label="Zoom in" title="Zoom in (+)" onClick={() => zoomBy(STEP)}>
          +
        </button>
        <button type="button" aria-label="Zoom out" title="Zoom out (-)" onClick={() => zoomBy(1 / STEP)}>
          −
        </button>
        <button type="button" title="Fit (0)" onClick={() => zoomBy(0)}>
          Fit
        </button>
      </div>
    </div>
  );
}

/** Below this scale names are not read, and above the other they only grow. */
const READABLE = 0.72;
const LARGEST = 1.3;

function paperSize(
  fit: 'width' | 'whole',
  { width, height }: { width: number; height: number },
  zoom: number,
) {
  const px = (length: number) => `${Math.round(length * zoom)}px`;
  const part = `${zoom * 100}%`;
  const across = `max(${px(width * READABLE)}, min(${part}, ${px(width * LARGEST)}))`;
  return fit === 'width'
    ? { width: across }
    : { width: across, height: `max(${px(height * READABLE)}, min(${part}, ${px(height * LARGEST)}))` };
}
