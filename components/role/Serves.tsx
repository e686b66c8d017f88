import Link from 'next/link';
import { StateBadge } from '@/components/verdict/StateBadge';
import { STATE_WORDS } from '@/components/verdict/states';
import { VerdictMark } from '@/components/verdict/VerdictMark';
import type { RolePage } from '@/lib/scene/role-page';
import styles from './Box.module.css';

const MOST = 40;

/** The pipelines that the hat serves. */
export function Serves(props: {
  page: RolePage;
  pathHref: (pipeline: string, action: string | null) => string;
}) {
  const { page } = props;
  return (
    <section className={styles.box} aria-labelledby="serves">
      <h2 id="serves">
        Pipelines it serves <span>{page.serves.length === 0 ? 'none' : page.serves.length}</span>
      </h2>
      {page.serves.length === 0 ? (
        <p className={styles.note}>No pipeline of this snapshot puts it on or hands it on.</p>
      ) : null}
      <ul className={styles.list}>
        {page.serves.slice(0, MOST).map((one) => (
          <li key={one.pipeline}>
            <Link href={props.pathHref(one.pipeline, null)} prefetch={false}>
              {one.name}
            </Link>
            <StateBadge state={one.state} />
            <span className={styles.faint}>{one.as}</span>
            <ul className={styles.actions}>
              {one.actions.map(({ action, state }) => (
                <li key={action}>
                  <VerdictMark state={state} size={12} />
                  <Link
                    href={props.pathHref(one.pipeline, action)}
                    prefetch={false}
                    aria-label={`${action}: ${STATE_WORDS[state]}`}
                  >
                    {action}
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
