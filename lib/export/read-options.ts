// How a file shall look, as URLs and command lines spell it.
import { PENS, THEMES, type ThemeName } from '@/lib/scene/theme';
import { type ExportOptions, PAGES } from './exporter';

/** Each null where it was not said. */
export interface SpelledOptions {
  readonly theme: string | null;
  readonly pen: string | null;
  /** A number of at most 8. */
  readonly scale: string | null;
  readonly page: string | null;
  readonly tile: boolean;
}

/** The options, or one line about the first that there is not. Never throws. */
export function readOptions(spelled: SpelledOptions): ExportOptions | { readonly problem: string } {
  const { theme, scale } = spelled;
  const pen = spelled.pen === null ? 'clean' : PENS.find((one) => one === spelled.pen);
  const page = spelled.page === null ? 'fit' : PAGES.find((one) => one === spelled.page);
  if (theme !== null && !isTheme(theme))
    return { problem: `there is no theme \`${theme}\`: choose ${Object.keys(THEMES).join(' or ')}` };
  if (pen === undefined)
    return { problem: `there is no pen \`${spelled.pen}\`: choose ${PENS.join(' or ')}` };
  if (page === undefined)
    return { problem: `there is no page \`${spelled.page}\`: choose ${PAGES.join(', ')}` };
  const times = scale === null ? null : Number(scale);
  if (times !== null && !(times > 0 && times <= 8))
    return { problem: `a scale is a number above 0 and at most 8, not \`${scale}\`` };
  return {
    theme: theme ?? 'light',
    pen,
    page,
    tile: spelled.tile,
    ...(times === null ? {} : { scale: times }),
  };
}

function isTheme(text: string): text is ThemeName {
  return Object.hasOwn(THEMES, text);
}
