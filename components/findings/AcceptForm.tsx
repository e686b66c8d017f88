'use client';

import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/TextField';
import styles from './Acceptance.module.css';

export interface AcceptDefaults {
  /** The name under which the person accepts; null: they give one. */
  readonly author: string | null;
  readonly today: string;
  readonly expires: string;
}

/** Why a risk is taken, by whom, and until when. */
export function AcceptForm(props: {
  defaults: AcceptDefaults;
  before: { readonly reason: string; readonly author: string } | null;
  onAccept: (words: { reason: string; author: string; expires: string }) => Promise<void>;
  onLeave: () => void;
}) {
  const { defaults, before } = props;
  const id = useId();
  const [isSending, setIsSending] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '');
    setIsSending(true);
    await props.onAccept({
      reason: text('reason'),
      author: defaults.author ?? text('author'),
      expires: text('expires'),
    });
    setIsSending(false);
  };
  return (
    <form className={styles.form} onSubmit={send} aria-label="Accept this risk">
      <div className={styles.field}>
        <label htmlFor={`${id}-reason`}>Why</label>
        <textarea
          id={`${id}-reason`}
          name="reason"
          rows={3}
          maxLength={1000}
          required
          // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
          autoFocus
          defaultValue={before?.reason}
        />
      </div>
      {defaults.author === null ? (
        <TextField
          label="Who takes the risk"
          name="author"
          maxLength={200}
          required
          defaultValue={before?.author}
        />
      ) : (
        <p className={styles.small}>You accept it as {defaults.author}.</p>
      )}
      <div className={styles.field}>
        <label htmlFor={`${id}-expires`}>Until, that day included</label>
        <input
          id={`${id}-expires`}
          type="date"
          name="expires"
          min={defaults.today}
          required
          defaultValue={defaults.expires}
        />
      </div>
      <p className={styles.acts}>
        <Button type="submit" look="primary" disabled={isSending}>
          Accept until that day
        </Button>
        <Button onClick={props.onLeave}>Leave it</Button>
      </p>
    </form>
  );
}
