import { Breakable } from '@/components/ui/Breakable';
import type { PolicyLine } from '@/lib/scene/trail';
import styles from './CodeLine.module.css';

const HANGING = 2;

/** One line of JSON with a sign or number before it. A long line wraps under its own beginning, so that no name is hidden. */
export function CodeLine(props: {
  gutter: string | number;
  text: string;
  outdent?: number;
  mark?: PolicyLine['mark'];
  isAfterGap?: boolean;
}) {
  const { gutter, text, outdent = 0, mark = 'none' } = props;
  const words = <Breakable text={text.trimStart()} />;
  return (
    <span
      className={styles.line}
      data-mark={mark}
      data-after-gap={props.isAfterGap}
      data-added={gutter === '+' || undefined}
      data-gone={gutter === '-' || undefined}
    >
      <i aria-hidden={gutter === '+' || gutter === '-'}>{gutter}</i>
      <span style={{ paddingLeft: `${indentOf(text) - outdent + HANGING}ch` }}>
        {mark === 'failed' ? <em>{words}</em> : words}
        {'\n'}
      </span>
    </span>
  );
}

/** How many blanks a line begins with. Never throws. */
export function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
