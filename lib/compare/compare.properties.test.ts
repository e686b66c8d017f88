// What holds of every two snapshots: nothing differs from itself, and looking from the other side turns everything round.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import type { Json } from '@/lib/base/json';
import { allow, document, organization, snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import {
  DEV_ROLE,
  deployIdentity,
  PIPELINE_ROLE,
  PROD_ROLE,
  workingPipeline,
} from '@/lib/model/working-pipeline.fixture';
import { compare, isSame } from './compare';
import type { ChangeKind, Comparison } from './comparison';
import { documentDiff } from './line-diff';

const side = fc
  .record({
    users: fc.subarray([DEV_ROLE, PROD_ROLE]),
    trusted: fc.constantFrom(PIPELINE_ROLE, DEV_ROLE, '*'),
    statements: fc.subarray([...deployIdentity('333333333333')]),
    bucket: fc.constantFrom<Json | null | undefined>(null, undefined),
    scp: fc.constantFrom<Json | 'unread'>(document(allow('*', '*')), document(allow('s3:*', '*')), 'unread'),
    name: fc.constantFrom('shop', 'store'),
    unread: fc.subarray(['key-policy', 'bucket-policy', 'iam-role']),
  })
  .map(({ users, trusted, statements, bucket, scp, name, unread }) =>
    analyze(
      snapshotOf([
        ...workingPipeline({
          use2KeyUsers: users,
          prodTrust: trust({ AWS: trusted }),
          prodIdentity: statements,
          name,
          without: ({ kind }) => unread.includes(kind),
          ...(bucket === undefined ? {} : { use2BucketPolicy: bucket }),
        }),
        ...organization({ limit: scp }),
      ]),
    ),
  );

const OTHER: Readonly<Record<ChangeKind, ChangeKind>> = {
  added: 'removed',
  removed: 'added',
  changed: 'changed',
  'no-longer-known': 'now-known',
  'now-known': 'no-longer-known',
};

/** All but the causes: what turns a verdict one way need not be what turns it back. */
function told({ pipelines, findings, changes }: Comparison, turned: boolean) {
  const kind = (one: ChangeKind) => (turned ? OTHER[one] : one);
  const sides = <T>({ before, after }: { before: T; after: T }) =>
    turned ? [after, before] : [before, after];
  return {
    pipelines: pipelines.map((one) => ({
      arn: one.arn,
      kind: kind(one.kind),
      sides: sides(one),
      actions: one.actions
        .map((action) => ({
          key: action.key,
          kind: kind(action.kind),
          sides: sides(action),
          hops: action.hops.map((hop) => [hop.id, kind(hop.kind), sides(hop), hop.needs.map(sides)]).sort(),
        }))
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
    })),
    findings: findings.map((one) => [one.finding.id, kind(one.kind), sides(one)]).sort(),
    changes: changes.map((one) => [one.id, kind(one.kind), sides(one)]),
  };
}

it('nothing differs from itself', () => {
  fc.assert(
    fc.property(side, (one) => isSame(compare(one, one))),
    { numRuns: 10 },
  );
});

it('from the other side, what was added was removed', () => {
  fc.assert(
    fc.property(side, side, (a, b) => {
      expect(told(compare(b, a), true)).toEqual(told(compare(a, b), false));
    }),
    { numRuns: 20 },
  );
});

it('every change that a cause names is there', () => {
  fc.assert(
    fc.property(side, side, (a, b) => {
      const { changes, pipelines } = compare(a, b);
      const ids = new Set(changes.map(({ id }) => id));
      for (const { cause } of pipelines.flatMap(({ actions }) => actions))
        for (const id of cause.changes) expect(ids).toContain(id);
    }),
    { numRuns: 10 },
  );
});

const statement = fc.record({
  Sid: fc.constantFrom('A', 'B', 'C'),
  Effect: fc.constantFrom('Allow', 'Deny'),
  Action: fc.subarray(['s3:GetObject', 's3:PutObject', 'kms:Decrypt'], { minLength: 1 }),
  Resource: fc.constantFrom('*', 'arn:aws:s3:::a/*'),
});
const policy = fc
  .array(statement, { maxLength: 5 })
  .map((Statement): Json => ({ Version: '2012-10-17', Statement }));

it('a diff from nothing puts all in, and to nothing takes all out', () => {
  fc.assert(
    fc.property(policy, (one) => {
      expect(documentDiff(one, one)).toEqual([]);
      expect(documentDiff(null, one).every(({ sign }) => sign === '+')).toBe(true);
      expect(documentDiff(one, null).every(({ sign }) => sign === '-')).toBe(true);
    }),
  );
});

it('a diff has as many lines put in as the other way are taken out', () => {
  const count = (before: Json, after: Json, sign: string) =>
    documentDiff(before, after).filter((line) => line.sign === sign).length;
  fc.assert(
    fc.property(policy, policy, (a, b) => {
      expect(count(a, b, '+') - count(a, b, '-')).toBe(count(b, a, '-') - count(b, a, '+'));
    }),
  );
});
