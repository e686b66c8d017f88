// What would be: the pipeline judged as if the changes for one of its actions had been made. Nothing is written anywhere.
import 'server-only';
import type { Analysis } from '@/lib/analysis/analysis';
import { analyzeEdited } from '@/lib/analysis/analyze';
import type { Arn } from '@/lib/names/arn';
import { actionKey } from '@/lib/scene/action-trail';

export interface Tried {
  readonly analysis: Analysis;
  /** How many policies are taken as changed. */
  readonly changes: number;
  /** `stage/action`: whose changes they are. */
  readonly action: string;
}

/** The pipeline with the changes that its action needs; null where nothing is to be tried: no such action, or nothing that a
 *  statement could mend. Never throws. */
export function tried(analysis: Analysis, pipeline: Arn, action: string | null): Tried | null {
  if (action === null) return null;
  const ofAnalysis = kept.get(analysis) ?? new Map<string, Tried | null>();
  kept.set(analysis, ofAnalysis);
  const name = `${pipeline} ${action}`;
  const found = ofAnalysis.get(name) ?? tryOut(analysis, pipeline, action);
  ofAnalysis.set(name, found);
  return found;
}

function tryOut(analysis: Analysis, pipeline: Arn, action: string): Tried | null {
  const path = analysis.pipelines
    .find(({ arn }) => arn === pipeline)
    ?.paths.find((one) => actionKey(one) === action);
  const changes =
    path === undefined ? [] : analysis.fixesFor(path.hops).flatMap(({ change }) => change ?? []);
  if (changes.length === 0) return null;
  const edits = changes.map(({ place, after }) => ({ place, document: after }));
  const edited = analyzeEdited(analysis, pipeline, edits);
  return edited === null ? null : { analysis: edited, changes: changes.length, action };
}

/** Lives as long as the analysis that it was made from: every look at the page asks for the same. */
const kept = new WeakMap<Analysis, Map<string, Tried | null>>();
