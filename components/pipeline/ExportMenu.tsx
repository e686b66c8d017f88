import { Glyph } from '@/components/ui/Glyph';
import { Menu } from '@/components/ui/Menu';
import { MenuItem, MenuList } from '@/components/ui/MenuItem';
import { exporters } from '@/lib/export/formats/index';

const FILES = exporters.flatMap(({ id, label }) =>
  (['light', 'dark'] as const).map((theme) => ({ id, theme, word: `${label}, ${theme}` })),
);

/** Takes the drawing along, as it stands: with the permission path of the chosen action, if there is one. */
export function ExportMenu(props: { snapshot: string; pipeline: string; action: string | null }) {
  const hrefOf = (format: string, theme: string) => {
    const query = new URLSearchParams({ pipeline: props.pipeline, theme });
    if (props.action !== null) query.set('action', props.action);
    return `/api/snapshots/${encodeURIComponent(props.snapshot)}/exports/${format}?${query}`;
  };
  return (
    <Menu
      label="Export"
      face={
        <>
          <Glyph name="export" size={14} />
          Export
        </>
      }
    >
      <MenuList title="The drawing, as it stands">
        {FILES.map(({ id, theme, word }) => (
          <MenuItem key={word}>
            <a href={hrefOf(id, theme)} download>
              {word}
            </a>
          </MenuItem>
        ))}
      </MenuList>
    </Menu>
  );
}
