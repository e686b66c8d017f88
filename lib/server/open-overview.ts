// What the overview shows: from the kept judgement, but for a map with an open group, which is drawn from the whole.
import 'server-only';
import { type AcceptedIn, withAcceptedHats } from '@/lib/scene/accepted-lists';
import { acceptedScene } from '@/lib/scene/accepted-look';
import type { MapOfAccounts } from '@/lib/scene/map-of-accounts';
import { acceptedIn } from './accepted-in';
import { hasGroup, mapView } from './map-view';
import { openSnapshot, type UnreadableSnapshot } from './open-snapshot';
import { type OpenViews, openViews } from './open-views';

export interface OpenOverview extends OpenViews<'gaps' | 'coverage' | 'overview'> {
  readonly map: MapOfAccounts;
}

/** The overview of the snapshot asked for. Never throws for a bad snapshot. */
export async function openOverview(
  asked: string | null,
  group: string | null,
): Promise<OpenOverview | UnreadableSnapshot> {
  const opened = await openViews(asked, ['gaps', 'coverage', 'overview', 'map']);
  if (opened.kind === 'unreadable') return opened;
  const accepted = await acceptedIn(opened);
  const views = { ...opened.views, overview: withAcceptedHats(opened.views.overview, accepted) };
  const { map } = views;
  if (!hasGroup(map, group)) return { ...opened, views, map: asAccepted(map, accepted) };
  const whole = await openSnapshot(opened.ref);
  return whole.kind === 'unreadable'
    ? whole
    : { ...opened, views, map: asAccepted(mapView(whole.analysis, group), accepted) };
}

function asAccepted(map: MapOfAccounts, { weighed }: AcceptedIn): MapOfAccounts {
  return { ...map, scene: acceptedScene(map.scene, weighed) };
}
