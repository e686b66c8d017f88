import Link from 'next/link';
import { Prose } from '@/components/verdict/Prose';
import { RunMark } from '@/components/verdict/RunMark';
import { OverBroadBadge, StateBadge } from '@/components/verdict/StateBadge';
import { worstFirst } from '@/components/verdict/states';
import type { ActionLine } from '@/lib/scene/action-lines';
import styles from './ActionList.module.css';

/** Every action with its answer, worst first: what the panel shows while none is chosen. */
export function ActionList(props: {
  actions: readonly ActionLine[];
  hrefOf: (action: string) => string;
  missing: string | null;
}) {
  return (
    <section className={styles.list} aria-label="Actions">
      <h2>Permission paths</h2>
      {props.missing === null ? (
        <p className={styles.hint}>Choose an action to see every policy that decides.</p>
      ) : (
        <p className={styles.hint} role="alert">
          This pipeline has no action <code>{props.missing}</code>. These it has:
        </p>
      )}
      <ul>
        {worstFirst(props.actions).map((action) => (
          <li key={action.key} className={styles.item}>
            <Link href={props.hrefOf(action.key)} scroll={false} prefetch={false}>
              <span className={styles.head}>
                <b>{action.action}</b>
                <span className={styles.stage}>{action.stage}</span>
                {action.overBroad ? <OverBroadBadge /> : null}
                <StateBadge state={action.state} />
              </span>
              {action.answer === null ? null : (
                <span className={styles.answer}>
                  <Prose words={action.answer} />
                </span>
              )}
              <RunMark status={action.run} />
            </Link>
          </li>
        ))}
      </ul>
      <p className={styles.legend}>Square: last run, as AWS says; not IAM.</p>
    </section>
  );
}
