// What the page of a pipeline shows of a what-if: the judgement with its edits, what they come to, and the policy being edited.
import 'server-only';
import type { Analysis } from '@/lib/analysis/analysis';
import {
  type PolicyEditing,
  policyEditing,
  type WhatIfTrail,
  whatIfTrail,
  withChangesFor,
  withFindingMended,
} from '@/lib/scene/what-if-trail';
import { openAlone } from './open-alone';
import type { OpenSnapshot } from './open-snapshot';
import { judgedWith, packWhatIf, recallWhatIf, rememberWhatIf } from './what-ifs';

export interface WhatIfInView {
  /** With the edits; as it is, where there are none or this server does not know them. */
  readonly analysis: Analysis;
  /** Null where nothing is tried, or this server does not know what. */
  readonly trail: WhatIfTrail | null;
  readonly packed: string | null;
  readonly editing: PolicyEditing | null;
  /** The name of the what-if in which the chosen action's changes are made too; null where none could mend it. */
  readonly tryId: string | null;
}

/** Gathers it. @throws SnapshotProblem where the snapshot went away meanwhile */
export async function whatIfInView(
  opened: OpenSnapshot,
  pipeline: string,
  state: { readonly whatif: string | null; readonly edit: string | null; readonly action: string | null },
): Promise<WhatIfInView> {
  const whatIf = recallWhatIf(state.whatif);
  const isTried = whatIf !== null || state.edit !== null;
  const asIs = isTried ? await openAlone(opened, pipeline) : opened.analysis;
  const wouldBe =
    whatIf === null || state.whatif === null ? null : judgedWith(asIs, pipeline, state.whatif, whatIf);
  const analysis = wouldBe ?? asIs;
  const changed =
    state.action === null ? null : withChangesFor(asIs, analysis, whatIf, pipeline, state.action);
  return {
    analysis,
    trail: whatIf === null ? null : whatIfTrail(asIs, analysis, pipeline, whatIf),
    packed: whatIf === null ? null : packWhatIf(whatIf),
    editing: state.edit === null ? null : policyEditing(asIs, whatIf, state.edit),
    tryId: changed === null ? null : rememberWhatIf(changed),
  };
}

/** The name of the what-if in which a finding is mended; null where no statement tells how. Never throws. */
export function findingMended(asIs: Analysis, finding: string): string | null {
  const mended = withFindingMended(asIs, finding);
  return mended === null ? null : rememberWhatIf(mended);
}
