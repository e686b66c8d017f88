'use client';

import { Glyph } from '@/components/ui/Glyph';
import { Menu } from '@/components/ui/Menu';
import { MenuItem, MenuList } from '@/components/ui/MenuItem';
import { THEME_CHOICES, THEME_WORDS, type ThemeChoice } from './theme-choice';
import { chooseTheme, useTheme } from './use-theme';

/** Light, dark, or as the system says. */
export function ThemeSwitch({ initial }: { initial: ThemeChoice }) {
  const choice = useTheme(initial);
  return (
    <Menu label="Theme" look="icon" from="beside" face={<Glyph name="moon" size={18} />}>
      <MenuList title="Theme">
        {THEME_CHOICES.map((next) => (
          <MenuItem key={next}>
            <button type="button" aria-pressed={choice === next} onClick={() => chooseTheme(next)}>
              {THEME_WORDS[next]}
            </button>
          </MenuItem>
        ))}
      </MenuList>
    </Menu>
  );
}
