'use client';

import { useMemo, useState } from 'react';
import { CodeBox } from '@/components/ui/CodeBox';
import type { PolicyLine } from '@/lib/scene/trail';
import type { State } from '@/lib/verdict/judgement';
import { CodeLine, indentOf } from './CodeLine';
import { excerpt } from './excerpt';
import styles from './PolicySource.module.css';

/** A policy's text with its real line numbers: around the deciding statement at first, whole on demand. */
export function PolicySource(props: {
  title: string;
  lines: readonly PolicyLine[];
  tone: State | 'broad' | null;
}) {
  const [isWhole, setWhole] = useState(false);
  const near = useMemo(() => excerpt(props.lines), [props.lines]);
  const shown = isWhole ? props.lines : near;
  const outdent = Math.min(...shown.map(({ text }) => indentOf(text)));
  if (props.lines.length === 0) return null;
  return (
    <div className={styles.source} data-tone={props.tone ?? 'none'}>
      <CodeBox label={`Text of ${props.title}`}>
        {shown.map(({ number, text, mark }, place) => (
          <CodeLine
            key={number}
            gutter={number}
            text={text}
            mark={mark}
            outdent={outdent}
            isAfterGap={place > 0 && shown[place - 1]?.number !== number - 1}
          />
        ))}
      </CodeBox>
      {near.length < props.lines.length ? (
        <button type="button" onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Show the deciding lines' : `Show all ${props.lines.length} lines`}
        </button>
      ) : null}
    </div>
  );
}
