'use client';

import { useEffect, useState } from 'react';
import { exactTime } from '@/lib/scene/exact-time';
import styles from './Age.module.css';
import { age, isStale } from './time';

/** How old a snapshot is, in words that keep up with the clock; older than a day stands out. */
export function Age({ at, now: atFirst }: { at: string; now: string }) {
  const [now, setNow] = useState(atFirst);
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time className={styles.age} dateTime={at} title={exactTime(at)} data-stale={isStale(at, now)}>
      {age(at, now)} old
    </time>
  );
}
