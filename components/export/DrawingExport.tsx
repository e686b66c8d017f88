'use client';

import { usePermits } from '@/components/shell/Permits';
import { Glyph } from '@/components/ui/Glyph';
import { Menu } from '@/components/ui/Menu';
import { MenuItem, MenuList } from '@/components/ui/MenuItem';
import type { Exporter } from '@/lib/export/exporter';
import { exporters } from '@/lib/export/formats/index';
import styles from './DrawingExport.module.css';

const FILES = exporters.flatMap(({ id, label, hasLooks }: Exporter) =>
  hasLooks
    ? ['light', 'dark'].map((theme) => ({ id, theme, word: `${label}, ${theme}` }))
    : [{ id, theme: 'light', word: label }],
);

/** The files in which a drawing can be taken along; `what` is the drawing, as the export route knows it. */
export function DrawingExport(props: {
  snapshot: string;
  title: string;
  what: Readonly<Record<string, string>>;
}) {
  const { role, mayExport } = usePermits();
  const hrefOf = (format: string, theme: string) =>
    `/api/snapshots/${encodeURIComponent(props.snapshot)}/exports/${format}?${new URLSearchParams({ ...props.what, theme })}`;
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
        <MenuList title={props.title}>
          {mayExport ? (
            FILES.map(({ id, theme, word }) => (
              <MenuItem key={word}>
                <a href={hrefOf(id, theme)} download>
                  {word}
                </a>
              </MenuItem>
            ))
          ) : (
            <li className={styles.refused}>Reviewers may export; your role here is {role}.</li>
          )}
        </MenuList>
      </Menu>
    </span>
  );
}
