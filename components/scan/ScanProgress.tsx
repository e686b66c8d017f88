'use client';

import { useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/Button';
import { Ticked } from '@/components/ui/Ticked';
import { exactTime } from '@/lib/scene/exact-time';
import { isUnderWay, type ScanView, scanHeadline } from '@/lib/scene/scan-view';
import { ask } from './ask';
import styles from './ScanProgress.module.css';
import { ScanTable } from './ScanTable';

/** How the scan goes: the answer, a bar, the numbers, what was left out, and each account. */
export function ScanProgress({
  view,
  isLost,
  onResume,
}: {
  view: ScanView;
  isLost: boolean;
  onResume: (id: string) => void;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  const isBusy = isUnderWay(view);
  const cancel = async () => {
    const answer = await ask('POST', `/api/scans/${encodeURIComponent(view.id)}/cancel`);
    setProblem(answer.kind === 'problem' ? answer.problem : null);
  };
  const snapshot = `snapshot=${encodeURIComponent(view.id)}`;
  return (
    <section className={styles.box} aria-labelledby="progress" data-status={view.status}>
      <div className={styles.head}>
        <div>
          <h2 id="progress" aria-live="polite">
            {scanHeadline(view)}
          </h2>
          <p>
            {view.isScheduled ? 'Started by the schedule' : 'Started'} {exactTime(view.startedAt)}
            {isBusy ? `; ${view.phase}` : ''}
          </p>
        </div>
        <div className={styles.acts}>
          {isBusy ? (
            <Button onClick={cancel}>{view.status === 'stopping' ? 'Stop at once' : 'Stop the scan'}</Button>
          ) : null}
          {view.status === 'complete' ? (
            <>
              <ButtonLink look="primary" href={`/?${snapshot}`}>
                Open the snapshot
              </ButtonLink>
              {view.gaps > 0 ? (
                <ButtonLink href={`/accounts?${snapshot}`}>See what was not answered</ButtonLink>
              ) : null}
            </>
          ) : null}
          {view.isKept && !isBusy ? (
            <Button look="primary" onClick={() => onResume(view.id)}>
              Go on with it
            </Button>
          ) : null}
        </div>
      </div>
      {view.problem === null ? null : (
        <p className={styles.problem} role="alert">
          <Ticked text={view.problem} />
        </p>
      )}
      {problem === null ? null : (
        <p className={styles.problem} role="alert">
          <Ticked text={problem} />
        </p>
      )}
      {view.status === 'stopped' ? (
        <p className={styles.prose}>
          {view.isKept
            ? 'What was read is kept, and nothing of it is shown as a snapshot. Go on whenever you like.'
            : 'It had kept nothing yet: start it again below.'}
        </p>
      ) : null}
      {isLost && isBusy ? (
        <p className={styles.prose} role="status">
          The line to the server is lost; the scan goes on there, and this page tries again by itself.
        </p>
      ) : null}
      {view.units > 0 ? (
        <>
          <progress className={styles.bar} max={view.units} value={view.done} aria-label="Units read" />
          <dl className={styles.numbers}>
            <Figure name="Units read" value={`${grouped(view.done)} of ${grouped(view.units)}`} />
            <Figure name="Calls" value={grouped(view.calls)} />
            {isBusy ? <Figure name="Calls a second" value={String(view.callsPerSecond)} /> : null}
            <Figure name="Throttled" value={grouped(view.throttles)} />
            <Figure name="Not answered" value={grouped(view.gaps)} />
            <Figure name="Time" value={view.elapsed} />
            {isBusy ? <Figure name="Left, about" value={view.left ?? 'not known yet'} /> : null}
          </dl>
        </>
      ) : null}
      {view.notes.length === 0 ? null : (
        <ul className={styles.notes} aria-label="What it said">
          {view.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {view.places.length === 0 ? null : <ScanTable places={view.places} />}
    </section>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
