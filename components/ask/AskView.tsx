import Link from 'next/link';
import { NeedView } from '@/components/inspector/NeedView';
import { roleHref } from '@/components/role/view-state';
import { Prose } from '@/components/verdict/Prose';
import { StateBadge } from '@/components/verdict/StateBadge';
import type { AskAnswer } from '@/lib/scene/ask';
import type { AskFields } from '@/lib/scene/ask-read';
import styles from './AskView.module.css';
import { askHref } from './view-state';

/** The answer in one line, then its proof: the request, both sides, every policy in AWS's order. */
export function AskView(props: { result: AskAnswer; fields: AskFields; snapshot: string | null }) {
  const { result, fields, snapshot } = props;
  const withKey = (key: string, says: 'absent' | 'value') =>
    askHref({ ...fields, keys: [...fields.keys, { key, says, value: '' }] }, snapshot);
  return (
    <section className={styles.answer} aria-label="Answer">
      <p className={styles.line} role="status">
        <StateBadge state={result.state}>{WORDS[result.state]}</StateBadge>
        <span>
          <Prose words={result.answer} />
        </span>
      </p>
      {result.openKeys.length === 0 ? null : (
        <div className={styles.keys}>
          <p>Say what is known of these keys for a surer answer:</p>
          <ul>
            {result.openKeys.map((key) => (
              <li key={key}>
                <code>{key}</code>
                <Link
                  href={withKey(key, 'value')}
                  scroll={false}
                  aria-label={`Give ${key} a value`}
                  prefetch={false}
                >
                  give a value
                </Link>
                <Link
                  href={withKey(key, 'absent')}
                  scroll={false}
                  aria-label={`${key} is not sent`}
                  prefetch={false}
                >
                  is not sent
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      <NeedView need={result.trail} />
      <p className={styles.mind}>
        Whether AWS has an action of this name is not checked, and nothing here asks AWS: the answer is that
        of the snapshot.
      </p>
      {result.role === null ? null : (
        <p>
          <Link href={roleHref(result.role, snapshot)} prefetch={false}>
            Who can put on this hat
          </Link>
        </p>
      )}
    </section>
  );
}

const WORDS = { works: 'Allowed', broken: 'Denied', depends: 'Depends', unknown: 'Cannot tell' } as const;
