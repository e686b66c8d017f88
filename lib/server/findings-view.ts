// The rows of all findings, made once for each analysis.
import 'server-only';
import type { Analysis } from '@/lib/analysis/analysis';
import { type FindingRow, findingRows } from '@/lib/scene/findings-page';

/** The rows, most severe first. Never throws. */
export function findingRowsOf(analysis: Analysis): readonly FindingRow[] {
  const rows = kept.get(analysis) ?? findingRows(analysis);
  kept.set(analysis, rows);
  return rows;
}

const kept = new WeakMap<Analysis, readonly FindingRow[]>();
