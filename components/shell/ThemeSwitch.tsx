'use client';

import { useState } from 'react';
import { Glyph } from '@/components/ui/Glyph';
import { Menu } from '@/components/ui/Menu';
import { MenuItem, MenuList } from '@/components/ui/MenuItem';
import { THEME_CHOICES, THEME_COOKIE, type ThemeChoice } from './theme-choice';

const WORDS: Readonly<Record<ThemeChoice, string>> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
};

/** Light, dark, or as the system says; kept in a cookie, so that the next page starts right. */
export function ThemeSwitch({ initial }: { initial: ThemeChoice }) {
  const [choice, setChoice] = useState(initial);
  const choose = (next: ThemeChoice) => {
    setChoice(next);
    document.documentElement.dataset.theme = next;
    forgetThemeOfUrl();
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=31536000; samesite=strict`;
  };
  return (
    <Menu label="Theme" look="icon" from="beside" face={<Glyph name="moon" size={18} />}>
      <MenuList title="Theme">
        {THEME_CHOICES.map((next) => (
          <MenuItem key={next}>
            <button type="button" aria-pressed={choice === next} onClick={() => choose(next)}>
              {WORDS[next]}
            </button>
          </MenuItem>
        ))}
      </MenuList>
    </Menu>
  );
}

/** A theme in the address would win over the choice at the next load. */
function forgetThemeOfUrl(): void {
  const url = new URL(location.href);
  if (!url.searchParams.has('theme')) return;
  url.searchParams.delete('theme');
  history.replaceState(history.state, '', url);
}
