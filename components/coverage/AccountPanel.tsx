import Link from 'next/link';
import { ReachLink } from '@/components/reach/ReachLink';
import { CopyButton } from '@/components/ui/CopyButton';
import { Glyph } from '@/components/ui/Glyph';
import { AccountTag } from '@/components/verdict/AccountTag';
import type { CoverageRow } from '@/lib/scene/coverage';
import styles from './AccountPanel.module.css';
import { CallItem } from './CallItem';
import { ReadingMark } from './ReadingMark';
import { ServiceTable } from './ServiceTable';

const SAYS: Readonly<Record<CoverageRow['reading'], string>> = {
  read: 'Every call was answered.',
  partly: 'Some calls were not answered; the rest was read.',
  closed: 'The scan could not get in: nothing of this account was read.',
  suspended: 'AWS lets nobody into a suspended account: nothing was read.',
  'not-asked': 'It is known, but nobody asked for it: nothing was read.',
};

/** What was read of one account by service and region, and each refused call with its cure. */
export function AccountPanel(props: {
  row: CoverageRow;
  closeHref: string;
  pathHref: (pipeline: string, action: string) => string;
}) {
  const { row } = props;
  return (
    <article className={styles.panel}>
      <header>
        <div className={styles.head}>
          <h2>{row.name}</h2>
          {row.isProd ? <AccountTag name="prod" isProd /> : null}
          <Link
            className={styles.close}
            href={props.closeHref}
            scroll={false}
            aria-label="Close the account"
            prefetch={false}
          >
            <Glyph name="close" />
          </Link>
        </div>
        <p className={styles.where}>
          <code>{row.id}</code>
          {row.place === '' ? null : ` · ${row.place}`}
        </p>
        {row.reading === 'read' || row.reading === 'partly' ? null : (
          <p className={styles.mark}>
            <ReadingMark reading={row.reading} unanswered={0} />
          </p>
        )}
        <p className={styles.answer}>{SAYS[row.reading]}</p>
        <p className={styles.reach}>
          <ReachLink from={row.id}>What is reached from here</ReachLink>
          <ReachLink to={row.id}>Who gets here</ReachLink>
        </p>
      </header>
      {row.calls.length === 0 ? null : (
        <section aria-label="Calls that were not answered" className={styles.calls}>
          <div className={styles.bar}>
            <h3>Not answered</h3>
            {row.statement === null || row.calls.length === 1 ? null : (
              <CopyButton
                text={row.statement}
                label="Copy one statement for all"
                what={`read-only role in ${row.name}`}
              />
            )}
          </div>
          <ul>
            {row.calls.map((call) => (
              <CallItem
                key={`${call.call} ${call.code} ${call.happened}`}
                call={call}
                pathHref={props.pathHref}
              />
            ))}
          </ul>
        </section>
      )}
      {row.services.length === 0 ? null : <ServiceTable services={row.services} />}
    </article>
  );
}
