import Link from 'next/link';
import { VerdictMark } from '@/components/verdict/VerdictMark';
import type { State } from '@/lib/verdict/judgement';
import styles from './StateBar.module.css';

const WORDS: Readonly<Record<State, readonly [one: string, many: string]>> = {
  broken: ['broken', 'broken'],
  unknown: ['cannot tell', 'cannot tell'],
  depends: ['depends', 'depend'],
  works: ['works', 'work'],
};

/** How many pipelines are in which state: a bar in proportion, and the counts as links to them. */
export function StateBar(props: {
  counts: readonly { readonly state: State; readonly count: number }[];
  hrefOf: (state: State) => string;
}) {
  return (
    <div>
      <div className={styles.bar} aria-hidden="true">
        {props.counts.map(({ state, count }) => (
          <i key={state} data-state={state} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className={styles.counts}>
        {props.counts.map(({ state, count }) => (
          <li key={state}>
            <Link href={props.hrefOf(state)} prefetch={false}>
              <VerdictMark state={state} />
              <span>
                <b>{count}</b> {WORDS[state][count === 1 ? 0 : 1]}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
