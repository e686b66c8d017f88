import Link from 'next/link';
import { Prose } from '@/components/verdict/Prose';
import type { AskExample } from '@/lib/scene/ask-examples';
import styles from './Examples.module.css';
import { askHref } from './view-state';

/** Questions to begin with, of the snapshot in view. */
export function Examples(props: { examples: readonly AskExample[]; snapshot: string | null }) {
  if (props.examples.length === 0) return null;
  return (
    <section className={styles.examples} aria-label="Questions to begin with">
      <h2>Questions to begin with, from this snapshot</h2>
      <ul>
        {props.examples.map(({ question, about, fields }) => (
          <li key={about}>
            <Link href={askHref(fields, props.snapshot)} prefetch={false}>
              <Prose words={question} />
            </Link>
            <small>{about}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
