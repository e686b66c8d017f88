// How an exported drawing shall look, and the address of the file that looks so.
import { PAGES, type PageName } from '@/lib/export/exporter';
import type { Scope } from '@/lib/scene/scoped-scene';
import type { PenName, ThemeName } from '@/lib/scene/theme';

/** `tiled`: as many pages of that size as it takes. */
export type PageChoice = PageName | `${Exclude<PageName, 'fit'>} tiled`;
export type ScaleChoice = 'auto' | '1' | '3' | '4';

export interface Look {
  readonly scope: Scope;
  readonly theme: ThemeName;
  /** Null: as the drawing on the page is. */
  readonly pen: PenName | null;
  readonly page: PageChoice;
  readonly scale: ScaleChoice;
  readonly redact: boolean;
}

export const AS_DRAWN: Look = {
  scope: 'whole',
  theme: 'light',
  pen: null,
  page: 'fit',
  scale: 'auto',
  redact: false,
};

const nameOf = (page: PageName): string =>
  page === 'fit' ? 'As large as the drawing' : page === 'letter' ? 'Letter' : page.toUpperCase();

export const PAGE_WORDS: readonly (readonly [PageChoice, string])[] = PAGES.flatMap(
  (page): readonly (readonly [PageChoice, string])[] =>
    page === 'fit' || page === 'a0' || page === 'a1' || page === 'a2'
      ? [[page, nameOf(page)]]
      : [
          [page, nameOf(page)],
          [`${page} tiled`, `${nameOf(page)}, over many`],
        ],
);

export const SCALE_WORDS: readonly (readonly [ScaleChoice, string])[] = [
  ['auto', 'Twice the screen'],
  ['1', 'As on screen'],
  ['3', 'Three times'],
  ['4', 'Four times'],
];

/** The address of a file. What is as it would be anyway is left out. Never throws. */
export function exportHref(
  snapshot: string,
  format: string,
  what: Readonly<Record<string, string>>,
  { scope, theme, pen, page, scale, redact }: Look,
): string {
  const [size = 'fit', tiled] = page.split(' ');
  const query = new URLSearchParams({
    ...what,
    ...(scope === 'path' && what.action !== undefined ? { scope } : {}),
    theme,
    ...(pen === null ? {} : { pen }),
    ...(format === 'pdf' && size !== 'fit' ? { page: size } : {}),
    ...(format === 'pdf' && tiled !== undefined ? { tile: '1' } : {}),
    ...(format === 'png' && scale !== 'auto' ? { scale } : {}),
    ...(redact ? { redact: '1' } : {}),
  });
  return `/api/snapshots/${encodeURIComponent(snapshot)}/exports/${format}?${query}`;
}

/** The addresses of the security review: of the pipeline that is drawn, of all of them where the map is; none of a comparison, of a
 *  blast radius or of what would be. Never throws. */
export function reviewFiles(
  snapshot: string,
  { map, pipeline, before, whatif, from, to }: Readonly<Record<string, string>>,
  { redact }: Pick<Look, 'redact'>,
): readonly { readonly label: string; readonly href: string }[] {
  const isOther = [before, whatif, from, to].some((one) => one !== undefined);
  if (isOther || (map === undefined && pipeline === undefined)) return [];
  return (['html', 'pdf'] as const).map((format) => {
    const query = new URLSearchParams({
      ...(pipeline === undefined ? {} : { pipeline }),
      format,
      ...(redact ? { redact: '1' } : {}),
    });
    return {
      label: `Security review, ${format.toUpperCase()}`,
      href: `/api/snapshots/${encodeURIComponent(snapshot)}/review?${query}`,
    };
  });
}
