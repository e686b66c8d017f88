'use client';

import { useQueryStates } from 'nuqs';
import { useState } from 'react';
import { pipelineState } from '@/components/pipeline/view-state';
import { ask, textIn } from '@/components/scan/ask';
import { Menu } from '@/components/ui/Menu';
import { MenuItem, MenuList } from '@/components/ui/MenuItem';
import { PickFile } from '@/components/ui/PickFile';
import { Ticked } from '@/components/ui/Ticked';
import styles from './WhatIfMenu.module.css';

const MOST_BYTES = 512 * 1024;

/** How a what-if begins: with an edit in the panel, or with a file that somebody sent. */
export function WhatIfMenu() {
  const [said, setSaid] = useState('');
  const [, setState] = useQueryStates(pipelineState, { history: 'push', scroll: false });
  const open = async (file: File) => {
    if (file.size > MOST_BYTES) return setSaid(`${file.name} is larger than ${MOST_BYTES / 1024} KB`);
    const answer = await ask('POST', '/api/what-ifs', { kind: 'file', text: await file.text() });
    if (answer.kind === 'problem') return setSaid(`${file.name}: ${answer.problem}`);
    setSaid('');
    await setState({ whatif: textIn(answer.body, 'id') }, { shallow: false });
  };
  return (
    <Menu label="What if a policy said something else" face="What if">
      <PickFile label="What-if file" accept=".json,application/json" onPick={(file) => void open(file)}>
        {(pick) => (
          <MenuList title="What if a policy said something else?">
            <MenuItem>
              <button type="button" onClick={pick}>
                Open a what-if file
              </button>
            </MenuItem>
          </MenuList>
        )}
      </PickFile>
      <p className={styles.hint}>
        Or choose <b>Edit</b> at a policy of a permission path: the page is judged as if it were so. AWS is
        never written to.
      </p>
      <p className={styles.said} role="status">
        <Ticked text={said} />
      </p>
    </Menu>
  );
}
