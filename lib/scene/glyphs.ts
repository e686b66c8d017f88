// The project's own glyphs as path data on a 24 px grid, so that screen and exports draw the same ones without a sprite.

/** One stroke of a glyph; fills are never used. */
export interface GlyphStroke {
  readonly d: string;
  readonly dash?: string;
  /** Added to the stroke width that the user of the glyph asks for. */
  readonly widen?: number;
}

/** Live area 20 px, stroke 1.6 (2 where drawn at 12 to 14 px), round caps and joins. */
export const GLYPHS = {
  hat: [
    {
      d: 'M6.6 15.6C6.6 9 7.4 5 9.6 5c1 0 1.4.9 2.4.9S13.4 5 14.4 5c2.2 0 3 4 3 10.6M2.5 15.2c2.3 2.6 5.6 3.8 9.5 3.8s7.2-1.2 9.5-3.8M6.7 12.7c1.5.8 3.3 1.2 5.3 1.2s3.8-.4 5.3-1.2',
    },
  ],
  pipeline: [
    {
      d: 'M6.5 12a2 2 0 1 1 -4 0a2 2 0 1 1 4 0zM14 12a2 2 0 1 1 -4 0a2 2 0 1 1 4 0zM21.5 12a2 2 0 1 1 -4 0a2 2 0 1 1 4 0zM6.5 12H10M14 12h3.5M12 10V6.5h4M12 14v3.5h4',
    },
  ],
  stage: [{ d: 'M3.5 5.5h12l5 6.5-5 6.5h-12l4-6.5z' }],
  action: [
    {
      d: 'M6.5 5h11a3 3 0 0 1 3 3v8a3 3 0 0 1 -3 3h-11a3 3 0 0 1 -3 -3v-8a3 3 0 0 1 3 -3zM10 9.2v5.6l4.8-2.8z',
    },
  ],
  store: [
    {
      d: 'M19.5 6.2a7.5 2.7 0 1 1 -15 0a7.5 2.7 0 1 1 15 0zM4.5 6.2l1.8 11.6c.3 1.5 2.7 2.5 5.7 2.5s5.4-1 5.7-2.5l1.8-11.6',
    },
  ],
  key: [
    {
      d: 'M12.1 16.2a4.3 4.3 0 1 1 -8.6 0a4.3 4.3 0 1 1 8.6 0zM11 13L20 4M16.5 7.5l2.8 2.8M13.6 10.4l1.9 1.9',
    },
  ],
  account: [{ d: 'M4 20V8.5L12 4l8 4.5V20zM9.5 20v-5.5h5V20M4 20h16' }],
  region: [
    {
      d: 'M12 21s6.5-6 6.5-11.2A6.4 6.4 0 0 0 12 3.3a6.4 6.4 0 0 0-6.5 6.5C5.5 15 12 21 12 21zM5.9 9.8h12.2',
    },
  ],
  ci: [{ d: 'M8 7l-5 5 5 5M16 7l5 5-5 5M13.7 5l-3.4 14' }],
  build: [{ d: 'M14.5 4.5l5 5-2.6 2.6-5-5zM13 8.3L4.3 17a1.9 1.9 0 0 0 2.7 2.7l8.7-8.7M14.5 4.5L11 4' }],
  deploy: [
    {
      d: 'M12 3.5c3 2 4.5 5 4.5 8.5L15 16H9l-1.5-4C7.5 8.5 9 5.5 12 3.5zM7.6 12.5L4.5 15v3l4-1.5M16.4 12.5l3.1 2.5v3l-4-1.5M12 19v2.5M13.5 10a1.5 1.5 0 1 1 -3 0a1.5 1.5 0 1 1 3 0z',
    },
  ],
  approve: [
    {
      d: 'M7.5 11.5v8h-3v-8zM7.5 12l3.6-7.8c1.7 0 2.5 1.1 2.3 2.7l-.5 3.1h5c1.3 0 2.1 1 1.8 2.3l-1.2 5.3c-.3 1.2-1.2 1.9-2.4 1.9H7.5',
    },
  ],
  function: [{ d: 'M8 20c2 0 2.7-1.2 3-3.2l1.5-9.6c.3-2 1-3.2 3-3.2M8.5 10.5h7M3.5 4v16M20.5 4v16' }],
  container: [
    {
      d: 'M5 7h14a1.5 1.5 0 0 1 1.5 1.5v8.5a1.5 1.5 0 0 1 -1.5 1.5h-14a1.5 1.5 0 0 1 -1.5 -1.5v-8.5a1.5 1.5 0 0 1 1.5 -1.5zM7.5 10.2v5M10.5 10.2v5M13.5 10.2v5M16.5 10.2v5M8 7V4.5h8V7',
    },
  ],
  stack: [{ d: 'M12 3.5l8.5 4.5-8.5 4.5L3.5 8zM3.5 12l8.5 4.5 8.5-4.5M3.5 16l8.5 4.5 8.5-4.5' }],
  event: [{ d: 'M13 3L5.5 13.5H11L10 21l8.5-11H13z' }],
  unscanned: [
    { d: 'M9.6 9.5c.2-1.4 1.1-2.2 2.5-2.2 1.5 0 2.5.9 2.5 2.2 0 1.9-2.5 2-2.5 4M12.1 16.6v.1' },
    { d: 'M7.5 3.5h9a4 4 0 0 1 4 4v9a4 4 0 0 1 -4 4h-9a4 4 0 0 1 -4 -4v-9a4 4 0 0 1 4 -4z', dash: '2.6 2.7' },
  ],
  ring: [
    { d: 'M9 12l2.2 2.2L15.2 10' },
    { d: 'M4.2 10.5a8 8 0 0 1 15.6 0M19.8 13.5a8 8 0 0 1-15.6 0', widen: 0.6 },
  ],
  works: [{ d: 'M20.5 12a8.5 8.5 0 1 1 -17 0a8.5 8.5 0 1 1 17 0zM8.2 12.3l2.7 2.7 5-5.6' }],
  broken: [{ d: 'M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7zM9 9l6 6M15 9l-6 6' }],
  depends: [{ d: 'M12 2.8l9.2 9.2-9.2 9.2L2.8 12zM12 16.3V12.5L9.3 9.3M12 12.5l2.7-3.2' }],
  unknown: [
    { d: 'M9.7 10c.2-1.4 1-2.1 2.3-2.1 1.4 0 2.3.8 2.3 2 0 1.7-2.3 1.9-2.3 3.5M12 16v.1' },
    { d: 'M20.5 12a8.5 8.5 0 1 1 -17 0a8.5 8.5 0 1 1 17 0z', dash: '.1 3.240', widen: 0.7 },
  ],
  overbroad: [
    {
      d: 'M8.2 13.5C8.2 8.5 8.8 6 10.3 6c.7 0 1 .5 1.7.5s1-.5 1.7-.5c1.5 0 2.1 2.5 2.1 7.5M2 14h20M5.3 10.7L2 14l3.3 3.3M18.7 10.7L22 14l-3.3 3.3',
    },
  ],
  overview: [
    {
      d: 'M14.6 12a2.6 2.6 0 1 1 -5.2 0a2.6 2.6 0 1 1 5.2 0zM6.3 6a1.8 1.8 0 1 1 -3.6 0a1.8 1.8 0 1 1 3.6 0zM21.3 6a1.8 1.8 0 1 1 -3.6 0a1.8 1.8 0 1 1 3.6 0zM6.3 18a1.8 1.8 0 1 1 -3.6 0a1.8 1.8 0 1 1 3.6 0zM21.3 18a1.8 1.8 0 1 1 -3.6 0a1.8 1.8 0 1 1 3.6 0zM6 7.2l4 3.1M18 7.2l-4 3.1M6 16.8l4-3.1M18 16.8l-4-3.1',
    },
  ],
  finding: [{ d: 'M6 21V4h11.5l-2.5 4 2.5 4H6' }],
  compare: [{ d: 'M7 4v13a3 3 0 0 0 3 3h3M11 17l2.5 3-2.5 2.5M17 20V7a3 3 0 0 0-3-3h-3M13 7L10.5 4 13 1.5' }],
  scan: [{ d: 'M12 12L18 6M19.5 8.5A8.5 8.5 0 1 1 15 4M16 12a4 4 0 1 1-3-3.9' }],
  search: [{ d: 'M16.5 10.5a6 6 0 1 1 -12 0a6 6 0 1 1 12 0zM15 15l5 5' }],
  hide: [{ d: 'M3 12c2.2-4 5.2-6 9-6s6.8 2 9 6c-2.2 4-5.2 6-9 6s-6.8-2-9-6zM4.5 19.5l15-15' }],
  table: [
    {
      d: 'M5.5 4.5h13a2 2 0 0 1 2 2v11a2 2 0 0 1 -2 2h-13a2 2 0 0 1 -2 -2v-11a2 2 0 0 1 2 -2zM3.5 9.5h17M3.5 14.5h17M9.5 9.5v10',
    },
  ],
  export: [{ d: 'M12 15V3.5M7.8 7.5L12 3.5l4.2 4M4.5 14v4.5a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V14' }],
  close: [{ d: 'M6 6l12 12M18 6L6 18' }],
  chevron: [{ d: 'M9 5.5l6.5 6.5L9 18.5' }],
  down: [{ d: 'M5.5 9l6.5 6.5L18.5 9' }],
  clock: [{ d: 'M20.5 12a8.5 8.5 0 1 1 -17 0a8.5 8.5 0 1 1 17 0zM12 7v5.3l3.3 2' }],
  person: [
    {
      d: 'M16 7.8a4 4 0 1 1 -8 0a4 4 0 1 1 8 0zM4.5 20.5c.5-4.3 3.4-6.7 7.5-6.7s7 2.4 7.5 6.7',
    },
  ],
  moon: [{ d: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z' }],
  leave: [{ d: 'M14 4.5H6.5a2 2 0 0 0 -2 2v11a2 2 0 0 0 2 2H14M10.5 12h10M16.8 8.2l3.7 3.8-3.7 3.8' }],
  expand: [{ d: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5' }],
  pen: [{ d: 'M4 20l1.2-4.8L16 4.4l3.6 3.6L8.8 18.8zM13.5 7l3.5 3.5' }],
} as const satisfies Readonly<Record<string, readonly GlyphStroke[]>>;

export type GlyphName = keyof typeof GLYPHS;

/** The strokes of a glyph; an unknown name draws the sign for what was not scanned, never nothing. Never throws. */
export function glyph(name: string): readonly GlyphStroke[] {
  return Object.hasOwn(GLYPHS, name) ? GLYPHS[name as GlyphName] : GLYPHS.unscanned;
}
