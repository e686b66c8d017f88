// Whether the snapshot that a page is asked for is known at all: layouts ask, since they alone can still answer 404.
import 'server-only';
import { headers } from 'next/headers';
import { cache } from 'react';
import { noSuchSnapshot, type UnreadableSnapshot } from './open-snapshot';
import { findSnapshot } from './snapshot-refs';

export interface UnknownSnapshot extends UnreadableSnapshot {
  /** The page that was asked for. */
  readonly path: string;
}

/** What is wrong where the address names a snapshot that nobody knows; null where it names none, or a known one, and where the store
 *  is out of reach: then the page says so. Asked once for a request. Never throws. */
export const unknownSnapshot = cache(async (): Promise<UnknownSnapshot | null> => {
  const asked = decodeURIComponent((await headers()).get('x-hatstack-snapshot') ?? '');
  if (asked === '') return null;
  const isKnown = await findSnapshot(asked).then(
    (found) => found !== null,
    () => true,
  );
  return isKnown ? null : { ...noSuchSnapshot(asked), path: (await headers()).get('x-hatstack-path') ?? '/' };
});
