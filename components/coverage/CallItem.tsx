import Link from 'next/link';
import { CodeBox } from '@/components/ui/CodeBox';
import { CopyButton } from '@/components/ui/CopyButton';
import { VerdictMark } from '@/components/verdict/VerdictMark';
import type { UnansweredCall } from '@/lib/scene/coverage-calls';
import styles from './CallItem.module.css';

const MOST_PATHS = 5;

/** One call that was not answered: where, what AWS said, what hangs on it, and the statement that cures it. */
export function CallItem(props: {
  call: UnansweredCall;
  /** Named where the list holds several accounts. */
  account?: string;
  pathHref: (pipeline: string, action: string) => string;
}) {
  const { call } = props;
  const where = call.regions.length === 0 ? 'global' : call.regions.join(', ');
  const more = call.paths.length - MOST_PATHS;
  return (
    <li className={styles.item}>
      <p className={styles.head}>
        <VerdictMark state="unknown" />
        <b>
          <code>{call.call}</code> {call.happened}
        </b>
      </p>
      <p className={styles.facts}>
        {props.account === undefined ? '' : `${props.account}, `}
        {where}
        {call.resources === 0 ? '' : `, ${call.resources} ${call.resources === 1 ? 'resource' : 'resources'}`}
        {' · AWS said '}
        <code>{call.code}</code>
      </p>
      {call.paths.length === 0 ? (
        <p className={styles.facts}>No permission path hangs on it.</p>
      ) : (
        <div className={styles.facts}>
          {call.paths.length} {call.paths.length === 1 ? 'path cannot' : 'paths cannot'} be told because of
          it:
          <ul>
            {call.paths.slice(0, MOST_PATHS).map((path) => (
              <li key={`${path.pipeline} ${path.action}`}>
                <Link href={props.pathHref(path.pipeline, path.action)} prefetch={false}>
                  {path.name}, {path.action}
                </Link>
              </li>
            ))}
            {more > 0 ? <li>and {more} more</li> : null}
          </ul>
        </div>
      )}
      <p className={styles.cure}>{call.cure}</p>
      {call.statement === null ? null : (
        <>
          <div className={styles.statement}>
            <CodeBox label={`Statement for ${call.call}`}>
              {call.statement.split('\n').map((line) => (
                <span key={line}>
                  {line}
                  {'\n'}
                </span>
              ))}
            </CodeBox>
          </div>
          <CopyButton text={call.statement} label="Copy the statement" what={call.call} />
        </>
      )}
    </li>
  );
}
