'use client';
// Asks the server for what fits, a moment after the last letter; what was found before stays until then.
import { useEffect, useState } from 'react';
import type { PaletteGroup } from '@/lib/scene/palette';

/** Shorter than a pause in typing, longer than a fast typist's letters lie apart. */
const PAUSE_MS = 90;

export interface Found {
  /** What these groups were asked with; null before the first answer. */
  readonly typed: string | null;
  readonly groups: readonly PaletteGroup[];
  readonly problem: string | null;
}

const NOTHING_YET: Found = { typed: null, groups: [], problem: null };

/** What the snapshot in view holds for the letters; an answer to older letters never overtakes a newer one. */
export function useSearch(typed: string, snapshot: string | null): Found {
  const [found, setFound] = useState(NOTHING_YET);
  useEffect(() => {
    const control = new AbortController();
    const query = new URLSearchParams({ q: typed, ...(snapshot === null ? {} : { snapshot }) });
    const timer = setTimeout(
      async () => {
        const answer = await search(query, control.signal);
        if (!control.signal.aborted) setFound({ typed, ...answer });
      },
      typed === '' ? 0 : PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [typed, snapshot]);
  return found;
}

async function search(query: URLSearchParams, signal: AbortSignal): Promise<Omit<Found, 'typed'>> {
  try {
    const response = await fetch(`/api/search?${query}`, { signal });
    const body: { readonly groups?: readonly PaletteGroup[]; readonly detail?: string } =
      await response.json();
    return response.ok
      ? { groups: body.groups ?? [], problem: null }
      : { groups: [], problem: body.detail ?? `the server answered ${response.status}` };
  } catch {
    return { groups: [], problem: 'the server does not answer: see that it still runs' };
  }
}
