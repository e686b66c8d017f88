import { Glyph } from '@/components/ui/Glyph';
import { Menu } from '@/components/ui/Menu';
import { MenuItem, MenuList } from '@/components/ui/MenuItem';
import { exporters } from '@/lib/export/formats/index';

const FILES = exporters.flatMap(({ id, label }) =>
  (['light', 'dark'] as const).map((theme) => ({ id, theme, word: `${label}, ${theme}` })),
);

/** Takes the map of accounts along, as it stands. */
export function MapExport({ snapshot, isWhole }: { snapshot: string; isWhole: boolean }) {
  const hrefOf = (format: string, theme: string) =>
    `/api/snapshots/${encodeURIComponent(snapshot)}/exports/${format}?${new URLSearchParams({
      map: isWhole ? 'all' : 'worst',
      theme,
    })}`;
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
      <MenuList title="The map of accounts">
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
