import Link from 'next/link';
import { findingsHref } from '@/components/findings/view-state';
import { CHANGE_WORDS } from '@/lib/scene/cause-of-change';
import type { FindingLineOfChange } from '@/lib/scene/comparison-view';
import styles from './FindingsOfChange.module.css';
import type { CompareState } from './view-state';

/** More than this are told by the command line. */
const MOST_SHOWN = 200;

/** Findings that are new, gone, or of which nobody can say it; each leads to its evidence, where it still has some. */
export function FindingsOfChange(props: { findings: readonly FindingLineOfChange[]; state: CompareState }) {
  const { findings, state } = props;
  if (findings.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="findings-title">
      <h2 id="findings-title">Findings</h2>
      <ul>
        {findings.slice(0, MOST_SHOWN).map(({ id, kind, severity, certainty, title, account }) => {
          const isGone = kind === 'removed' || kind === 'no-longer-known';
          const snapshot = isGone ? state.before : state.after;
          return (
            <li key={id}>
              <b>{kind === 'added' ? 'new' : kind === 'removed' ? 'gone' : CHANGE_WORDS[kind]}</b>
              <Link href={findingsHref('/findings', { snapshot, finding: id })}>{title}</Link>
              <span>
                {severity}
                {certainty === 'possible' ? ', possible' : ''}, {account}
              </span>
            </li>
          );
        })}
      </ul>
      {findings.length > MOST_SHOWN ? (
        <p>
          {findings.length - MOST_SHOWN} more: <code>hatstack diff</code> prints all of them.
        </p>
      ) : null}
    </section>
  );
}
