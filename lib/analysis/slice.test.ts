// One pipeline judged on its slice is judged as on the whole snapshot: answers, evidence, findings, pictures.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { actionLines } from '@/lib/scene/action-lines';
import { actionTrail } from '@/lib/scene/action-trail';
import { buildScene } from '@/lib/scene/build-scene';
import { mapOfAccounts } from '@/lib/scene/map-of-accounts';
import { pipelineRows } from '@/lib/scene/pipeline-rows';
import { buildStack } from '@/lib/scene/stack/build-stack';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { APPS, snapshotOfApp } from '@/lib/template/cdk/apps.fixture';
import type { JudgedPipeline } from '@/lib/verdict/judgement';
import { organization } from '../../bench/organization';
import type { Analysis } from './analysis';
import { analyzeNoting, analyzePipeline } from './analyze';
import { DETECTED } from './failure-modes/register.fixture';
import { cutTo } from './slice';
import { slicesOf, summaryOf } from './slices';

/** What is shown of a pipeline. */
function pictures(analysis: Analysis, arn: string) {
  const actions = actionLines(analysis, arn);
  const keys = actions.map(({ key }) => key).slice(0, 4);
  return {
    row: pipelineRows(analysis).find((one) => one.arn === arn),
    actions,
    trails: keys.map((key) => actionTrail(analysis, arn, key)),
    scene: buildScene(analysis, arn, { selected: null }),
    stacks: keys.map((key) => buildStack(analysis, arn, key)),
    accounts: mapOfAccounts(analysis, { all: true, pipeline: arn }),
  };
}

function expectSame(snapshot: Snapshot, drawn = 2): void {
  const { analysis, lookedUp } = analyzeNoting(snapshot);
  let count = 0;
  for (const slice of slicesOf(snapshot, analysis, lookedUp)) {
    const { pipeline, findings } = slice;
    const alone = analyzePipeline(cutTo(snapshot, slice), {}, pipeline, findings);
    const judged = alone?.pipelines[0];
    const whole = analysis.pipelines.find((one) => one.arn === pipeline);
    if (alone === null || judged === undefined || whole === undefined)
      throw new Error(`${pipeline} is not in its slice`);
    expect(summaryOf(judged)).toBe(summaryOf(whole));
    expect(plain(judged)).toBe(plain(whole));
    expect(fixesOf(alone, judged)).toEqual(fixesOf(analysis, whole));
    const own = ({ findings }: Analysis) => findings.filter((one) => one.pipelines.includes(pipeline));
    expect(own(alone)).toEqual(own(analysis));
    count += 1;
    if (count <= drawn) expect(pictures(alone, pipeline)).toEqual(pictures(analysis, pipeline));
  }
}

/** Everything that was judged, the answers that wait until somebody looks among it. */
const plain = (judged: JudgedPipeline) =>
  JSON.stringify([
    judged,
    judged.paths.map(({ hops }) =>
      hops.map(({ needs }) =>
        needs.map(({ verdict, decision, gaps, notScanned }) => [verdict, decision, gaps, notScanned]),
      ),
    ),
  ]);

const fixesOf = ({ fixesFor }: Analysis, { paths }: JudgedPipeline) =>
  paths.map(({ hops }) => fixesFor(hops));

const PATIENCE_MS = 60_000;

test(
  'of the example',
  () => {
    expectSame(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')), 8);
  },
  PATIENCE_MS,
);

describe.each(DETECTED.map((entry) => [entry.id, entry] as const))('of the failure %s', (_, entry) => {
  test('where it is, where it is not, and where it cannot be told', () => {
    expectSame(entry.fires, 1);
    if (entry.silent !== undefined) expectSame(entry.silent, 0);
    if (!('never' in entry.cannotTell)) expectSame(entry.cannotTell, 0);
  });
});

test.each(APPS.map((app) => [app.name, app] as const))(
  'of what the AWS CDK writes: %s',
  (_, app) => {
    expectSame(snapshotOfApp(app));
  },
  PATIENCE_MS,
);

test.each([
  { accounts: 6, rolesPerAccount: 8, pipelines: 7, actionsPerPipeline: 6, regions: 2 },
  { accounts: 40, rolesPerAccount: 6, pipelines: 90, actionsPerPipeline: 4, regions: 3, roles: 'mixed' },
  { accounts: 12, rolesPerAccount: 30, pipelines: 12, actionsPerPipeline: 9, regions: 2, seed: 3 },
] as const)(
  'of a made-up organisation of $accounts accounts and $pipelines pipelines',
  (size) => {
    expectSame(organization({ organizationalUnits: 3, ...size }));
  },
  PATIENCE_MS,
);

test(
  'a slice does not grow with the organisation',
  () => {
    const size = { rolesPerAccount: 4, actionsPerPipeline: 3, regions: 1 };
    const largest = (accounts: number) => {
      const snapshot = organization({ accounts, pipelines: accounts, ...size });
      const { analysis, lookedUp } = analyzeNoting(snapshot);
      return Math.max(...[...slicesOf(snapshot, analysis, lookedUp)].map(({ facts }) => facts.size));
    };
    expect(largest(160)).toBe(largest(80));
  },
  PATIENCE_MS,
);
