'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { type Area, placeCard } from './place-card';
import styles from './Tour.module.css';
import { TOUR_STEPS, type TourStep } from './tour-steps';

/** How often is looked whether what is pointed at has moved: a drawing that is panned tells nobody. */
const LOOK_MS = 120;

/** One step: a ring round what it speaks of, and beside it the words. The focus is on it when it opens; arrows turn, Escape leaves. */
export function TourCard(props: {
  step: TourStep;
  number: number;
  /** Null on the first step. */
  onBack: (() => void) | null;
  onNext: () => void;
  onLeave: () => void;
}) {
  const { step, number, onBack, onNext, onLeave } = props;
  const card = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState<{ target: Area; card: { x: number; y: number } } | null>(null);
  useEffect(() => {
    card.current?.focus({ preventScroll: true });
    let found: Element | null = null;
    const look = () => {
      const element = document.querySelector(`[data-tour="${step.target}"]`);
      if (element !== null && element !== found) element.scrollIntoView({ block: 'nearest' });
      found = element;
      const own = card.current?.getBoundingClientRect();
      if (own === undefined) return;
      const room = { width: window.innerWidth, height: window.innerHeight };
      const target = element === null ? { x: 0, y: room.height, width: 0, height: 0 } : areaOf(element);
      const next = { target, card: placeCard(target, own, room) };
      setSeen((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [step.target]);
  const press = (event: KeyboardEvent) => {
    const act = { ArrowRight: onNext, ArrowLeft: onBack, Escape: onLeave }[event.key];
    if (act === undefined || act === null) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const isLast = number === TOUR_STEPS.length;
  return (
    <>
      {seen === null || seen.target.width === 0 ? null : (
        <div
          className={styles.ring}
          aria-hidden="true"
          style={{
            left: seen.target.x,
            top: seen.target.y,
            width: seen.target.width,
            height: seen.target.height,
          }}
        />
      )}
      <div
        ref={card}
        className={styles.card}
        role="dialog"
        aria-labelledby="tour-title"
        aria-describedby="tour-text"
        tabIndex={-1}
        style={seen === null ? UNPLACED : { left: seen.card.x, top: seen.card.y }}
        onKeyDown={press}
      >
        <p className={styles.count}>
          {number} of {TOUR_STEPS.length}
        </p>
        <h2 id="tour-title">{step.title}</h2>
        <p id="tour-text">{step.text}</p>
        <div className={styles.buttons}>
          {isLast ? null : (
            <Button look="ghost" onClick={onLeave}>
              Skip the tour
            </Button>
          )}
          <span />
          {onBack === null ? null : <Button onClick={onBack}>Back</Button>}
          <Button look="primary" onClick={onNext}>
            {isLast ? 'Done' : 'Next'}
          </Button>
        </div>
      </div>
    </>
  );
}

/** Not yet placed, but there: what is hidden cannot take the focus. */
const UNPLACED = { left: 0, top: 0, opacity: 0 } as const;
const RING_PX = 4;

/** What can be seen of the element, and a little more. */
function areaOf(element: Element): Area {
  const box = element.getBoundingClientRect();
  const x = Math.max(2, box.left - RING_PX);
  const y = Math.max(2, box.top - RING_PX);
  return {
    x,
    y,
    width: Math.max(0, Math.min(window.innerWidth - 2, box.right + RING_PX) - x),
    height: Math.max(0, Math.min(window.innerHeight - 2, box.bottom + RING_PX) - y),
  };
}
