// One pipeline of a snapshot that was judged whole, judged on the facts that it hangs on alone: so that an edit of one policy does
// not have to ask everything else.
import type { Arn } from '@/lib/names/arn';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { judgePipeline } from '@/lib/verdict/judge-pipeline';
import { policyShelf } from '@/lib/verdict/policy-shelf';
import type { Analysis } from './analysis';
import { analyzePipeline, lookedAt } from './analyze';
import { noting } from './noting';
import { cutTo, sliceOf } from './slice';
import { sliceSource, summaryOf } from './slices';

/** The pipeline with this ARN alone, saying what the whole says of it; null where there is none, or where it would say anything else. Never
 *  throws. */
export type PipelinesAlone = (pipeline: Arn) => Analysis | null;

/** Indexes a snapshot and its analysis once, for one pipeline after the other. Never throws. */
export function pipelinesAlone(snapshot: Snapshot, whole: Analysis): PipelinesAlone {
  const source = sliceSource(snapshot, whole);
  const { inventory, shelf, noting: note } = noting(whole.inventory, policyShelf());
  const judged = new Map(whole.pipelines.map((one) => [one.arn, one]));
  return (arn) => {
    const [subject, said] = [whole.inventory.pipelines.get(arn), judged.get(arn)];
    if (subject === undefined || said === undefined) return null;
    const { value, names } = note(() => lookedAt(judgePipeline(inventory, shelf, subject)));
    const slice = sliceOf(source, value, names);
    const alone = analyzePipeline(cutTo(snapshot, slice), whole.settings, arn, slice.findings);
    const [own] = alone?.pipelines ?? [];
    return own !== undefined && summaryOf(own) === summaryOf(said) ? alone : null;
  };
}
