'use client';

import { useMemo, useState } from 'react';
import { Breakable } from '@/components/ui/Breakable';
import { CodeBox } from '@/components/ui/CodeBox';
import type { PolicyLine } from '@/lib/scene/trail';
import type { State } from '@/lib/verdict/judgement';
import { excerpt } from './excerpt';
import styles from './PolicySource.module.css';

const HANGING = 2;

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
        {shown.map((line, place) => {
          const isGap = place > 0 && shown[place - 1]?.number !== line.number - 1;
          return <Line key={line.number} line={line} outdent={outdent} isAfterGap={isGap} />;
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

/** A long line wraps under its own beginning, so that no name is hidden. */
function Line(props: { line: PolicyLine; outdent: number; isAfterGap: boolean }) {
  const { number, text, mark } = props.line;
  const indent = indentOf(text) - props.outdent;
  return (
    <span className={styles.line} data-mark={mark} data-after-gap={props.isAfterGap}>
      <i>{number}</i>
      <span style={{ paddingLeft: `${indent + HANGING}ch` }}>
        {mark === 'failed' ? (
          <em>
            <Breakable text={text.trimStart()} />
          </em>
        ) : (
          <Breakable text={text.trimStart()} />
        )}
        {'\n'}
      </span>
    </span>
  );
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
