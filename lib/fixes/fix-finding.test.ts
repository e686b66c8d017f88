// Of every finding whose statements can be narrowed: the change silences it, and no execution loses anything.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '@/lib/analysis/analysis';
import { analyze } from '@/lib/analysis/analyze';
import { DETECTED } from '@/lib/analysis/failure-modes/register.fixture';
import { buildStage } from '@/lib/findings/found.fixture';
import type { VerdictKind } from '@/lib/iam/decision';
import { allow, document, HUB, PROD, role, snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import {
  type Changes,
  deployIdentity,
  PIPELINE_IDENTITY,
  PIPELINE_ROLE,
  PROD_ROLE,
  workingPipeline,
} from '@/lib/model/working-pipeline.fixture';
import { parseSnapshot } from '@/lib/snapshot/parse-snapshot';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { APPS, snapshotOfApp } from '@/lib/template/cdk/apps.fixture';
import { fixesForFinding } from './fix-finding';

const RANK: Readonly<Record<VerdictKind, number>> = { denied: 0, unknown: 1, depends: 2, allowed: 3 };
const ROOT = { AWS: `arn:aws:iam::${HUB}:root` };
const PROD_ROOT = `arn:aws:iam::${PROD}:root`;
const admin = role(HUB, 'admin', trust(ROOT), allow('*', '*'));

const of = (changes: Changes): Snapshot => snapshotOf(workingPipeline(changes));

const store = (Principal: object | string, Condition?: object) =>
  document({
    Effect: 'Allow',
    Principal: Principal as never,
    Action: ['s3:GetObject*', 's3:GetBucket*', 's3:ListBucket'],
    Resource: ['arn:aws:s3:::artifacts-us-east-2', 'arn:aws:s3:::artifacts-us-east-2/*'],
    ...(Condition === undefined ? {} : { Condition: Condition as never }),
  });

const built = buildStage('shop-build');

/** Of each rule whose statements can be narrowed, what it fires on. */
const FIRES: readonly (readonly [rule: string, snapshot: Snapshot])[] = [
  ['role-trusts-whole-account', of({ prodTrust: trust(ROOT), extra: [admin] })],
  ['role-trusts-whole-account', of({ prodTrust: trust({ AWS: HUB }), extra: [admin] })],
  ['role-trusts-anyone', of({ prodTrust: trust({ AWS: '*' }) })],
  ['role-trusts-anyone', of({ prodTrust: trust('*' as never) })],
  ['role-assumes-any-role', of({ pipelineIdentity: [...PIPELINE_IDENTITY, allow('sts:AssumeRole', '*')] })],
  [
    'role-assumes-any-role',
    of({ pipelineIdentity: [...PIPELINE_IDENTITY.slice(1), allow(['sts:*', 's3:GetObject'], '*')] }),
  ],
  [
    'role-passes-any-role',
    of({ prodIdentity: [...deployIdentity(PROD).slice(0, 3), allow('iam:PassRole', '*')] }),
  ],
  ['artifact-store-open-to-whole-account', of({ use2BucketPolicy: store({ AWS: PROD_ROOT }) })],
  ['artifact-store-open-to-whole-account', of({ use2KeyUsers: [PROD_ROOT] })],
  ['artifact-store-open-to-strangers', of({ use2KeyUsers: '*' })],
  [
    'role-trusts-service-of-any-account',
    of({
      ...built,
      extra: [
        ...(built.extra ?? []),
        role(HUB, 'shop-build', trust({ Service: ['codebuild.amazonaws.com', 'ec2.amazonaws.com'] })),
      ],
    }),
  ],
  [
    'policy-names-missing-principal',
    of({ prodTrust: trust({ AWS: [PIPELINE_ROLE, 'AROAEXAMPLEID000001'] }) }),
  ],
  [
    'policy-names-unused-principal',
    of({
      use2KeyUsers: [PROD_ROLE, `arn:aws:iam::${PROD}:role/old`],
      extra: [role(PROD, 'old', trust(ROOT))],
    }),
  ],
  [
    'policy-names-unused-principal',
    of({
      pipelineIdentity: [
        ...PIPELINE_IDENTITY,
        allow('sts:AssumeRole', [PROD_ROLE, `arn:aws:iam::${PROD}:role/old`]),
      ],
      extra: [role(PROD, 'old', trust(ROOT))],
    }),
  ],
];

function example(): Snapshot {
  const parsed = parseSnapshot(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));
  if (parsed.kind !== 'snapshot') throw new Error('the example cannot be read');
  return parsed.snapshot;
}

function verdicts({ pipelines }: Analysis): ReadonlyMap<string, VerdictKind> {
  const all = new Map<string, VerdictKind>();
  for (const { arn, paths } of pipelines)
    for (const { path, hops } of paths)
      for (const { hop, needs } of hops)
        for (const [index, { verdict }] of needs.entries())
          all.set(`${arn} ${path.stage}/${path.action} ${hop.id} ${index}`, verdict);
  return all;
}

/** @returns how many findings could be narrowed, by rule */
function expectNarrowed(snapshot: Snapshot): ReadonlyMap<string, number> {
  const before = analyze(snapshot);
  const asked = verdicts(before);
  const counts = new Map<string, number>();
  for (const finding of before.findings) {
    const fixes = fixesForFinding(finding);
    const edits = fixes.flatMap(({ change }) =>
      change === null ? [] : { place: change.place, document: change.after },
    );
    // A statement that nobody can tell how to narrow still stands: then the finding does too.
    const isWhole = finding.evidence.every(({ source, statement }) =>
      finding.narrowed.some((one) => one.source.id === source.id && one.statement === statement),
    );
    if (edits.length === 0) continue;
    counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
    const after = analyze(snapshot, {}, edits);
    if (isWhole && fixes.length === new Set(finding.narrowed.map(({ source }) => source.id)).size)
      expect(after.findings.map(({ id }) => id)).not.toContain(finding.id);
    const now = verdicts(after);
    for (const [need, verdict] of asked)
      expect(RANK[now.get(need) ?? 'denied'], `${finding.id}: ${need} was ${verdict}`).toBeGreaterThanOrEqual(
        RANK[verdict],
      );
  }
  return counts;
}

describe('the fix of a finding', () => {
  it.each(FIRES)('silences %s, and no execution loses anything', (rule, snapshot) => {
    expect(expectNarrowed(snapshot).get(rule)).toBeGreaterThan(0);
  });

  const found = DETECTED.filter(({ as }) => as.kind !== 'need');
  it.each(found.map(({ id, fires }) => [id, fires] as const))('holds for %s', (_, fires) => {
    expectNarrowed(fires);
  });

  it.each(APPS.map((app) => [app.name, app] as const))('holds for the CDK’s %s', (_, app) => {
    expectNarrowed(snapshotOfApp(app));
  });

  it('holds for the example', () => {
    expect(expectNarrowed(example()).size).toBeGreaterThan(0);
  });
});
