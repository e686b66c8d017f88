// What lists and overviews show of a whole snapshot, as plain data: made once, kept, and read by page after page.
import type { Analysis } from '@/lib/analysis/analysis';
import { coverageOf } from '@/lib/scene/coverage';
import { findingRows } from '@/lib/scene/findings-page';
import { gapLines } from '@/lib/scene/gap-lines';
import { mapOfAccounts } from '@/lib/scene/map-of-accounts';
import { overviewOf } from '@/lib/scene/overview';
import { paletteThings } from '@/lib/scene/palette';
import { pipelineRows } from '@/lib/scene/pipeline-rows';
import { hatShelf } from '@/lib/scene/role-page-shelf';
import { roleRows } from '@/lib/scene/role-rows';

/** What the bar of every page says. */
export interface Header {
  readonly snapshot: Analysis['snapshot'];
  readonly accountsRead: number;
  readonly findings: number;
}

/** One more view: one line here. It must survive being written as JSON (tested). */
export const VIEWS = {
  header: ({ snapshot, inventory, findings }: Analysis): Header => ({
    snapshot,
    accountsRead: inventory.iamReadIn.size,
    findings: findings.length,
  }),
  pipelines: pipelineRows,
  gaps: gapLines,
  coverage: coverageOf,
  overview: overviewOf,
  map: (analysis: Analysis) => mapOfAccounts(analysis),
  findings: findingRows,
  palette: paletteThings,
  /** The findings that make a pipeline over-broad, by its ARN: asked for only where somebody accepted something. */
  marks: ({ pipelines }: Analysis): { readonly [pipeline: string]: readonly string[] } =>
    Object.fromEntries(pipelines.flatMap(({ arn, marks }) => (marks.length === 0 ? [] : [[arn, marks]]))),
  roles: (analysis: Analysis) => roleRows(analysis, hatShelf()),
} as const;

export type ViewName = keyof typeof VIEWS;
export type View<N extends ViewName> = ReturnType<(typeof VIEWS)[N]>;
export type Views<N extends ViewName> = { readonly [K in N]: View<K> };

/** The views of an analysis; each is made once for it. Never throws. */
export function viewsOf<N extends ViewName>(analysis: Analysis, names: readonly N[]): Views<N> {
  const kept = made.get(analysis) ?? new Map<ViewName, unknown>();
  made.set(analysis, kept);
  const views = names.map((name) => {
    if (!kept.has(name)) kept.set(name, VIEWS[name](analysis));
    return [name, kept.get(name)];
  });
  return Object.fromEntries(views) as Views<N>;
}

const made = new WeakMap<Analysis, Map<ViewName, unknown>>();
