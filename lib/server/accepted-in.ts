// What of a snapshot's lists is accepted today: the findings, the roles and the pipelines that somebody answers for.
import 'server-only';
import { type AcceptedIn, acceptedAmong } from '@/lib/scene/accepted-lists';
import { entriesNow, weighedNow } from './accepted';
import { openViews } from './open-views';
import type { SnapshotRef } from './snapshot-refs';

/** Reads findings only where somebody accepted anything. Never throws for a bad snapshot. */
export async function acceptedIn({ ref }: SnapshotRef): Promise<AcceptedIn> {
  const nothing = weighedNow({ findings: [] });
  if (entriesNow().length === 0) return acceptedAmong([], {}, nothing);
  const opened = await openViews(ref, ['findings', 'marks']);
  if (opened.kind === 'unreadable') return acceptedAmong([], {}, nothing);
  const { findings, marks } = opened.views;
  return acceptedAmong(findings, marks, weighedNow({ findings }));
}
