// Measures who-can-assume on a whole organisation: from compiled policies to every edge, as roles and accounts grow by ten each.
// Run: node --import tsx bench/iam-assume.ts [accounts of the largest]
import { cpus } from 'node:os';
import { allAssumeEdges, indexAssume } from '@/lib/iam/who-can-assume';
import { assumeWorld } from './iam-world';

const largest = Number(process.argv[2] ?? 1000);
const MANY = 100;

console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`);
console.log('accounts grow, a hundred roles in each');
for (const accounts of [largest / 100, largest / 10, largest]) measure(accounts, MANY);
console.log('\nroles grow, in ten accounts');
for (const roles of [10, 100, 1000]) measure(10, roles);

function measure(accounts: number, rolesPerAccount: number): void {
  const world = assumeWorld({
    accounts,
    rolesPerAccount,
    pipelines: 0,
    actionsPerPipeline: 0,
    regions: 1,
    organizationalUnits: Math.min(20, accounts),
    roles: 'mixed',
  });
  const [startMs, startCpu] = [performance.now(), process.cpuUsage()];
  const counts: { [verdict: string]: number } = {};
  for (const { decision } of allAssumeEdges(indexAssume(world)))
    counts[decision.verdict] = (counts[decision.verdict] ?? 0) + 1;
  const seconds = (performance.now() - startMs) / 1000;
  const used = process.cpuUsage(startCpu);
  const edges = Object.values(counts).reduce((sum, count) => sum + count, 0);
  console.log(
    `${String(accounts).padStart(5)} accounts  ${String(accounts * rolesPerAccount).padStart(7)} roles  ${seconds.toFixed(2).padStart(6)} s  ` +
      `${((used.user + used.system) / 1e6).toFixed(2).padStart(6)} s of processor  ${String(edges).padStart(8)} edges  ` +
      `${((used.user + used.system) / edges || 0).toFixed(1).padStart(5)} µs each  ` +
      `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB  ${JSON.stringify(counts)}`,
  );
}
