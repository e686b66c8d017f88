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

export const NO_FILTER: Pick<ListState, 'find' | 'filter' | 'broad'> = {
  find: '',
  filter: 'any',
  broad: false,
};

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
