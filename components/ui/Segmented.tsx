'use client';

import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './Segmented.module.css';

export interface Segment<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
}

/** An exclusive choice, shown at once: radio buttons that look like one bar. */
export function Segmented<T extends string>(props: {
  legend: string;
  segments: readonly Segment<T>[];
  value: T;
  onChange: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.bar}>
      <legend className={styles.legend}>{props.legend}</legend>
      {props.segments.map(({ value, label }) => (
        <label key={value} className={styles.segment}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
