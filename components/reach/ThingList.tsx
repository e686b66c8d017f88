import Link from 'next/link';
import { STATE_WORDS } from '@/components/verdict/states';
import { VerdictMark } from '@/components/verdict/VerdictMark';
import type { ThingRow } from '@/lib/scene/reach-view';
import styles from './Chain.module.css';
import { StepItem } from './StepItem';

/** Pipelines, buckets or keys that are reached: what can be done with each, and by which hat. */
export function ThingList(props: {
  title: string;
  things: readonly ThingRow[];
  pathHref: (pipeline: string) => string;
}) {
  if (props.things.length === 0) return null;
  return (
    <div className={styles.group}>
      <h3>
        {props.title} <span>{props.things.length}</span>
      </h3>
      {props.things.map((thing) => (
        <details key={thing.id} className={styles.chain}>
          <summary title={thing.id}>
            <Marks thing={thing} />
            <b>{thing.name}</b>
            <span>
              {thing.account}: {thing.ways.map(({ word }) => word).join(', ')}
            </span>
          </summary>
          <ul className={styles.ways}>
            {thing.ways.map((way) => (
              <li key={way.word}>
                <p>
                  <VerdictMark state={way.state} size={12} />
                  <b>{way.word}</b>
                  <span>
                    {STATE_WORDS[way.state].toLowerCase()}
                    {way.by === null ? '' : `, as ${way.by}`}
                  </span>
                </p>
                <ol>
                  {[...way.steps, ...(way.deciding === null ? [] : [way.deciding])].map((step) => (
                    <StepItem key={step.id} step={step} />
                  ))}
                </ol>
              </li>
            ))}
          </ul>
          {thing.pipeline === null ? null : (
            <Link href={props.pathHref(thing.pipeline)} prefetch={false}>
              Open {thing.name}
            </Link>
          )}
        </details>
      ))}
    </div>
  );
}

/** The sign of the best of what can be done there. */
function Marks({ thing }: { thing: ThingRow }) {
  const states = thing.ways.map(({ state }) => state);
  const best = (['works', 'depends', 'unknown'] as const).find((one) => states.includes(one)) ?? 'works';
  return <VerdictMark state={best} size={13} />;
}
