// What lists show of a snapshot: read from the kept judgement, or made of the whole where there is none.
import 'server-only';
import { keptViews } from '@/lib/kept/open-kept';
import { type ViewName, type Views, viewsOf } from '@/lib/kept/views';
import { boundedCache } from './bounded-cache';
import { judgementOf } from './kept-judgement';
import { type InView, opening, settingsNow, type UnreadableSnapshot, wholeOf } from './open-snapshot';

export interface OpenViews<N extends ViewName> extends InView {
  readonly views: Views<N>;
}

/** The views of the snapshot asked for; without a wish of the latest of the store, else of the example. Never throws for a bad
 *  snapshot. */
export function openViews<N extends ViewName>(
  asked: string | null,
  names: readonly N[],
): Promise<OpenViews<N> | UnreadableSnapshot> {
  return opening(asked, async (found) => {
    const settings = settingsNow();
    const all: readonly (N | 'header')[] = ['header', ...names];
    const judgement = await judgementOf(found, settings);
    const kept =
      judgement === null
        ? null
        : await recent.get(`${judgement.key} ${all.join(' ')}`, () => keptViews(judgement, all));
    const views = (kept as Views<N | 'header'> | null) ?? viewsOf(await wholeOf(found, settings), all);
    return { kind: 'open', ...found, header: (views as Views<'header'>).header, views };
  });
}

const recent = boundedCache<unknown>('views', 8);
