// How long two snapshots of one organisation are held against each other, beside what judging one takes, and how it grows.
// Run: node bench/compiled.mjs compare [how many of the sizes]
import { analyze } from '@/lib/analysis/analyze';
import { compare } from '@/lib/compare/compare';
import { comparisonView } from '@/lib/scene/comparison-view';
import type { Fact } from '@/lib/snapshot/fact';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { organization } from './organization';

const SIZES = [10, 100, 1000].map((accounts) => ({
  accounts,
  rolesPerAccount: 20,
  pipelines: accounts * 2,
  actionsPerPipeline: 5,
  regions: 3,
}));

for (const size of SIZES.slice(0, Number(process.argv[2] ?? SIZES.length))) {
  const first = organization(size);
  const start = performance.now();
  const before = analyze(first);
  const judged = performance.now();
  const after = analyze(aDayLater(first));
  const begun = performance.now();
  const same = compare(before, analyze(first));
  const nothing = performance.now() - begun;
  const compared = performance.now();
  const used = process.cpuUsage();
  const { view } = comparisonView(before, after);
  const { user, system } = process.cpuUsage(used);
  const done = performance.now();
  const actions = view.pipelines.reduce((sum, one) => sum + one.actions.length, 0);
  const found = view.pipelines
    .flatMap((one) => one.actions)
    .filter(({ cause }) => cause.shown !== 'possible');
  console.log(
    [
      `${String(size.accounts).padStart(5)} accounts`,
      `${String(size.pipelines).padStart(5)} pipelines`,
      `judging one ${seconds(judged - start)}`,
      `comparing ${seconds(done - compared)}, ${seconds((user + system) / 1000)} of processor`,
      `with itself, judged anew ${seconds(nothing)} (${same.changes.length} differ)`,
      `${view.pipelines.length} pipelines and ${actions} actions differ, ${found.length} with their cause, ${view.changes.length} documents`,
      `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
    ].join('  '),
  );
}

/** One role in a hundred loses its inline policies, and one key policy in five forgets whom it let in. */
function aDayLater(snapshot: Snapshot): Snapshot {
  let roles = 0;
  let keys = 0;
  const facts = snapshot.facts.map((fact): Fact => {
    if (fact.kind === 'iam-role') roles += 1;
    if (fact.kind === 'key-policy') keys += 1;
    if (fact.kind === 'iam-role' && roles % 100 === 0)
      return { ...fact, data: { ...(fact.data as object), RolePolicyList: [] } };
    if (fact.kind === 'key-policy' && keys % 5 === 0) {
      const policy = JSON.parse((fact.data as { Policy: string }).Policy);
      return {
        ...fact,
        data: { Policy: JSON.stringify({ ...policy, Statement: policy.Statement.slice(0, 1) }) },
      };
    }
    return fact;
  });
  return { ...snapshot, id: 'later', facts };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
