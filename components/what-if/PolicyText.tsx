'use client';

import type { Ref } from 'react';
import type { TextProblem } from '@/lib/scene/what-if-edit';
import styles from './PolicyText.module.css';

/** A field for JSON with the numbers of its lines: those with a mistake and those that are new are marked. */
export function PolicyText(props: {
  ref: Ref<HTMLTextAreaElement>;
  label: string;
  text: string;
  /** What it was, to tell which lines are new; null: all are. */
  before: string | null;
  problems: readonly TextProblem[];
  onChange: (text: string) => void;
}) {
  const lines = props.text.split('\n');
  const known = new Set((props.before ?? '').split('\n').map(bare));
  const widest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const worstOn = (line: number) => props.problems.find(({ place }) => place.line === line)?.severity;
  return (
    <div className={styles.scroll}>
      <div className={styles.sheet}>
        <ol className={styles.gutter} aria-hidden="true">
          {lines.map((line, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: the number of the line is what is shown
              key={index}
              data-problem={worstOn(index + 1)}
              data-new={line.trim() !== '' && !known.has(bare(line))}
            >
              {index + 1}
            </li>
          ))}
        </ol>
        <textarea
          ref={props.ref}
          className={styles.field}
          aria-label={props.label}
          aria-invalid={props.problems.some(({ severity }) => severity === 'error')}
          aria-describedby="policy-problems"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          wrap="off"
          rows={lines.length}
          style={{ minWidth: `${widest + 3}ch` }}
          value={props.text}
          onChange={({ target }) => props.onChange(target.value)}
        />
      </div>
    </div>
  );
}

/** Without what a comma or an indent more changes. */
function bare(line: string): string {
  return line.trim().replace(/,$/, '');
}

/** Puts the caret at a place of the field's text, and the field into view. */
export function selectPlace(
  field: HTMLTextAreaElement | null,
  { line, column }: { readonly line: number; readonly column: number },
): void {
  if (field === null) return;
  const before = field.value.split('\n').slice(0, line - 1);
  const start = before.reduce((sum, one) => sum + one.length + 1, 0);
  const end = start + (field.value.split('\n')[line - 1]?.length ?? 0);
  field.focus({ preventScroll: true });
  field.setSelectionRange(Math.min(start + column - 1, end), end);
  const scroll = field.closest('div')?.parentElement;
  const height = field.offsetHeight / Math.max(1, field.rows);
  scroll?.scrollTo({ top: Math.max(0, (line - 4) * height), left: 0 });
}
