// Judges a snapshot of the store once, and keeps what pages need: the lists, and of each pipeline what it hangs on.
import type { Analysis } from '@/lib/analysis/analysis';
import { analyzeNoting, type LookedUp } from '@/lib/analysis/analyze';
import type { Settings } from '@/lib/analysis/settings';
import { slicesOf, summaryOf } from '@/lib/analysis/slices';
import { pipelineId } from '@/lib/scene/pipeline-rows';
import type { Fact } from '@/lib/snapshot/fact';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { factKey } from '@/lib/store/fact-key';
import type { Piece } from '@/lib/store/judgements';
import type { Store } from '@/lib/store/store';
import { digestOf } from './judgement-key';
import { VIEWS, type ViewName, viewsOf } from './views';

/** What a pipeline hangs on, as it is kept under its `account.region.name`. */
export interface KeptSlice {
  readonly arn: string;
  /** Keys of the store. */
  readonly facts: readonly string[];
  readonly accounts: readonly string[];
  /** Ids. */
  readonly findings: readonly string[];
  /** Digest of the answer in short: whoever judges on these facts and comes to another one has not read enough. */
  readonly summary: string;
}

/** Judges the whole snapshot, which has to be in the store and complete, and keeps the judgement. @throws SnapshotProblem */
export async function keepJudgement(
  store: Store,
  id: string,
  settings: Settings,
  key: string,
): Promise<Analysis> {
  const snapshot = await store.read(id);
  const { analysis, lookedUp } = analyzeNoting(snapshot, settings);
  await store.keepPieces(id, key, piecesOf(snapshot, analysis, lookedUp));
  return analysis;
}

function* piecesOf(snapshot: Snapshot, analysis: Analysis, lookedUp: LookedUp): Generator<Piece> {
  for (const name of Object.keys(VIEWS) as ViewName[]) {
    yield { kind: 'view', name, body: JSON.stringify(viewsOf(analysis, [name])[name]) };
  }
  for (const finding of analysis.findings) {
    yield { kind: 'finding', name: finding.id, body: JSON.stringify(finding) };
  }
  const judged = new Map(analysis.pipelines.map((one) => [one.arn, one]));
  const keys = new Map<Fact, string>();
  const keyOf = (fact: Fact) => {
    const found = keys.get(fact) ?? factKey(fact);
    keys.set(fact, found);
    return found;
  };
  for (const { pipeline: arn, facts, accounts, findings } of slicesOf(snapshot, analysis, lookedUp)) {
    const own = judged.get(arn);
    if (own === undefined) continue;
    const kept: KeptSlice = {
      arn,
      facts: [...new Set([...facts].map(keyOf))].sort(),
      accounts,
      findings: findings.map((finding) => finding.id),
      summary: digestOf(summaryOf(own)),
    };
    yield { kind: 'pipeline', name: pipelineId(arn), body: JSON.stringify(kept) };
  }
}
