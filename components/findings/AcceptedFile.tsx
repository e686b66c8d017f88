'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { usePermits } from '@/components/shell/Permits';
import { Menu } from '@/components/ui/Menu';
import { MenuItem, MenuList } from '@/components/ui/MenuItem';
import { PickFile } from '@/components/ui/PickFile';
import { Ticked } from '@/components/ui/Ticked';
import styles from './AcceptedFile.module.css';

/** Takes the file of accepted findings along, for version control, and takes one in. */
export function AcceptedFile() {
  const router = useRouter();
  const [said, setSaid] = useState('');
  const { mayAccept } = usePermits();
  if (!mayAccept) return null;
  const send = async (file: File) => {
    setSaid(await takeIn(file));
    router.refresh();
  };
  return (
    <Menu label="The file of accepted findings" face="Accepted file">
      <PickFile
        label="File of accepted findings"
        accept=".yaml,.yml,application/yaml"
        onPick={(file) => void send(file)}
      >
        {(open) => (
          <MenuList title="hatstack-accepted.yaml">
            <MenuItem>
              <a href="/api/acceptances/file" download>
                Download, to keep it under version control
              </a>
            </MenuItem>
            <MenuItem>
              <button type="button" onClick={open}>
                Take in a file: its entries are added
              </button>
            </MenuItem>
          </MenuList>
        )}
      </PickFile>
      <p className={styles.said} role="status">
        <Ticked text={said} />
      </p>
    </Menu>
  );
}

/** Sends the file; one line says what came of it. Never throws. */
async function takeIn(file: File): Promise<string> {
  try {
    const response = await fetch(`/api/acceptances/file?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: file,
    });
    const answer: unknown = await response.json().catch(() => null);
    const of = (key: string): unknown =>
      typeof answer === 'object' && answer !== null ? Reflect.get(answer, key) : undefined;
    if (!response.ok) return String(of('detail') ?? `the server answered ${response.status}: try again`);
    const entries = Number(of('entries'));
    return `${entries} ${entries === 1 ? 'entry' : 'entries'} of ${file.name} taken in`;
  } catch {
    return `\`${file.name}\` could not be sent: see that the server runs`;
  }
}
