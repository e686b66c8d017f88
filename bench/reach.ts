// Measures the blast radius in organisations of 10, 100 and 1,000 accounts: the first question, and those that follow.
// Run: node bench/compiled.mjs reach [accounts of the largest]
import { cpus } from 'node:os';
import { analyze } from '@/lib/analysis/analyze';
import { comesTo } from '@/lib/reach/chains';
import { insidersOf, reachOf } from '@/lib/reach/reach-of';
import { judgedFor, MOST_ASKED } from '@/lib/scene/reach-view';
import { hatShelf } from '@/lib/scene/role-page-shelf';
import { organization } from './organization';
import { HUB } from './organization-names';

const largest = Number(process.argv[2] ?? 1000);

console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`);
for (const roles of ['plain', 'mixed'] as const) {
  console.log(`${roles} roles, a hundred in each account, a pipeline for each account`);
  for (const accounts of [largest / 100, largest / 10, largest]) measure(accounts, roles);
}

function measure(accounts: number, roles: 'plain' | 'mixed'): void {
  const snapshot = organization({
    accounts,
    rolesPerAccount: 100,
    pipelines: accounts,
    actionsPerPipeline: 5,
    regions: 2,
    organizationalUnits: Math.min(20, accounts),
    roles,
  });
  const judged = judgedFor(analyze(snapshot), hatShelf());
  const pipeline = [...judged.inventory.pipelines.values()][0];
  const hub = pipeline?.roleArn ?? '';
  const deploy = judged.pipelines[0]?.paths
    .map(({ path }) => path.role)
    .find((role) => role !== null && role !== hub);
  const account = [...judged.inventory.accounts.keys()].find((id) => id !== HUB) ?? HUB;
  tell(accounts, 'from a pipeline role, first', () => reachOf(judged, [hub]).worn.length);
  tell(accounts, 'from a pipeline role, again', () => reachOf(judged, [hub]).worn.length);
  tell(accounts, 'to an action role', () => comesTo(judged, [deploy ?? hub]).length);
  tell(
    accounts,
    'from a whole account',
    () => reachOf(judged, insidersOf(judged, account), MOST_ASKED).worn.length,
  );
}

function tell(accounts: number, what: string, run: () => number): void {
  const start = performance.now();
  const found = run();
  console.log(
    `${String(accounts).padStart(5)} accounts  ${what.padEnd(28)} ${Math.round(performance.now() - start)
      .toString()
      .padStart(
        7,
      )} ms  ${String(found).padStart(7)} found  ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
  );
}
