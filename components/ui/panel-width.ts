// How wide a panel may be, and where its last width is kept between visits.

export const PANEL_WIDTH_PX = { min: 360, usual: 400, max: 640 } as const;

export const PANEL_WIDTH_COOKIE = 'hatstack-panel';

/** The nearest width that is allowed; the usual one for what is no number. Never throws. */
export function clampPanelWidth(width: number): number {
  if (Number.isNaN(width)) return PANEL_WIDTH_PX.usual;
  return Math.round(Math.min(PANEL_WIDTH_PX.max, Math.max(PANEL_WIDTH_PX.min, width)));
}

/** Keeps the width for the next page; the server reads it, so nothing jumps. */
export function rememberPanelWidth(width: number): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${PANEL_WIDTH_COOKIE}=${width}; path=/; max-age=31536000; samesite=strict`;
}
