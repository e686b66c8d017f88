import Link from 'next/link';
import { StateBadge } from '@/components/verdict/StateBadge';
import type { RolePage } from '@/lib/scene/role-page';
import type { Wearer } from '@/lib/scene/role-page-wearers';
import styles from './Box.module.css';

const MOST = 300;

/** Everybody who can put the hat on: from where, whether a pipeline needs it, and the statements of both halves. */
export function WearersTable({ page, hrefOf }: { page: RolePage; hrefOf: (id: string) => string }) {
  const shown = page.wearers.slice(0, MOST);
  const more = page.wearers.length - shown.length;
  return (
    <section className={styles.box} aria-labelledby="wearers">
      <h2 id="wearers">
        Who can put it on
        <span>
          {page.open === null ? '' : 'at least '}
          {page.can} can, {page.need} {page.need === 1 ? 'needs' : 'need'} to
        </span>
      </h2>
      {shown.length === 0 ? (
        <p className={styles.note}>Nobody of what was read passes both halves.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list must be scrolled without a mouse
        <section className={styles.scroll} aria-label="Principals" tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Principal</th>
                <th scope="col">From</th>
                <th scope="col">Verdict</th>
                <th scope="col">Let in by</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((wearer) => (
                <tr key={`${wearer.kind} ${wearer.id}`}>
                  <th scope="row" title={wearer.id}>
                    {wearer.roleId === null ? (
                      wearer.name
                    ) : (
                      <Link href={hrefOf(wearer.roleId)} prefetch={false}>
                        {wearer.name}
                      </Link>
                    )}
                    <small>
                      {wearer.kind} {wearer.needs ? <span className={styles.needs}>needs it</span> : null}
                    </small>
                  </th>
                  <td>{wearer.account ?? 'AWS'}</td>
                  <td>
                    <StateBadge state={wearer.state} />
                  </td>
                  <td className={styles.proof}>
                    <Proof wearer={wearer} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {more > 0 ? <p className={styles.note}>and {more} more.</p> : null}
    </section>
  );
}

function Proof({ wearer }: { wearer: Wearer }) {
  return (
    <ul>
      {wearer.by.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {wearer.dependsOn.length === 0 ? null : (
        <li>
          {wearer.state === 'depends' ? 'depends on ' : 'open: '}
          {wearer.dependsOn.join(', ')}
        </li>
      )}
    </ul>
  );
}
