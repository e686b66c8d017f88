// Of every failure that we know the fix mends exactly what is broken, and makes nothing worse.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '@/lib/analysis/analysis';
import { analyze, analyzeEdited } from '@/lib/analysis/analyze';
import { DETECTED } from '@/lib/analysis/failure-modes/register.fixture';
import type { VerdictKind } from '@/lib/iam/decision';
import { parseSnapshot } from '@/lib/snapshot/parse-snapshot';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import type { JudgedNeed, JudgedPath } from '@/lib/verdict/judgement';
import { deniedNeeds } from './fix-hops';

const RANK: Readonly<Record<VerdictKind, number>> = { denied: 0, unknown: 1, depends: 2, allowed: 3 };

/** Every need of the pipeline by what it asks, with its worst verdict. */
function verdictsOf(analysis: Analysis, arn: string): ReadonlyMap<string, JudgedNeed> {
  const needs = new Map<string, JudgedNeed>();
  for (const { paths } of analysis.pipelines.filter((one) => one.arn === arn))
    for (const { path, hops } of paths)
      for (const { hop, needs: judged } of hops)
        for (const [index, one] of judged.entries())
          needs.set(`${path.stage}/${path.action} ${hop.id} ${index}`, one);
  return needs;
}

function example(): Snapshot {
  const parsed = parseSnapshot(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));
  if (parsed.kind !== 'snapshot') throw new Error('the example cannot be read');
  return parsed.snapshot;
}

const SNAPSHOTS: readonly (readonly [string, Snapshot])[] = [
  ...DETECTED.filter(({ as }) => as.kind === 'need').map(({ id, fires }) => [id, fires] as const),
  ['the example organisation', example()],
];

describe.each(SNAPSHOTS)('the fixes of %s', (_, snapshot) => {
  const analysis = analyze(snapshot);
  const broken = analysis.pipelines.flatMap(({ arn, paths }) =>
    paths.filter((path) => path.state === 'broken').map((path) => ({ arn, path })),
  );

  it('turn what they are for into allowed, and make nothing worse', () => {
    for (const { arn, path } of broken) expectMended(analysis, arn, path);
  });

  it('add no statement where somebody forbids', () => {
    for (const { path } of broken)
      for (const fix of analysis.fixesFor(path.hops))
        expect(fix.change === null || fix.statements !== null).toBe(true);
  });
});

function expectMended(analysis: Analysis, arn: string, path: JudgedPath): void {
  const fixes = analysis.fixesFor(path.hops);
  const edits = fixes.flatMap(({ change }) =>
    change === null ? [] : { place: change.place, document: change.after },
  );
  const after = analyzeEdited(analysis, arn, edits);
  if (after === null) throw new Error('the pipeline is gone');
  const before = verdictsOf(analysis, arn);
  const now = verdictsOf(after, arn);
  expect([...now.keys()]).toEqual([...before.keys()]);
  for (const [name, need] of before) {
    const then = now.get(name);
    expect(
      RANK[then?.verdict ?? 'denied'],
      `${name}: ${need.verdict}, then ${then?.verdict}`,
    ).toBeGreaterThanOrEqual(RANK[need.verdict]);
  }
  const isWhole = fixes.every(({ change }) => change !== null);
  if (!isWhole) return;
  const denied = new Set(path.hops.filter((hop) => hop.state === 'broken').flatMap(deniedNeeds));
  for (const [name, need] of before)
    if (denied.has(need)) expect(now.get(name)?.verdict, `${name} ${need.need.action}`).toBe('allowed');
}
