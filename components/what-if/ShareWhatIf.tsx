'use client';

import { useEffect, useState } from 'react';
import { usePermits } from '@/components/shell/Permits';
import { Button } from '@/components/ui/Button';
import { copyText } from '@/components/ui/copy-text';
import styles from './ShareWhatIf.module.css';
import { keepWhatIf, linkTo } from './what-if-link';

/** Gives the what-if to somebody else: as a link that holds all of it, or as a file. */
export function ShareWhatIf({ id, packed }: { id: string; packed: string | null }) {
  const [said, setSaid] = useState('');
  const { mayExport } = usePermits();
  // What this tab shows it can bring back, should the server have been started anew.
  useEffect(() => keepWhatIf(id, packed), [id, packed]);
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), 4000);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    if (packed === null) return;
    const isCopied = await copyText(linkTo(window.location.href, packed));
    setSaid(isCopied ? 'Copied, edits included' : 'The browser refused to copy');
  };
  return (
    <div className={styles.share}>
      {packed === null ? (
        <span className={styles.hint}>Too long for a link: take the file.</span>
      ) : (
        <Button onClick={copy}>Copy link</Button>
      )}
      {mayExport ? (
        <a className={styles.file} href={`/api/what-ifs/${encodeURIComponent(id)}/file`} download>
          Download
        </a>
      ) : null}
      <span className={styles.said} role="status">
        {said}
      </span>
    </div>
  );
}
