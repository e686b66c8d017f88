// What the reader chose to see: light, dark, or as the system says.

export const THEME_CHOICES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

export const THEME_WORDS: Readonly<Record<ThemeChoice, string>> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
};

/** The server reads this cookie, so that the first paint is already right. */
export const THEME_COOKIE = 'hatstack-theme';

/** The choice that a text names; null for any other text. Never throws. */
export function themeChoice(text: string | null | undefined): ThemeChoice | null {
  return THEME_CHOICES.find((choice) => choice === text) ?? null;
}
