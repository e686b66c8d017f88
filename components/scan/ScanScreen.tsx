import Link from 'next/link';
import type { ReactNode } from 'react';
import styles from './ScanScreen.module.css';

/** The Scan page: what it is for on top, the desk at the left, what one needs for it at the right. */
export function ScanScreen({ children }: { children: ReactNode }) {
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>Read your accounts</h1>
        <p>
          A scan leaves a snapshot: what AWS said, and what it refused to say. Nothing leaves this machine.
        </p>
      </header>
      <div className={styles.columns}>
        {children}
        <aside className={styles.side} aria-label="What a scan needs">
          <h2>Before the first scan</h2>
          <ol>
            <li>
              Roll out the read-only role in each account.{' '}
              <Link href="/scan/role">See the role and its reasons</Link>
            </li>
            <li>
              Give this server credentials that may put that role on: a profile, single sign-on, web identity
              or the role of an instance, in its environment.
            </li>
            <li>Look at the plan, then start. You may close this page: the scan goes on in the server.</li>
          </ol>
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
