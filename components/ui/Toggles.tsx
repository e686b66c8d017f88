'use client';

import type { ReactNode } from 'react';
import styles from './Toggles.module.css';

export interface Toggle<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
  /** Said on hover. */
  readonly hint: string;
  /** Its name where the label has no words. */
  readonly name?: string;
}

/** Switches side by side that look like one bar: any number of them can be on. */
export function Toggles<T extends string>(props: {
  legend: string;
  toggles: readonly Toggle<T>[];
  on: readonly T[];
  onChange: (on: T[]) => void;
}) {
  const flip = (value: T) =>
    props.onChange(
      props.toggles.map((toggle) => toggle.value).filter((one) => (one === value) !== props.on.includes(one)),
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: switches side by side are no form
    <div role="group" className={styles.bar} aria-label={props.legend}>
      {props.toggles.map(({ value, label, hint, name }) => (
        <button
          key={value}
          type="button"
          className={styles.toggle}
          aria-pressed={props.on.includes(value)}
          aria-label={name}
          title={hint}
          onClick={() => flip(value)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
