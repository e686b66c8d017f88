'use client';

import { useQueryStates } from 'nuqs';
import { useEffect, useEffectEvent, useState } from 'react';
import { pipelineState } from '@/components/pipeline/view-state';
import { ask, textIn } from '@/components/scan/ask';
import { KeyLink } from '@/components/ui/KeyLink';
import styles from './UnknownWhatIf.module.css';
import { keptWhatIf, packedIn } from './what-if-link';

/** Stands where the server does not know the what-if of the address: brings it back from the link, or says what to do. */
export function UnknownWhatIf({ id, discardHref }: { id: string; discardHref: string }) {
  const [, setState] = useQueryStates(pipelineState, { history: 'replace', scroll: false });
  const [problem, setProblem] = useState<string | null>(null);
  const bringBack = useEffectEvent(async () => {
    const packed = packedIn(window.location.hash) ?? keptWhatIf(id);
    if (packed === null) return setProblem('open its link or its file again');
    const answer = await ask('POST', '/api/what-ifs', { kind: 'link', packed });
    if (answer.kind === 'problem') return setProblem(answer.problem);
    // Under the same name nothing in the address changes: the page is asked for once more.
    const back = textIn(answer.body, 'id');
    if (back === id) window.location.reload();
    else await setState({ whatif: back }, { shallow: false });
  });
  useEffect(() => {
    void bringBack();
  }, []);
  return (
    <section className={styles.bar} aria-label="What would be">
      <p role="status">
        {problem === null ? (
          'The edits of this link are being read …'
        ) : (
          <>
            <b>This is what is.</b> The server does not know the edits of this address: {problem}.
          </>
        )}
      </p>
      <KeyLink shortcut="Y" href={discardHref} scroll={false}>
        Show what is
      </KeyLink>
    </section>
  );
}
