// Test support: the tables of docs/not-detected.md, made from the register.
import { sortedBy } from '@/lib/base/sort';
import type { NotDetected, NotDetectedBecause } from './entry.fixture';

const CHAPTERS: readonly (readonly [NotDetectedBecause, title: string])[] = [
  ['needs a call', 'Needs a call that the scan does not make yet'],
  ['in something that no scan reads', 'Stands in something that no scan reads'],
  ['cannot be known', 'Cannot be known from where we stand'],
  ['no finding yet', 'No finding yet'],
];

/** The line above which the document is written by hand. */
export const MADE_BELOW = '<!-- Made from lib/analysis/failure-modes: change it there. -->';

/** The part below that line. */
export function notDetectedTables(entries: readonly NotDetected[]): string {
  const chapters = CHAPTERS.flatMap(([because, title]) => {
    const own = sortedBy(
      entries.filter((one) => one.because === because),
      (one) => one.what,
    );
    if (own.length === 0) return [];
    const rows = own.map(
      ({ what, reportedAs, why, sources }) =>
        `| ${what} | ${reportedAs} | ${why}${sources.map((url, index) => ` [${index + 1}](${url})`).join('')} |`,
    );
    return [`## ${title}`, '', '| what | reported as | why |', '|---|---|---|', ...rows, ''];
  });
  return [MADE_BELOW, '', ...chapters].join('\n');
}
