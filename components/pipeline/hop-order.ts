// Which hops the table shows, and in which order.
import { rank } from '@/components/verdict/states';
import { compareText } from '@/lib/base/sort';
import { finder } from '@/lib/scene/find';
import { plain } from '@/lib/scene/words';
import type { HopRow } from './hop-rows';
import type { HopColumn, PipelineState } from './view-state';

/** The rows that filter, Find and Hide let through, in the order asked for. A name is looked for in every cell. Never throws. */
export function shownHops(
  rows: readonly HopRow[],
  { filter, find, hide, sort, down }: Pick<PipelineState, 'filter' | 'find' | 'hide' | 'sort' | 'down'>,
): readonly HopRow[] {
  const isFound = finder(find);
  const isHidden = finder(hide);
  const shown = rows.filter((row) => {
    // The fields ask verdicts of actions; in the table each hop is asked for itself.
    const one = { kind: 'action', label: cellsOf(row).join(' '), state: row.state, overBroad: row.overBroad };
    return (
      (filter === 'any' || row.state === filter) && (isFound?.(one) ?? true) && !(isHidden?.(one) ?? false)
    );
  });
  const ordered = [...shown].sort(by[sort]);
  return down ? ordered.reverse() : ordered;
}

/** The cells of a row as text, in the order of the columns. Never throws. */
export function cellsOf(row: HopRow): readonly string[] {
  return [
    row.action,
    String(row.number),
    row.state === 'unknown' ? 'cannot tell' : row.state,
    plain(row.sentence),
    row.overBroad ? (row.accepted === true ? 'over-broad, accepted' : 'over-broad') : '',
    row.accounts.join(' and '),
  ];
}

const by: Readonly<Record<HopColumn, (a: HopRow, b: HopRow) => number>> = {
  action: () => 0,
  hop: (a, b) => a.number - b.number,
  state: (a, b) => rank(a.state) - rank(b.state),
  does: (a, b) => compareText(plain(a.sentence), plain(b.sentence)),
  mark: (a, b) => Number(b.overBroad) - Number(a.overBroad),
  decides: (a, b) =>
    b.accounts.length - a.accounts.length || compareText(a.accounts.join(), b.accounts.join()),
};
