import Link from 'next/link';
import type { ReactNode } from 'react';
import { exactTime } from '@/lib/scene/exact-time';
import styles from './ScanScreen.module.css';

/** The Scan page: what it is for on top, the desk at the left, what one needs for it at the right. */
export function ScanScreen({ children, next }: { children: ReactNode; next: string | null }) {
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>Read your accounts</h1>
        <p>
          A scan leaves a snapshot: what AWS said, and what it refused to say. It asks AWS, and tells nobody
          else.
        </p>
      </header>
      <div className={styles.columns}>
        {children}
        <aside className={styles.side} aria-label="What a scan needs">
          <h2>Before the first scan</h2>
          <ol>
            <li>
              Roll out the read-only role in each account.{' '}
              <Link href="/scan/role" prefetch={false}>
                See the role and its reasons
              </Link>
            </li>
            <li>
              Give this server credentials that may put that role on: a profile, single sign-on, web identity
              or the role of an instance, in its environment.
            </li>
            <li>Look at the plan, then start. You may close this page: the scan goes on in the server.</li>
          </ol>
          <h2>Kept fresh</h2>
          {next === null ? (
            <>
              <p>
                No schedule. With this line in <code>hatstack.yaml</code> this server scans by itself:
              </p>
              <pre>schedule: every 6h</pre>
            </>
          ) : (
            <p>
              The next scan starts by itself on{' '}
              <time dateTime={next}>
                <b>{exactTime(next)}</b>
              </time>
              , unless one is running then.
            </p>
          )}
          <h2>On the command line</h2>
          <pre>hatstack scan --dry-run</pre>
          <p>
            It takes the same settings, from <code>hatstack.yaml</code>, the environment or flags, and keeps
            the snapshot in the same store.
          </p>
        </aside>
      </div>
    </div>
  );
}
