import { useEffect, useRef } from 'react';
import { SeverityMark } from '@/components/findings/SeverityMark';
import { Glyph } from '@/components/ui/Glyph';
import { StateBadge } from '@/components/verdict/StateBadge';
import { fuzzyMarks, fuzzyWords } from '@/lib/base/fuzzy';
import type { Option } from './option-groups';
import styles from './Palette.module.css';

/** One line of the palette: its name with the letters that fit, where it is, and how it stands. */
export function PaletteOption(props: {
  id: string;
  option: Option;
  typed: string;
  isChosen: boolean;
  onPoint: () => void;
  onChoose: (isElsewhere: boolean) => void;
}) {
  const { option, isChosen } = props;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
    <div
      ref={line}
      id={props.id}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      className={styles.option}
      onPointerMove={props.onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => props.onChoose(event.ctrlKey || event.metaKey)}
    >
      <Glyph name={option.glyph} size={15} />
      <span className={styles.name} title={option.name}>
        <Marked text={option.name} typed={props.typed} />
      </span>
      <span className={styles.where} title={option.where}>
        {option.where}
      </span>
      {option.state === null ? null : <StateBadge state={option.state} />}
      {option.severity === null ? null : <SeverityMark severity={option.severity} />}
    </div>
  );
}

/** The letters that were found, bold. */
function Marked({ text, typed }: { text: string; typed: string }) {
  const marks = fuzzyMarks(fuzzyWords(typed), text.toLowerCase());
  const starts = marks.map(([start]) => start);
  return (
    <>
      {text.slice(0, starts[0] ?? text.length)}
      {marks.map(([start, end], place) => (
        <span key={start}>
          <b>{text.slice(start, end)}</b>
          {text.slice(end, starts[place + 1] ?? text.length)}
        </span>
      ))}
    </>
  );
}
