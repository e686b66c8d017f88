'use client';

import { useState } from 'react';
import { usePermits } from '@/components/shell/Permits';
import { Glyph } from '@/components/ui/Glyph';
import { Menu } from '@/components/ui/Menu';
import { reporters } from '@/lib/export/reports/index';
import { ExportFiles } from './ExportFiles';
import { Tick } from './Tick';

/** What is wrong in a snapshot, as files for people and for trackers of findings. */
export function FindingsExport({ snapshot }: { snapshot: string }) {
  const { role, mayExport } = usePermits();
  const [isRedacted, setRedacted] = useState(false);
  const query = new URLSearchParams({ findings: 'all', ...(isRedacted ? { redact: '1' } : {}) });
  return (
    <Menu
      label="Export"
      shortcut="E"
      face={
        <>
          <Glyph name="export" size={14} />
          Export
        </>
      }
    >
      <ExportFiles
        title="Findings, and actions that do not work"
        files={reporters.map(({ id, label }) => ({
          label,
          href: `/api/snapshots/${encodeURIComponent(snapshot)}/exports/${id}?${query}`,
        }))}
        refusal={mayExport ? null : `Reviewers may export; your role here is ${role}.`}
      >
        <Tick label="Pseudonyms instead of names" isOn={isRedacted} onChange={setRedacted} />
      </ExportFiles>
    </Menu>
  );
}
