// Snapshot in, judgement out: the one function that everything after a scan hangs on.
import { sortedBy } from '@/lib/base/sort';
import type { Finding } from '@/lib/findings/finding';
import { runRules } from '@/lib/findings/run-rules';
import { fixesForHops } from '@/lib/fixes/fix-hops';
import { buildInventory } from '@/lib/model/build-inventory';
import type { Inventory } from '@/lib/model/inventory';
import { type PolicyEdit, withEdits } from '@/lib/model/overlay';
import type { Arn } from '@/lib/names/arn';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { judgePipeline } from '@/lib/verdict/judge-pipeline';
import type { JudgedPipeline } from '@/lib/verdict/judgement';
import { policyShelf, policyShelfOver } from '@/lib/verdict/policy-shelf';
import { badness } from '@/lib/verdict/state';
import type { Analysis } from './analysis';
import { compiledFor } from './compiled-for';
import { foundAfter } from './found-after';
import { markOverBroad } from './mark-over-broad';
import { noting } from './noting';
import type { Settings } from './settings';

/** Judges every pipeline of a snapshot, with the edits where there are any. The same snapshot, settings and edits give the same
 *  answers, everywhere and always. Never throws. */
export function analyze(
  snapshot: Snapshot,
  settings: Settings = {},
  edits: readonly PolicyEdit[] = [],
): Analysis {
  const asIs = buildInventory(snapshot, settings.tiers);
  const inventory = edits.length === 0 ? asIs : withoutRuns(withEdits(asIs, edits));
  const shelf = policyShelf();
  const judged = [...inventory.pipelines.values()].map((pipeline) =>
    judgePipeline(inventory, shelf, pipeline),
  );
  const findings = runRules({ inventory, pipelines: judged, shelf }, settings.findings);
  return analysisOf(snapshot, settings, inventory, judged, findings);
}

/** What was looked up while each pipeline was judged, by its ARN: names of things and accounts. */
export type LookedUp = ReadonlyMap<Arn, ReadonlySet<string>>;

/** The same, and what each pipeline was judged on. Never throws. */
export function analyzeNoting(
  snapshot: Snapshot,
  settings: Settings = {},
): { readonly analysis: Analysis; readonly lookedUp: LookedUp } {
  const inventory = buildInventory(snapshot, settings.tiers);
  const notes = noting(inventory, policyShelf());
  const lookedUp = new Map<Arn, ReadonlySet<string>>();
  const judged = [...inventory.pipelines.values()].map((pipeline) => {
    const { value, names } = notes.noting(() =>
      lookedAt(judgePipeline(notes.inventory, notes.shelf, pipeline)),
    );
    lookedUp.set(pipeline.arn, names);
    return value;
  });
  const findings = runRules({ inventory, pipelines: judged, shelf: notes.shelf }, settings.findings);
  return { analysis: analysisOf(snapshot, settings, inventory, judged, findings), lookedUp };
}

/** With every answer worked out, those too that wait until somebody looks: what they look up counts. Never throws. */
export function lookedAt(judged: JudgedPipeline): JudgedPipeline {
  for (const { hops } of judged.paths)
    for (const { needs } of hops) for (const need of needs) void need.verdict;
  return judged;
}

/** Judges one pipeline of a snapshot, or of a slice of one, with the findings of the whole: rules compare pipelines with each other,
 *  so they are not run. Null where there is no such pipeline. Never throws. */
export function analyzePipeline(
  snapshot: Snapshot,
  settings: Settings,
  arn: Arn,
  findings: readonly Finding[],
): Analysis | null {
  const inventory = buildInventory(snapshot, settings.tiers);
  const pipeline = inventory.pipelines.get(arn);
  if (pipeline === undefined) return null;
  const judged = [judgePipeline(inventory, policyShelf(), pipeline)];
  return analysisOf(snapshot, settings, inventory, judged, findings);
}

/** The pipeline as it would be judged with these policies, before anybody changes them. Of the findings that mark those are left out that the
 *  edits silence, and those added that they cause, as far as this one pipeline tells: rules that compare pipelines keep what they
 *  said. Null where there is no such pipeline. Never throws. */
export function analyzeEdited(analysis: Analysis, arn: Arn, edits: readonly PolicyEdit[]): Analysis | null {
  const asIs = analysis.inventory.pipelines.get(arn);
  if (asIs === undefined) return null;
  const inventory = withoutRuns(withEdits(analysis.inventory, edits));
  const shelf = policyShelfOver(compiledFor(analysis));
  const judged = judgePipeline(inventory, shelf, { ...asIs, runs: {} });
  const findings = foundAfter(analysis, { inventory, pipelines: [judged], shelf }, arn);
  return { ...analysisOf(analysis.snapshot, analysis.settings, inventory, [judged], findings), edited: true };
}

/** What AWS said of runs under other policies says nothing of what would be. */
function withoutRuns(inventory: Inventory): Inventory {
  const pipelines = new Map([...inventory.pipelines].map(([arn, one]) => [arn, { ...one, runs: {} }]));
  return { ...inventory, pipelines };
}

function analysisOf(
  { id, takenAt, accounts, regions }: Analysis['snapshot'],
  settings: Settings,
  inventory: Inventory,
  judged: readonly JudgedPipeline[],
  findings: readonly Finding[],
): Analysis {
  const nameOf = (arn: string) => inventory.pipelines.get(arn)?.name ?? arn;
  return {
    snapshot: { id, takenAt, accounts, regions },
    inventory,
    settings,
    pipelines: sortedBy(
      markOverBroad(judged, findings),
      (pipeline) => `${9 - badness(pipeline.state)} ${nameOf(pipeline.arn)} ${pipeline.arn}`,
    ),
    findings,
    fixesFor: (hops) => fixesForHops(inventory, hops),
  };
}
