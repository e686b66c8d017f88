'use client';

import Link from 'next/link';
import { type FormEvent, useState } from 'react';
import { Age } from '@/components/shell/Age';
import { Button, ButtonLink } from '@/components/ui/Button';
import { exactTime } from '@/lib/scene/exact-time';
import styles from './SnapshotsView.module.css';

export interface SnapshotRowData {
  readonly id: string;
  readonly name: string | null;
  readonly takenAt: string | null;
  readonly state: 'complete' | 'running' | 'unfinished' | 'file';
  readonly isPinned: boolean;
  readonly accounts: number | null;
  readonly facts: number | null;
  readonly gaps: number | null;
}

type Change = (method: 'PATCH' | 'DELETE', id: string, done: string, body?: object) => Promise<boolean>;

const STATES = {
  complete: 'Complete',
  running: 'Being read',
  unfinished: 'Not finished',
  file: 'A file beside the store',
};

/** One snapshot; renaming and deleting are asked for in its own line. */
export function SnapshotRow({ line, now, change }: { line: SnapshotRowData; now: string; change: Change }) {
  const [mode, setMode] = useState<'plain' | 'rename' | 'delete'>('plain');
  const { id, name, takenAt, state, isPinned } = line;
  const title = name ?? (takenAt === null ? id : exactTime(takenAt));
  const isKept = state === 'complete' || state === 'unfinished';
  const isWhole = state === 'complete' || state === 'file';
  const rename = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('name') ?? '');
    const done = text.trim() === '' ? 'The name is taken away' : `It is called “${text.trim()}” now`;
    if (await change('PATCH', id, done, { name: text })) setMode('plain');
  };
  return (
    <tr>
      <th scope="row">
        {mode === 'rename' ? (
          <form className={styles.rename} onSubmit={rename}>
            <input
              name="name"
              aria-label={`Name of ${title}`}
              defaultValue={name ?? ''}
              maxLength={120}
              // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
              autoFocus
              onKeyDown={({ key }) => key === 'Escape' && setMode('plain')}
            />
            <Button type="submit" look="primary">
              Keep the name
            </Button>
            <Button onClick={() => setMode('plain')}>Leave it</Button>
          </form>
        ) : (
          <>
            {isWhole ? (
              <Link href={`/?snapshot=${encodeURIComponent(id)}`} title={title} prefetch={false}>
                {title}
              </Link>
            ) : (
              <span>{title}</span>
            )}
            <code>{id}</code>
          </>
        )}
      </th>
      <td>{takenAt === null ? 'not known' : <Age at={takenAt} now={now} />}</td>
      <td>
        {STATES[state]}
        {isPinned ? <span className={styles.pin}>pinned</span> : null}
      </td>
      <td className={styles.number}>{figure(line.accounts)}</td>
      <td className={styles.number}>{figure(line.gaps)}</td>
      <td className={styles.number}>{figure(line.facts)}</td>
      <td>
        {mode === 'delete' ? (
          <div className={styles.acts}>
            <span>Delete it for good?</span>
            <Button autoFocus onClick={() => change('DELETE', id, `${title} is deleted`)}>
              Delete {title}
            </Button>
            <Button onClick={() => setMode('plain')}>Keep it</Button>
          </div>
        ) : (
          <div className={styles.acts}>
            {state === 'unfinished' || state === 'running' ? (
              <ButtonLink href="/scan">{state === 'running' ? 'Watch' : 'Go on'}</ButtonLink>
            ) : null}
            {state === 'complete' ? (
              <>
                <Button onClick={() => setMode('rename')} aria-label={`Rename ${title}`}>
                  Rename
                </Button>
                <Button
                  aria-label={`${isPinned ? 'Unpin' : 'Pin'} ${title}`}
                  onClick={() =>
                    change('PATCH', id, `${title} is ${isPinned ? 'no longer pinned' : 'pinned'}`, {
                      isPinned: !isPinned,
                    })
                  }
                >
                  {isPinned ? 'Unpin' : 'Pin'}
                </Button>
              </>
            ) : null}
            {isWhole ? (
              <ButtonLink
                href={`/compare?after=${encodeURIComponent(id)}`}
                aria-label={`Compare ${title} with another`}
              >
                Compare
              </ButtonLink>
            ) : null}
            {isWhole ? (
              <a
                className={styles.link}
                href={`/api/snapshots/${encodeURIComponent(id)}/file`}
                download
                aria-label={`Download ${title}`}
              >
                Download
              </a>
            ) : null}
            {isKept ? (
              <Button onClick={() => setMode('delete')} aria-label={`Delete ${title}`}>
                Delete
              </Button>
            ) : null}
          </div>
        )}
      </td>
    </tr>
  );
}

function figure(count: number | null): string {
  return count === null ? '–' : count.toLocaleString('en-US');
}
