// The map of accounts with one of its groups open: drawn from the whole, since a group may be any.
import 'server-only';
import type { Analysis } from '@/lib/analysis/analysis';
import { viewsOf } from '@/lib/kept/views';
import { type MapOfAccounts, mapOfAccounts } from '@/lib/scene/map-of-accounts';

/** Whether the map has a group of that name: names come from URLs. Never throws. */
export function hasGroup(map: MapOfAccounts, group: string | null): group is string {
  return group !== null && map.goals[group]?.kind === 'open';
}

/** The map; `group` is the one whose accounts are drawn one by one, if there is one of that name. Never throws. */
export function mapView(analysis: Analysis, group: string | null): MapOfAccounts {
  const { map } = viewsOf(analysis, ['map']);
  return hasGroup(map, group) ? mapOfAccounts(analysis, { open: group }) : map;
}
