// The pipeline that edits are tried on, on the facts that it hangs on alone, wherever its snapshot came from.
import 'server-only';
import type { Analysis } from '@/lib/analysis/analysis';
import { type PipelinesAlone, pipelinesAlone } from '@/lib/analysis/pipeline-alone';
import { boundedCache } from './bounded-cache';
import { factsOf, keyOf, type OpenSnapshot } from './open-snapshot';
import { logLine } from './server-log';

/** Of a snapshot that was judged whole, a file or the example, what is judged is cut down to this pipeline, once; of one that was judged
 *  in slices it is the same as it was. Where that cannot be done the whole is tried on, which takes longer and says the same.
 *  @throws SnapshotProblem where the snapshot went away meanwhile */
export async function openAlone(opened: OpenSnapshot, pipeline: string): Promise<Analysis> {
  const { analysis } = opened;
  if (opened.file === null && analysis.pipelines.length === 1) return analysis;
  const key = await keyOf(opened, analysis.settings);
  return alone.get(`${key} ${pipeline}`, async () => {
    const of = await grounds.get(key, async () => pipelinesAlone(await factsOf(opened), analysis));
    const own = of(pipeline);
    if (own === null) logLine('error', 'edits are tried on the whole snapshot', { pipeline });
    return own ?? analysis;
  });
}

/** Each holds the facts of a whole snapshot. */
const grounds = boundedCache<PipelinesAlone>('grounds of edits', 1);
const alone = boundedCache<Analysis>('pipelines alone', 24);
