// The overview and the map of accounts, made once for each analysis.
import 'server-only';
import type { Analysis } from '@/lib/analysis/analysis';
import { type MapOfAccounts, mapOfAccounts } from '@/lib/scene/map-of-accounts';
import { type Overview, overviewOf } from '@/lib/scene/overview';

/** The overview of a snapshot. Never throws. */
export function overviewView(analysis: Analysis): Overview {
  const overview = overviews.get(analysis) ?? overviewOf(analysis);
  overviews.set(analysis, overview);
  return overview;
}

/** The map of its accounts; with `all` none is folded away. Never throws. */
export function mapView(analysis: Analysis, all: boolean): MapOfAccounts {
  const kept = maps.get(analysis) ?? new Map<boolean, MapOfAccounts>();
  maps.set(analysis, kept);
  const map = kept.get(all) ?? mapOfAccounts(analysis, { all });
  kept.set(all, map);
  return map;
}

const overviews = new WeakMap<Analysis, Overview>();
const maps = new WeakMap<Analysis, Map<boolean, MapOfAccounts>>();
