import { CodeBox } from '@/components/ui/CodeBox';
import type { DiffLine } from '@/lib/compare/comparison';
import { CHANGE_WORDS } from '@/lib/scene/cause-of-change';
import type { ChangeLine } from '@/lib/scene/comparison-view';
import styles from './ChangeBox.module.css';

/** One document or thing that differs: what became of it, what it turned, and its lines. */
export function ChangeBox({ change, isOpen }: { change: ChangeLine; isOpen: boolean }) {
  const { title, account, kind, lines, actions, pipelines } = change;
  return (
    <details className={styles.change} open={isOpen}>
      <summary>
        <span className={styles.title}>
          {title}
          {account === '' ? null : <span> in {account}</span>}
        </span>
        <b className={styles.kind}>{CHANGE_WORDS[kind]}</b>
        {actions === 0 ? null : (
          <span className={styles.turns}>
            turns {actions} {actions === 1 ? 'action' : 'actions'} of{' '}
            {pipelines.length > 3 ? `${pipelines.length} pipelines` : pipelines.join(', ')}
          </span>
        )}
      </summary>
      {lines.length === 0 ? (
        <p className={styles.note}>
          {kind === 'no-longer-known'
            ? 'It was read before, and not after: nobody can say whether it differs.'
            : 'It was not read before: nobody can say whether it differs.'}
        </p>
      ) : (
        <div className={styles.lines}>
          <CodeBox label={`What differs in the ${title}`}>
            {lines.map((line, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text never move
              <OneLine key={place} line={line} />
            ))}
          </CodeBox>
        </div>
      )}
    </details>
  );
}

function OneLine({ line: { sign, text } }: { line: DiffLine }) {
  const inside = (
    <>
      <i>{sign === '-' ? '−' : sign}</i>
      <span>{`${text}\n`}</span>
    </>
  );
  if (sign === '+') return <ins className={styles.line}>{inside}</ins>;
  if (sign === '-') return <del className={styles.line}>{inside}</del>;
  return (
    <span className={styles.line} data-sign={sign}>
      {inside}
    </span>
  );
}
