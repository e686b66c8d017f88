'use client';

import { useState } from 'react';
import { textIn } from '@/components/scan/ask';
import { Button } from '@/components/ui/Button';
import { PickFile } from '@/components/ui/PickFile';

/** Takes in a snapshot file that somebody else made. */
export function Upload(props: { onTaken: (text: string) => void; onProblem: (text: string) => void }) {
  const [isSending, setIsSending] = useState(false);
  const send = async (file: File) => {
    setIsSending(true);
    try {
      const url = `/api/snapshots?name=${encodeURIComponent(file.name)}`;
      const headers = { 'Content-Type': 'application/octet-stream' };
      const response = await fetch(url, { method: 'POST', headers, body: file });
      const answer: unknown = await response.json().catch(() => null);
      if (response.ok) props.onTaken(`${file.name} is taken in as ${textIn(answer, 'id')}`);
      else props.onProblem(textIn(answer, 'detail') ?? `the server answered ${response.status}: try again`);
    } catch {
      props.onProblem(
        `\`${file.name}\` could not be sent: see that the server runs, and that the file is not too large`,
      );
    } finally {
      setIsSending(false);
    }
  };
  return (
    <PickFile
      label="Snapshot file"
      accept=".json,.gz,application/json,application/gzip"
      onPick={(file) => void send(file)}
    >
      {(open) => (
        <Button onClick={open} disabled={isSending}>
          {isSending ? 'Sending …' : 'Upload a snapshot'}
        </Button>
      )}
    </PickFile>
  );
}
