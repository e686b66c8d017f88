import Link from 'next/link';
import { STATE_WORDS } from '@/components/verdict/states';
import { VerdictMark } from '@/components/verdict/VerdictMark';
import type { Door } from '@/lib/scene/trust-doors';
import styles from './Doors.module.css';

const MOST = 100;

/** Whom each statement of the trust policy lets in today, and who comes in by no other. */
export function Doors({ doors, hatHref }: { doors: readonly Door[]; hatHref: (id: string) => string }) {
  return doors.map(({ number, sid, says, letsIn }) => (
    <details key={number} className={styles.door}>
      <summary>
        <b>
          Statement {number}
          {sid === null ? '' : `, “${sid}”,`}
        </b>{' '}
        {says}
      </summary>
      <ul>
        {letsIn.slice(0, MOST).map((one) => (
          <li key={one.id} title={one.id}>
            <VerdictMark state={one.state} size={12} />
            <span>
              {one.roleId === null ? (
                one.name
              ) : (
                <Link href={hatHref(one.roleId)} prefetch={false}>
                  {one.name}
                </Link>
              )}
              <small>
                {STATE_WORDS[one.state].toLowerCase()}
                {one.open === null ? '' : `: ${one.open}`}
                {one.isAlone ? '; by nothing else' : ''}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {letsIn.length > MOST ? <p>and {letsIn.length - MOST} more.</p> : null}
    </details>
  ));
}
