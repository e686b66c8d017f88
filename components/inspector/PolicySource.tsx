'use client';

import { useMemo, useState } from 'react';
import { CodeBox } from '@/components/ui/CodeBox';
import type { PolicyLine } from '@/lib/scene/trail';
import type { State } from '@/lib/verdict/judgement';
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
  if (props.lines.length === 0) return null;
  return (
    <div className={styles.source} data-tone={props.tone ?? 'none'}>
      <CodeBox label={`Text of ${props.title}`}>
        {shown.map((line, place) => {
          const isGap = place > 0 && shown[place - 1]?.number !== line.number - 1;
          return <Line key={line.number} line={line} isAfterGap={isGap} />;
        })}
      </CodeBox>
      {near.length < props.lines.length ? (
        <button type="button" onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Show the deciding lines' : `Show all ${props.lines.length} lines`}
        </button>
      ) : null}
    </div>
  );
}

function Line({ line, isAfterGap }: { line: PolicyLine; isAfterGap: boolean }) {
  const indent = line.text.length - line.text.trimStart().length;
  const text = line.text.slice(indent);
  return (
    <span className={styles.line} data-mark={line.mark} data-after-gap={isAfterGap}>
      <i>{line.number}</i>
      {line.text.slice(0, indent)}
      {line.mark === 'failed' ? <em>{text}</em> : text}
      {'\n'}
    </span>
  );
}
