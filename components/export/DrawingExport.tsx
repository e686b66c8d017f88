'use client';

import { useState } from 'react';
import { usePermits } from '@/components/shell/Permits';
import { Glyph } from '@/components/ui/Glyph';
import { Menu } from '@/components/ui/Menu';
import { exporters } from '@/lib/export/formats/index';
import { Choice } from './Choice';
import { ExportFiles } from './ExportFiles';
import { AS_DRAWN, exportHref, type Look, PAGE_WORDS, reviewFiles, SCALE_WORDS } from './look';
import { Tick } from './Tick';

/** The files in which a drawing can be taken along, and how they shall look; `what` is the drawing, as the export route knows it. */
export function DrawingExport(props: {
  snapshot: string;
  title: string;
  what: Readonly<Record<string, string>>;
}) {
  const { role, mayExport } = usePermits();
  const [look, setLook] = useState<Look>(AS_DRAWN);
  const change = (part: Partial<Look>): void => setLook({ ...look, ...part });
  return (
    <span data-tour="export">
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
          title={props.title}
          files={[
            ...exporters.map(({ id, label }) => ({
              label,
              href: exportHref(props.snapshot, id, props.what, look),
            })),
            ...reviewFiles(props.snapshot, props.what, look),
          ]}
          refusal={mayExport ? null : `Reviewers may export; your role here is ${role}.`}
        >
          {props.what.action === undefined || props.what.drawing === 'accounts' ? null : (
            <Choice
              label="Scope"
              options={[
                ['whole', 'All of it'],
                ['path', 'The path of the action'],
              ]}
              value={look.scope}
              onChange={(scope) => change({ scope })}
            />
          )}
          <Choice
            label="Colours"
            options={[
              ['light', 'Light'],
              ['dark', 'Dark'],
            ]}
            value={look.theme}
            onChange={(theme) => change({ theme })}
          />
          <Choice
            label="Pen"
            options={[
              ['clean', 'Clean'],
              ['hand', 'By hand'],
            ]}
            value={look.pen ?? (props.what.pen === 'hand' ? 'hand' : 'clean')}
            onChange={(pen) => change({ pen })}
          />
          <Choice
            label="Pages of a PDF"
            options={PAGE_WORDS}
            value={look.page}
            onChange={(page) => change({ page })}
          />
          <Choice
            label="Size of a PNG"
            options={SCALE_WORDS}
            value={look.scale}
            onChange={(scale) => change({ scale })}
          />
          <Tick
            label="Pseudonyms instead of names"
            isOn={look.redact}
            onChange={(redact) => change({ redact })}
          />
        </ExportFiles>
      </Menu>
    </span>
  );
}
