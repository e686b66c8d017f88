import { CopyButton } from '@/components/ui/CopyButton';
import type { Coverage } from '@/lib/scene/coverage';
import styles from './AccountPanel.module.css';
import { CallItem } from './CallItem';

const MOST = 20;

/** While no account is chosen: every call that was not answered, those on which most hangs first. */
export function CallsPanel(props: {
  coverage: Coverage;
  statement: string | null;
  pathHref: (pipeline: string, action: string) => string;
  missing: string | null;
}) {
  const { calls, asked, read } = props.coverage;
  const isWhole = calls.length === 0 && read >= asked;
  const more = calls.length - MOST;
  return (
    <article className={styles.panel}>
      <header>
        <h2 className={styles.title}>{isWhole ? 'Nothing is missing' : 'Not answered'}</h2>
        {props.missing === null ? null : (
          <p className={styles.answer} role="alert">
            This snapshot holds no account <code>{props.missing}</code>.
          </p>
        )}
        <p className={styles.answer}>
          {isWhole
            ? 'Every call that the scan made was answered.'
            : calls.length === 0
              ? 'No call was refused, but nothing is there of accounts that were asked: scan again.'
              : 'What was refused leaves answers open. Each call with the statement that the read-only role lacks:'}
        </p>
        {calls.length === 0 ? (
          <p className={styles.where}>Choose an account to see what was read of it.</p>
        ) : null}
        {props.statement === null || calls.length < 2 ? null : (
          <CopyButton text={props.statement} label="Copy one statement for all" what="read-only role" />
        )}
      </header>
      <ul>
        {calls.slice(0, MOST).map((call) => (
          <CallItem
            key={`${call.accountId} ${call.call} ${call.code} ${call.happened}`}
            call={call}
            account={call.account}
            pathHref={props.pathHref}
          />
        ))}
        {more > 0 ? (
          <li className={styles.where}>and {more} more: choose an account to see its own.</li>
        ) : null}
      </ul>
    </article>
  );
}
