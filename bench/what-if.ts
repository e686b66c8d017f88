// How long a pipeline takes to be judged anew after an edit of one policy, the server warm: on its slice, as a page has it of the
// store, and cut out of a snapshot that was judged whole, as a page has it of a file.
// Run: node bench/compiled.mjs what-if
import { readFileSync } from 'node:fs';
import type { Analysis } from '@/lib/analysis/analysis';
import { analyze, analyzeEdited, analyzeNoting, analyzePipeline } from '@/lib/analysis/analyze';
import { pipelinesAlone } from '@/lib/analysis/pipeline-alone';
import { cutTo } from '@/lib/analysis/slice';
import { slicesOf } from '@/lib/analysis/slices';
import { withEditMade } from '@/lib/analysis/what-if';
import { actionTrail } from '@/lib/scene/action-trail';
import { whatIfTrail } from '@/lib/scene/what-if-trail';
import { parseSnapshot } from '@/lib/snapshot/parse-snapshot';
import { organization } from './organization';

const WARM_UP = 20;
const ROUNDS = 100;

function alone(analysis: Analysis | null): Analysis {
  if (analysis === null) throw new Error('no pipeline');
  return analysis;
}

/** Edits the trust policy of the pipeline's own role, another text each time, and has the page's words made anew. */
function measure(name: string, analysis: Analysis, arn: string): void {
  const role = analysis.inventory.pipelines.get(arn)?.roleArn ?? '';
  const trust = analysis.inventory.roles.get(role)?.trust;
  const key = `${analysis.pipelines.find((one) => one.arn === arn)?.paths.at(-1)?.path.stage}`;
  const action = analysis.pipelines.find((one) => one.arn === arn)?.paths.at(-1)?.path.action;
  const [times, processor]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    const document = { Version: '2012-10-17', Id: String(round), Statement: [trust ?? {}] };
    const [start, used] = [performance.now(), process.cpuUsage().user];
    const whatIf = withEditMade(analysis, null, { place: { kind: 'trust', role }, document });
    const edited = whatIf === null ? null : analyzeEdited(analysis, arn, whatIf.edits);
    if (whatIf === null || edited === null) throw new Error('nothing was edited');
    whatIfTrail(analysis, edited, arn, whatIf);
    actionTrail(edited, arn, `${key}/${action}`);
    if (round < WARM_UP) continue;
    times.push(performance.now() - start);
    processor.push((process.cpuUsage().user - used) / 1000);
  }
  const paths = analysis.pipelines.find((one) => one.arn === arn)?.paths.length ?? 0;
  console.log(
    `${name.padEnd(46)} ${String(paths).padStart(4)} actions  wall ${spread(times)}  of processor ${spread(processor)}`,
  );
}

/** Median and p95. */
function spread(times: number[]): string {
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1).padStart(6);
  return `${at(0.5)} ${at(0.95)} ms`;
}

const example = parseSnapshot(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));
if (example.kind !== 'snapshot') throw new Error('the example cannot be read');
const whole = analyze(example.snapshot);
const ofExample = pipelinesAlone(example.snapshot, whole);
for (const { arn } of whole.pipelines) measure('the example', alone(ofExample(arn)), arn);

for (const actionsPerPipeline of [20, 200]) {
  const size = { accounts: 100, rolesPerAccount: 20, pipelines: 200, actionsPerPipeline, regions: 3 };
  const snapshot = organization(size);
  const { analysis, lookedUp } = analyzeNoting(snapshot);
  const [slice] = slicesOf(snapshot, analysis, lookedUp);
  if (slice === undefined) throw new Error('no slice');
  const { pipeline, findings } = slice;
  const kept = analyzePipeline(cutTo(snapshot, slice), {}, pipeline, findings);
  measure('100 accounts, 200 pipelines, from the store', alone(kept), pipeline);
  const start = performance.now();
  const ofFile = pipelinesAlone(snapshot, analysis);
  const indexed = performance.now();
  const cut = ofFile(pipeline);
  const [index, first] = [indexed - start, performance.now() - indexed].map((ms) => ms.toFixed(0));
  console.log(`  once for a file, before any edit: ${index} ms, and ${first} ms for its pipeline`);
  measure('100 accounts, 200 pipelines, from a file', alone(cut), pipeline);
}
