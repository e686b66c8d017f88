// The rows of all roles, made once for each analysis: who can put a hat on is counted for each hat of a pipeline.
import 'server-only';
import type { Analysis } from '@/lib/analysis/analysis';
import { hatShelf } from '@/lib/scene/role-page-shelf';
import { type RoleRows, roleRows } from '@/lib/scene/role-rows';

/** The rows, by account and name. Never throws. */
export function roleRowsOf(analysis: Analysis): RoleRows {
  const rows = kept.get(analysis) ?? roleRows(analysis, hatShelf());
  kept.set(analysis, rows);
  return rows;
}

const kept = new WeakMap<Analysis, RoleRows>();
