// Snapshot in, judgement out: the one function that everything after a scan hangs on.
import { sortedBy } from '@/lib/base/sort';
import { runRules } from '@/lib/findings/run-rules';
import { fixesForHops } from '@/lib/fixes/fix-hops';
import { buildInventory } from '@/lib/model/build-inventory';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { judgePipeline } from '@/lib/verdict/judge-pipeline';
import { policyShelf } from '@/lib/verdict/policy-shelf';
import { badness } from '@/lib/verdict/state';
import type { Analysis } from './analysis';
import { markOverBroad } from './mark-over-broad';
import type { Settings } from './settings';

/** Judges every pipeline of a snapshot. The same snapshot and settings give the same answers, everywhere and always. Never throws. */
export function analyze(snapshot: Snapshot, settings: Settings = {}): Analysis {
  const inventory = buildInventory(snapshot, settings.tiers);
  const shelf = policyShelf();
  const judged = [...inventory.pipelines.values()].map((pipeline) =>
    judgePipeline(inventory, shelf, pipeline),
  );
  const findings = runRules({ inventory, pipelines: judged, shelf }, settings.findings);
  const nameOf = (arn: string) => inventory.pipelines.get(arn)?.name ?? arn;
  return {
    snapshot: {
      id: snapshot.id,
      takenAt: snapshot.takenAt,
      accounts: snapshot.accounts,
      regions: snapshot.regions,
    },
    inventory,
    pipelines: sortedBy(
      markOverBroad(judged, findings),
      (pipeline) => `${9 - badness(pipeline.state)} ${nameOf(pipeline.arn)} ${pipeline.arn}`,
    ),
    findings,
    fixesFor: (hops) => fixesForHops(inventory, hops),
  };
}
