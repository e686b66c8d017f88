// One pipeline of a snapshot, judged on the facts that it hangs on alone: however large the snapshot is.
import 'server-only';
import { type KeptPipeline, keptPipeline, keptViews } from '@/lib/kept/open-kept';
import type { Header } from '@/lib/kept/views';
import { boundedCache } from './bounded-cache';
import { judgementOf } from './kept-judgement';
import {
  type OpenSnapshot,
  opening,
  openSnapshot,
  settingsNow,
  type UnreadableSnapshot,
} from './open-snapshot';
import { logLine } from './server-log';

interface Kept {
  readonly header: Header;
  readonly pipeline: KeptPipeline;
}

/** The snapshot asked for with an analysis in which that pipeline is, and perhaps no other; null where it has no pipeline of this
 *  `account.region.name` or ARN. Never throws for a bad snapshot. */
export function openPipeline(
  asked: string | null,
  id: string,
): Promise<OpenSnapshot | UnreadableSnapshot | null> {
  return opening(asked, async (found) => {
    const judgement = await judgementOf(found, settingsNow());
    const kept =
      judgement === null
        ? null
        : await recent.get(`${judgement.key} ${id}`, async (): Promise<Kept | null> => {
            const views = await keptViews(judgement, ['header']);
            if (views === null) return null;
            return { ...views, pipeline: await keptPipeline(judgement, id, views.header) };
          });
    if (kept?.pipeline.kind === 'no such pipeline') return null;
    if (kept?.pipeline.kind === 'judged') {
      return { kind: 'open', ...found, header: kept.header, analysis: kept.pipeline.analysis };
    }
    if (kept !== null) logLine('error', 'a pipeline is read with its whole snapshot', { pipeline: id });
    return openSnapshot(found.ref);
  });
}

const recent = boundedCache<Kept | null>('pipelines', 24);
