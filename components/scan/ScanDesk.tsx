'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { Ticked } from '@/components/ui/Ticked';
import { isUnderWay, type ScanView } from '@/lib/scene/scan-view';
import { ask, textIn } from './ask';
import { Interrupted, type InterruptedScan } from './Interrupted';
import styles from './ScanDesk.module.css';
import { ScanForm, type ScanFormFields } from './ScanForm';
import { ScanProgress } from './ScanProgress';
import { useScan } from './useScan';

/** How often a page that shows no scan looks whether somebody else, or the schedule, has started one. */
const LOOK_MS = 10_000;

/** Scans from this server: the one that runs or ran last, those that were interrupted, and the form for the next one. */
export function ScanDesk(props: {
  last: ScanView | null;
  interrupted: readonly InterruptedScan[];
  fields: ScanFormFields;
  /** One line: what is wrong with the settings; null where nothing is. */
  settingsProblem: string | null;
}) {
  const router = useRouter();
  const [id, setId] = useState(props.last !== null && isUnderWay(props.last) ? props.last.id : null);
  const [turn, setTurn] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const onEnd = useCallback(() => router.refresh(), [router]);
  const { view, isLost } = useScan(id, turn, props.last, onEnd);
  const isBusy = view !== null && isUnderWay(view);
  const elsewhere = props.last !== null && isUnderWay(props.last) ? props.last.id : null;
  useEffect(() => {
    if (elsewhere !== null) setId(elsewhere);
  }, [elsewhere]);
  useEffect(() => {
    if (isBusy) return;
    const timer = setInterval(() => router.refresh(), LOOK_MS);
    return () => clearInterval(timer);
  }, [isBusy, router]);

  const follow = (started: string) => {
    setProblem(null);
    setId(started);
    setTurn((before) => before + 1);
  };
  const goOn = async (one: string) => {
    const answer = await ask('POST', `/api/scans/${encodeURIComponent(one)}/resume`);
    if (answer.kind === 'problem') setProblem(answer.problem);
    else follow(textIn(answer.body, 'id') ?? one);
  };
  // The one that is shown says itself how to go on with it.
  const interrupted = props.interrupted.filter((one) => one.id !== view?.id);

  return (
    <div className={styles.desk}>
      {problem === null ? null : (
        <p className={styles.problem} role="alert">
          <Ticked text={problem} />
        </p>
      )}
      {view === null ? null : <ScanProgress view={view} isLost={isLost} onResume={goOn} />}
      {interrupted.length === 0 ? null : <Interrupted scans={interrupted} isBusy={isBusy} onResume={goOn} />}
      {isBusy ? null : (
        <ScanForm
          fields={props.fields}
          settingsProblem={props.settingsProblem}
          isFirst={view === null}
          onStarted={follow}
        />
      )}
    </div>
  );
}
