import Link from 'next/link';
import { Fragment } from 'react';
import { Prose } from '@/components/verdict/Prose';
import { STATE_WORDS } from '@/components/verdict/states';
import { VerdictMark } from '@/components/verdict/VerdictMark';
import type { ActionPlace, Cause } from '@/lib/scene/overview-causes';
import styles from './Side.module.css';

const MOST = 5;
const MOST_OTHERS = 3;

/** What breaks first: each cause once, with everything that it stops. */
export function Causes(props: {
  causes: readonly Cause[];
  summary: string;
  hrefOf: (place: ActionPlace) => string;
  allHref: string;
}) {
  const shown = props.causes.slice(0, MOST);
  const more = props.causes.length - shown.length;
  return (
    <section aria-labelledby="causes">
      <h2 id="causes" className={styles.title}>
        What breaks first <span>{props.summary}</span>
      </h2>
      {shown.length === 0 ? <p className={styles.quiet}>Nothing: every permission path works.</p> : null}
      <ul>
        {shown.map((cause) => (
          <li key={`${cause.places[0].pipeline} ${cause.places[0].action}`} className={styles.item}>
            <h3 className={styles.head}>
              <VerdictMark state={cause.state} />
              <span className={styles.spoken}>{STATE_WORDS[cause.state]}: </span>
              <Link href={props.hrefOf(cause.places[0])} prefetch={false}>
                {cause.places[0].name}
              </Link>
              <span className={styles.where}>{cause.where}</span>
            </h3>
            <p>
              <Prose words={cause.answer} />
            </p>
            <Others cause={cause} hrefOf={props.hrefOf} />
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <Link className={styles.all} href={props.allHref} prefetch={false}>
          {more} more {more === 1 ? 'cause' : 'causes'}, by pipeline
        </Link>
      ) : null}
    </section>
  );
}

/** "The same fix repairs search-index and 2 more." */
function Others({ cause, hrefOf }: { cause: Cause; hrefOf: (place: ActionPlace) => string }) {
  const others = cause.places.slice(1);
  if (others.length === 0) return null;
  const named = others.slice(0, MOST_OTHERS);
  const more = others.length - named.length;
  return (
    <p className={styles.tie}>
      {cause.tie}
      {named.map((place, at) => (
        <Fragment key={`${place.pipeline} ${place.action}`}>
          {at === 0 ? '' : at === named.length - 1 && more === 0 ? ' and ' : ', '}
          <Link href={hrefOf(place)} prefetch={false}>
            {place.name}
          </Link>
        </Fragment>
      ))}
      {more > 0 ? ` and ${more} more` : ''}.
    </p>
  );
}
