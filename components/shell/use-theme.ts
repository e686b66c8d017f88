'use client';
// The theme of this page: it stands on the root element, where whoever shows or changes it looks.
import { useSyncExternalStore } from 'react';
import { THEME_COOKIE, type ThemeChoice, themeChoice } from './theme-choice';

const CHANGED = 'hatstack-theme';

/** The theme that is chosen now; `initial`: what the server read. */
export function useTheme(initial: ThemeChoice): ThemeChoice {
  return useSyncExternalStore(
    subscribe,
    () => themeChoice(document.documentElement.dataset.theme) ?? initial,
    () => initial,
  );
}

/** Changes the theme, and keeps it in a cookie, so that the next page starts right. */
export function chooseTheme(next: ThemeChoice): void {
  document.documentElement.dataset.theme = next;
  forgetThemeOfUrl();
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=31536000; samesite=strict`;
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  return () => window.removeEventListener(CHANGED, onChange);
}

/** A theme in the address would win over the choice at the next load. */
function forgetThemeOfUrl(): void {
  const url = new URL(location.href);
  if (!url.searchParams.has('theme')) return;
  url.searchParams.delete('theme');
  history.replaceState(history.state, '', url);
}
