// How long each format takes for a drawing of about a thousand nodes, and how large it is: the best of three, in one process.
// Run: node --import tsx bench/export.ts
import { analyze } from '@/lib/analysis/analyze';
import { redactAnalysis } from '@/lib/analysis/redact/redact-analysis';
import { exporters } from '@/lib/export/formats/index';
import { printScene } from '@/lib/print/print-scene';
import { buildScene } from '@/lib/scene/build-scene';
import { organization } from './organization';

const ROUNDS = 3;
const NODES = 1_000;

/** Enough actions that the drawing, with nothing folded, has the nodes. */
const analysis = analyze(
  organization({ accounts: 40, rolesPerAccount: 10, pipelines: 1, actionsPerPipeline: 780, regions: 3 }),
);
const [pipeline] = analysis.pipelines;
if (pipeline === undefined) throw new Error('no pipeline');
const scene = buildScene(analysis, pipeline.arn, { selected: null, folded: [] });
console.log(
  `${scene.boxes.length} boxes (${NODES} wanted), ${scene.lines.length} lines, ${Math.round(scene.width)} × ${Math.round(scene.height)} px`,
);

for (const exporter of exporters) {
  let [best, cpu] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let size = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const used = process.cpuUsage();
    const start = performance.now();
    const file = await printScene(exporter, scene, {
      theme: 'light',
      ...(exporter.id === 'png' ? { scale: 1 } : {}),
    });
    best = Math.min(best, performance.now() - start);
    const { user, system } = process.cpuUsage(used);
    cpu = Math.min(cpu, (user + system) / 1000);
    size = typeof file === 'string' ? Buffer.byteLength(file) : file.length;
  }
  console.log(
    `${exporter.label.padEnd(14)} ${(best / 1000).toFixed(2).padStart(6)} s  ${(cpu / 1000).toFixed(2).padStart(6)} s of processor  ${Math.round(
      size / 1024,
    )
      .toString()
      .padStart(6)} KB`,
  );
}

const used = process.cpuUsage();
const start = performance.now();
redactAnalysis(analysis, [pipeline.arn]);
const { user, system } = process.cpuUsage(used);
console.log(
  `redaction      ${((performance.now() - start) / 1000).toFixed(2).padStart(6)} s  ${((user + system) / 1e6).toFixed(2).padStart(6)} s of processor`,
);
