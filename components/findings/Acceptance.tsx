'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ask } from '@/components/scan/ask';
import { usePermits } from '@/components/shell/Permits';
import { Button } from '@/components/ui/Button';
import type { AcceptedWords, Standing } from '@/lib/scene/accepted-rows';
import styles from './Acceptance.module.css';
import { type AcceptDefaults, AcceptForm } from './AcceptForm';

/** Who answers for this finding, why and until when; and the form to accept it, to go on with it, or to take it back. */
export function Acceptance(props: {
  finding: string;
  standing: Standing;
  accepted: AcceptedWords | null;
  marks: boolean;
  defaults: AcceptDefaults;
}) {
  const { finding, standing, accepted, defaults } = props;
  const router = useRouter();
  const { role, mayAccept } = usePermits();
  const [isOpen, setIsOpen] = useState(false);
  const [said, setSaid] = useState<{ kind: 'done' | 'problem'; text: string } | null>(null);
  const send = async (method: 'POST' | 'DELETE', url: string, done: string, body?: object) => {
    const answer = await ask(method, url, body);
    setSaid(
      answer.kind === 'done' ? { kind: 'done', text: done } : { kind: 'problem', text: answer.problem },
    );
    if (answer.kind !== 'done') return;
    setIsOpen(false);
    router.refresh();
  };
  const accept = (words: { reason: string; author: string; expires: string }) =>
    send('POST', '/api/acceptances', `Accepted until ${words.expires}`, { finding, ...words });
  const withdraw = () =>
    send('DELETE', `/api/acceptances?finding=${encodeURIComponent(finding)}`, 'Not accepted any longer');
  return (
    <section className={styles.acceptance} aria-label="Acceptance">
      {accepted === null ? null : (
        <>
          <h3>
            {standing === 'accepted'
              ? `Accepted until ${accepted.expires}`
              : `Counts again: the acceptance expired on ${accepted.expires}`}
          </h3>
          <p>
            {accepted.author}: {accepted.reason}
          </p>
          <p className={styles.small}>
            <code>{accepted.where}</code>
            {accepted.pattern === null ? '' : `, for all of “${accepted.pattern}”`}
            {standing === 'accepted' && props.marks ? '. Its mark stays drawn; no check fails on it.' : ''}
          </p>
        </>
      )}
      {!mayAccept ? (
        <p className={styles.small}>Accepting a risk needs the role reviewer; yours is {role}.</p>
      ) : isOpen ? (
        <AcceptForm
          defaults={defaults}
          before={accepted}
          onAccept={accept}
          onLeave={() => {
            setIsOpen(false);
            setSaid(null);
          }}
        />
      ) : (
        <p className={styles.acts}>
          <Button onClick={() => setIsOpen(true)}>
            {accepted === null ? 'Accept this risk' : 'Accept anew'}
          </Button>
          {accepted === null || accepted.pattern !== null ? null : (
            <Button onClick={withdraw}>Withdraw</Button>
          )}
        </p>
      )}
      <p className={styles.said} data-kind={said?.kind} role={said?.kind === 'problem' ? 'alert' : 'status'}>
        {said?.text}
      </p>
    </section>
  );
}
