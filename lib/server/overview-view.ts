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

/** The map of its accounts; `open` is the group whose accounts are drawn one by one, if there is one of that name. Never throws. */
export function mapView(analysis: Analysis, open: string | null): MapOfAccounts {
  const kept = closed.get(analysis) ?? mapOfAccounts(analysis);
  closed.set(analysis, kept);
  // A name that no group has is not kept: it comes from a URL, and there is no end of them.
  return open === null || kept.goals[open]?.kind !== 'open' ? kept : mapOfAccounts(analysis, { open });
}

const overviews = new WeakMap<Analysis, Overview>();
const closed = new WeakMap<Analysis, MapOfAccounts>();
