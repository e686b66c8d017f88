import Link from 'next/link';
import { age } from '@/components/shell/time';
import { Glyph } from '@/components/ui/Glyph';
import { Prose } from '@/components/verdict/Prose';
import { RunMark } from '@/components/verdict/RunMark';
import { STATE_WORDS } from '@/components/verdict/states';
import { VerdictMark } from '@/components/verdict/VerdictMark';
import { exactTime } from '@/lib/scene/exact-time';
import type { FailedRun } from '@/lib/scene/overview';
import type { ActionPlace } from '@/lib/scene/overview-causes';
import { plain } from '@/lib/scene/words';
import styles from './Box.module.css';

const MOST = 4;

/** The last runs that AWS calls failed, each with what the judgement says of the same action. */
export function FailedBox(props: {
  failed: readonly FailedRun[];
  now: string;
  hrefOf: (place: ActionPlace) => string;
}) {
  const shown = props.failed.slice(0, MOST);
  return (
    <section className={styles.box} aria-labelledby="failed">
      <h2 id="failed">
        <Glyph name="clock" size={15} />
        Last failed executions <span>AWS run state</span>
      </h2>
      {shown.length === 0 ? (
        <p className={styles.quiet}>No action failed in its last run, says AWS.</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Pipeline, action</th>
              <th scope="col">Run</th>
              <th scope="col">Why, says Hatstack</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ place, at, state, why }) => (
              <tr key={`${place.pipeline} ${place.action}`}>
                <th scope="row">
                  <Link href={props.hrefOf(place)} prefetch={false}>
                    {place.name}
                  </Link>
                  <small title={place.action}>{place.action.split('/').at(-1)}</small>
                </th>
                <td>
                  <RunMark status="Failed" />
                  {at === null ? null : (
                    <time dateTime={at} title={exactTime(at)}>
                      {age(at, props.now)} ago
                    </time>
                  )}
                </td>
                <td className={styles.why} data-state={state} title={plain(why)}>
                  <span>
                    {state === 'works' ? null : (
                      <>
                        <VerdictMark state={state} size={12} />
                        <b className={styles.spoken}>{STATE_WORDS[state]}: </b>
                      </>
                    )}
                    <Prose words={why} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
