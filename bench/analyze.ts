// How long the whole judgement takes, and how it grows: paths per second as pipelines grow by ten.
// Run: node bench/compiled.mjs analyze [how many of the sizes]
import { analyze } from '@/lib/analysis/analyze';
import { organization } from './organization';

const SIZES = [
  { accounts: 10, rolesPerAccount: 20, pipelines: 20, actionsPerPipeline: 20, regions: 3 },
  { accounts: 50, rolesPerAccount: 20, pipelines: 200, actionsPerPipeline: 20, regions: 3 },
  { accounts: 100, rolesPerAccount: 20, pipelines: 2000, actionsPerPipeline: 20, regions: 3 },
];

analyze(organization({ accounts: 5, rolesPerAccount: 5, pipelines: 5, actionsPerPipeline: 5, regions: 2 }));
for (const size of SIZES.slice(0, Number(process.argv[2] ?? SIZES.length))) {
  const snapshot = organization(size);
  const cpu = process.cpuUsage();
  const start = performance.now();
  const analysis = analyze(snapshot);
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  const cpuSeconds = (used.user + used.system) / 1e6;
  const paths = analysis.pipelines.reduce((sum, one) => sum + one.paths.length, 0);
  const broken = analysis.pipelines.filter((one) => one.state === 'broken').length;
  console.log(
    `${String(size.pipelines).padStart(5)} pipelines  ${String(paths).padStart(6)} paths  ${seconds.toFixed(2).padStart(7)} s  ${cpuSeconds.toFixed(2).padStart(7)} s of processor  ${Math.round(paths / seconds)} paths/s  ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB  ${broken} broken, ${analysis.findings.length} findings`,
  );
}
