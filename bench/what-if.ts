// How long a pipeline takes to be judged anew after an edit of one policy, the server warm: on its slice, as a page has it, and on a
// whole snapshot.
// Run: node bench/compiled.mjs what-if
import { readFileSync } from 'node:fs';
import type { Analysis } from '@/lib/analysis/analysis';
import { analyze, analyzeEdited, analyzeNoting, analyzePipeline } from '@/lib/analysis/analyze';
import type { Slice } from '@/lib/analysis/slice';
import { slicesOf } from '@/lib/analysis/slices';
import { withEditMade } from '@/lib/analysis/what-if';
import { actionTrail } from '@/lib/scene/action-trail';
import { whatIfTrail } from '@/lib/scene/what-if-trail';
import { parseSnapshot } from '@/lib/snapshot/parse-snapshot';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { organization } from './organization';

const ROUNDS = 20;

function cut(snapshot: Snapshot, { facts, accounts }: Slice): Snapshot {
  return {
    ...snapshot,
    facts: snapshot.facts.filter((fact) => facts.has(fact)),
    gaps: snapshot.gaps.filter((gap) => accounts.includes(gap.account)),
  };
}

/** Edits the trust policy of the pipeline's own role, another text each time, and has the page's words made anew. */
function measure(name: string, analysis: Analysis, arn: string): void {
  const role = analysis.inventory.pipelines.get(arn)?.roleArn ?? '';
  const trust = analysis.inventory.roles.get(role)?.trust;
  const key = `${analysis.pipelines.find((one) => one.arn === arn)?.paths.at(-1)?.path.stage}`;
  const action = analysis.pipelines.find((one) => one.arn === arn)?.paths.at(-1)?.path.action;
  const times: number[] = [];
  for (let round = 0; round < ROUNDS + 5; round += 1) {
    const document = { Version: '2012-10-17', Id: String(round), Statement: [trust ?? {}] };
    const start = performance.now();
    const whatIf = withEditMade(analysis, null, { place: { kind: 'trust', role }, document });
    const edited = whatIf === null ? null : analyzeEdited(analysis, arn, whatIf.edits);
    if (whatIf === null || edited === null) throw new Error('nothing was edited');
    whatIfTrail(analysis, edited, arn, whatIf);
    actionTrail(edited, arn, `${key}/${action}`);
    if (round >= 5) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1).padStart(7);
  const paths = analysis.pipelines.find((one) => one.arn === arn)?.paths.length ?? 0;
  console.log(
    `${name.padEnd(52)} ${String(paths).padStart(4)} actions  median ${at(0.5)} ms  p95 ${at(0.95)} ms`,
  );
}

const example = parseSnapshot(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));
if (example.kind !== 'snapshot') throw new Error('the example cannot be read');
const whole = analyze(example.snapshot);
for (const { arn } of whole.pipelines.slice(0, 2)) measure('the example, whole', whole, arn);

for (const actionsPerPipeline of [20, 200]) {
  const size = { accounts: 100, rolesPerAccount: 20, pipelines: 200, actionsPerPipeline, regions: 3 };
  const snapshot = organization(size);
  const { analysis, lookedUp } = analyzeNoting(snapshot);
  const [slice] = slicesOf(snapshot, analysis, lookedUp);
  if (slice === undefined) throw new Error('no slice');
  const alone = analyzePipeline(cut(snapshot, slice), {}, slice.pipeline, slice.findings);
  if (alone === null) throw new Error('no pipeline');
  measure('100 accounts, 200 pipelines, its slice as a page has it', alone, slice.pipeline);
  measure('100 accounts, 200 pipelines, the whole snapshot', analysis, slice.pipeline);
}
