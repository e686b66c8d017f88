import { useId } from 'react';
import type { Suggestion } from '@/lib/scene/ask-suggestions';
import styles from './AskForm.module.css';

/** One field of the question with what it can be filled with, and the line that says what is wrong with it. */
export function AskLine(props: {
  name: 'who' | 'does' | 'on';
  label: string;
  hint: string;
  initial: string;
  problem: string | null;
  options: readonly Suggestion[];
}) {
  const id = useId();
  return (
    <div className={styles.line}>
      <label htmlFor={id}>{props.label}</label>
      <div className={styles.entry}>
        <input
          id={id}
          name={props.name}
          list={`${id}-list`}
          defaultValue={props.initial}
          aria-invalid={props.problem !== null}
          aria-describedby={`${id}-says`}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
        />
        <datalist id={`${id}-list`}>
          {props.options.map(({ value, label }) => (
            <option key={value} value={value} label={label === '' ? undefined : label} />
          ))}
        </datalist>
        <p id={`${id}-says`} className={props.problem === null ? styles.hint : styles.problem}>
          {props.problem ?? props.hint}
        </p>
      </div>
    </div>
  );
}
