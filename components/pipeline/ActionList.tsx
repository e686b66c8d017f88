import Link from 'next/link';
import { Prose } from '@/components/verdict/Prose';
import { RunMark } from '@/components/verdict/RunMark';
import { OverBroadBadge, StateBadge } from '@/components/verdict/StateBadge';
import { worstFirst } from '@/components/verdict/states';
import type { TurnedState } from '@/lib/analysis/turned-states';
import type { ActionLine } from '@/lib/scene/action-lines';
import type { State } from '@/lib/verdict/judgement';
import { ActionLink } from './ActionLink';
import styles from './ActionList.module.css';

/** More would only be scrolled past, and makes the page heavy. */
const MOST_LISTED = 100;

/** Every action with its answer, worst first: what the panel shows while none is chosen. */
export function ActionList(props: {
  actions: readonly ActionLine[];
  hrefOf: (action: string) => string;
  /** Where all of them are in a table. */
  tableHref: string;
  missing: string | null;
  /** The actions that a what-if turns: their state without it is shown too, and no last run, which was under other policies. Null: what
   *  is. */
  turned: readonly TurnedState[] | null;
}) {
  const before = new Map((props.turned ?? []).map((one) => [one.key, one.before]));
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
        {worstFirst(props.actions)
          .slice(0, MOST_LISTED)
          .map((action) => (
            <li key={action.key} className={styles.item}>
              <ActionLink action={action.key} href={props.hrefOf(action.key)}>
                <span className={styles.head}>
                  <b>{action.action}</b>
                  <span className={styles.stage}>{action.stage}</span>
                  {action.overBroad ? <OverBroadBadge accepted={action.accepted} /> : null}
                  <Before state={before.get(action.key)} />
                  <StateBadge state={action.state} />
                </span>
                {action.state === 'works' ? null : (
                  <span className={styles.answer}>
                    <Prose words={action.answer} />
                  </span>
                )}
                {props.turned === null ? <RunMark status={action.run} /> : null}
              </ActionLink>
            </li>
          ))}
      </ul>
      {props.actions.length > MOST_LISTED ? (
        <p className={styles.hint}>
          These are the worst {MOST_LISTED} of {props.actions.length}.{' '}
          <Link href={props.tableHref} prefetch={false}>
            The table has them all
          </Link>
          , and Ctrl K finds any of them by its name.
        </p>
      ) : null}
      {props.turned === null ? (
        <p className={styles.legend}>Square: last run, as AWS says; not IAM.</p>
      ) : null}
    </section>
  );
}

/** The state that the edits of a what-if turn. */
function Before({ state }: { state: State | undefined }) {
  return state === undefined ? null : (
    <>
      <StateBadge state={state} /> →
    </>
  );
}
