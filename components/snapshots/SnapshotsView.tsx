'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ask } from '@/components/scan/ask';
import { ButtonLink } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { Ticked } from '@/components/ui/Ticked';
import { SnapshotRow, type SnapshotRowData } from './SnapshotRow';
import styles from './SnapshotsView.module.css';
import { Upload } from './Upload';

/** Every snapshot with its age and size, and what can be done with it. */
export function SnapshotsView({ lines, now }: { lines: readonly SnapshotRowData[]; now: string }) {
  const router = useRouter();
  const [said, setSaid] = useState<{ kind: 'done' | 'problem'; text: string } | null>(null);
  const told = (text: string) => {
    setSaid({ kind: 'done', text });
    router.refresh();
  };
  const failed = (text: string) => setSaid({ kind: 'problem', text });
  const change = async (method: 'PATCH' | 'DELETE', id: string, done: string, body?: object) => {
    const answer = await ask(method, `/api/snapshots/${encodeURIComponent(id)}`, body);
    if (answer.kind === 'done') told(done);
    else failed(answer.problem);
    return answer.kind === 'done';
  };
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <div>
          <h1>{headline(lines)}</h1>
          <p>
            A setting that did not change between snapshots is kept once. Pinned ones are never thrown away.
          </p>
        </div>
        <div className={styles.acts}>
          <Upload onTaken={told} onProblem={failed} />
          {lines.length > 1 ? <ButtonLink href="/compare">Compare</ButtonLink> : null}
          <ButtonLink href="/scan">Scan</ButtonLink>
        </div>
      </header>
      <p
        className={styles.said}
        role={said?.kind === 'problem' ? 'alert' : 'status'}
        data-kind={said?.kind ?? 'none'}
      >
        <Ticked text={said?.text ?? ''} />
      </p>
      {lines.length === 0 ? (
        <Notice
          isPart
          title="No snapshot yet"
          next={
            <>
              <ButtonLink look="primary" href="/scan">
                Start a scan
              </ButtonLink>
              <ButtonLink href="/?snapshot=example">Open the example</ButtonLink>
            </>
          }
        >
          <p>Scan your accounts, upload a snapshot file, or look at the example organisation first.</p>
          <pre>hatstack scan --dry-run</pre>
        </Notice>
      ) : (
        <div className={styles.box}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Snapshot</th>
                <th scope="col">Age</th>
                <th scope="col">State</th>
                <th scope="col" className={styles.number}>
                  Accounts
                </th>
                <th scope="col" className={styles.number}>
                  Not answered
                </th>
                <th scope="col" className={styles.number}>
                  Facts
                </th>
                <th scope="col">Actions</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <SnapshotRow key={line.id} line={line} now={now} change={change} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function headline(lines: readonly SnapshotRowData[]): string {
  const whole = lines.filter(({ state }) => state === 'complete' || state === 'file').length;
  const rest = lines.length - whole;
  const count = `${whole} ${whole === 1 ? 'snapshot' : 'snapshots'}`;
  return rest === 0 ? count : `${count}, ${rest} not finished`;
}
