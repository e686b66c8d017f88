// Which pipelines are shown, in which order, and what each filter hides.

import { rank } from '@/components/verdict/states';
import { compareText } from '@/lib/base/sort';
import type { PipelineRow } from '@/lib/scene/pipeline-rows';
import { plain } from '@/lib/scene/words';
import type { Column, ListState } from './view-state';

/** The rows that pass every filter, in the order asked for. Never throws. */
export function shownRows(rows: readonly PipelineRow[], list: ListState): PipelineRow[] {
  const sorted = rows.filter((row) => passes(row, list)).sort((a, b) => order(a, b, list.sort));
  return list.reverse ? sorted.reverse() : sorted;
}

/** The filters that are set, and how many rows each of them hides by itself. Never throws. */
export function liftable(
  rows: readonly PipelineRow[],
  list: ListState,
): { filter: 'find' | 'filter' | 'broad'; hides: number }[] {
  const alone = [
    { filter: 'find', isSet: list.find.trim() !== '', only: { find: list.find } },
    { filter: 'filter', isSet: list.filter !== 'any', only: { filter: list.filter } },
    { filter: 'broad', isSet: list.broad, only: { broad: true } },
  ] as const;
  return alone
    .filter(({ isSet }) => isSet)
    .map(({ filter, only }) => {
      const shown = shownRows(rows, { ...list, ...NO_FILTER, ...only }).length;
      return { filter, hides: rows.length - shown };
    });
}

export const NO_FILTER = { find: '', filter: 'any', broad: false } as const;

function passes(row: PipelineRow, list: ListState): boolean {
  const words = list.find.trim().toLowerCase().split(/\s+/);
  const text = searchText(row);
  return (
    (list.filter === 'any' || row.state === list.filter) &&
    (!list.broad || row.overBroad) &&
    words.every((word) => text.includes(word))
  );
}

function searchText(row: PipelineRow): string {
  return [row.name, row.arn, ...row.accounts.map((account) => account.name), ...row.regions, plain(row.why)]
    .join(' ')
    .toLowerCase();
}

/** Compares by one column, then by name, so that every order is the same on every machine. */
function order(a: PipelineRow, b: PipelineRow, column: Column): number {
  return by[column](a, b) || compareText(a.name, b.name) || compareText(a.arn, b.arn);
}

const by: Readonly<Record<Column, (a: PipelineRow, b: PipelineRow) => number>> = {
  name: () => 0,
  state: (a, b) => rank(a.state) - rank(b.state),
  mark: (a, b) => Number(b.overBroad) - Number(a.overBroad),
  why: (a, b) => compareText(plain(a.why), plain(b.why)),
  accounts: (a, b) => b.accounts.length - a.accounts.length,
  regions: (a, b) => b.regions.length - a.regions.length,
  actions: (a, b) => b.actions - a.actions,
  run: (a, b) => compareText(a.run?.status ?? '~', b.run?.status ?? '~'),
  when: (a, b) => compareText(b.run?.at ?? '', a.run?.at ?? ''),
};
