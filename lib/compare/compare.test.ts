// Two snapshots that differ in one thing: what is told, and what is said to have done it.
import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import type { Json } from '@/lib/base/json';
import {
  allow,
  DEV,
  document,
  HUB,
  organization,
  PROD,
  role,
  snapshotOf,
  trust,
} from '@/lib/model/snapshot.fixture';
import {
  type Changes,
  DEV_ROLE,
  deployIdentity,
  PROD_ROLE,
  workingPipeline,
} from '@/lib/model/working-pipeline.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import type { Gap } from '@/lib/snapshot/gap';
import { compare, isSame } from './compare';
import type { Comparison } from './comparison';

const KEY = `arn:aws:kms:us-east-2:${HUB}:key/artifacts-us-east-2`;
const SHOP = `arn:aws:codepipeline:us-east-1:${HUB}:shop`;

interface Side extends Changes {
  readonly gaps?: readonly Gap[];
  readonly read?: readonly string[];
}

function between(before: Side, after: Side): Comparison {
  const side = ({ gaps = [], read, ...changes }: Side) =>
    analyze(snapshotOf(workingPipeline(changes), read === undefined ? { gaps } : { gaps, read }));
  return compare(side(before), side(after));
}

function action(comparison: Comparison, key: string) {
  return comparison.pipelines[0]?.actions.find((one) => one.key === key);
}

const refused = (source: Gap['source'], account: string, scope: string | null): Gap => ({
  source,
  permission: source,
  account,
  region: 'global',
  scope,
  cause: 'denied',
  code: 'AccessDenied',
});

describe('one change', () => {
  const cases: readonly [what: string, after: Side, change: string][] = [
    ['a key policy forgets the role', { use2KeyUsers: [DEV_ROLE] }, `key ${KEY} policy`],
    [
      'a trust policy forgets the pipeline',
      { prodTrust: trust({ Service: 'ec2.amazonaws.com' }) },
      `role ${PROD_ROLE} trust`,
    ],
    [
      'an inline policy loses a statement',
      { prodIdentity: deployIdentity(PROD).slice(0, 1) },
      `role ${PROD_ROLE} inline inline`,
    ],
    [
      'the bucket loses its policy',
      { use2BucketPolicy: null },
      'bucket arn:aws:s3:::artifacts-us-east-2 policy',
    ],
  ];
  it.each(cases)('%s: the action breaks, and that change is said to have done it', (_, after, change) => {
    const comparison = between({}, after);
    expect(
      comparison.pipelines.map(({ arn, kind, before, after: now }) => [arn, kind, before?.state, now?.state]),
    ).toEqual([[SHOP, 'changed', 'works', 'broken']]);
    expect(action(comparison, 'Prod/Deploy-Prod')).toMatchObject({
      kind: 'changed',
      before: { state: 'works' },
      after: { state: 'broken' },
      cause: { shown: 'alone', changes: [change], unread: [] },
    });
    expect(comparison.changes.map(({ id }) => id)).toContain(change);
  });

  it('tells the hops and the requests that turned', () => {
    const hops = action(between({}, { use2KeyUsers: [DEV_ROLE] }), 'Prod/Deploy-Prod')?.hops;
    expect(hops?.map(({ hop, kind, to }) => [hop, kind, to])).toEqual([['decrypts', 'changed', KEY]]);
    expect(hops?.[0]?.needs).toEqual([
      {
        principal: PROD_ROLE,
        action: 'kms:Decrypt',
        resource: KEY,
        essential: true,
        before: 'allowed',
        after: 'denied',
      },
    ]);
  });

  it('is told of an SCP once, however many accounts it binds', () => {
    const with_ = (scp: Json) => analyze(snapshotOf([...workingPipeline(), ...organization({ limit: scp })]));
    const deny = document({ Effect: 'Deny', Action: 'kms:Decrypt', Resource: '*' });
    const comparison = compare(with_(document(allow('*', '*'))), with_(deny));
    expect(comparison.changes.map(({ title, account }) => [title, account])).toEqual([['SCP limit', null]]);
    expect(action(comparison, 'Prod/Deploy-Prod')?.cause).toMatchObject({
      shown: 'alone',
      changes: [comparison.changes[0]?.id],
    });
  });

  it('is seen where a role goes for good', () => {
    const without = (fact: Fact) => fact.arn === PROD_ROLE;
    const comparison = between({}, { without });
    expect(comparison.changes.map(({ id, kind }) => [id, kind])).toEqual([
      [`role ${PROD_ROLE} whole`, 'removed'],
    ]);
    expect(action(comparison, 'Prod/Deploy-Prod')?.cause).toMatchObject({ shown: 'alone' });
  });
});

describe('several changes', () => {
  it('each of which is enough are each named', () => {
    const cause = action(
      between({}, { use2KeyUsers: [DEV_ROLE], prodTrust: trust({ Service: 'ec2.amazonaws.com' }) }),
      'Prod/Deploy-Prod',
    )?.cause;
    expect(cause).toMatchObject({
      shown: 'alone',
      changes: [`key ${KEY} policy`, `role ${PROD_ROLE} trust`],
    });
  });

  it('none of which is enough are named together, without what does not matter', () => {
    const broken: Side = { use2KeyUsers: [DEV_ROLE], prodTrust: trust({ Service: 'ec2.amazonaws.com' }) };
    const extra = [role(DEV, 'bystander', trust({ Service: 'ec2.amazonaws.com' }))];
    expect(action(between(broken, { extra }), 'Prod/Deploy-Prod')?.cause).toMatchObject({
      shown: 'together',
      changes: [`key ${KEY} policy`, `role ${PROD_ROLE} trust`],
    });
  });
});

describe('the definition', () => {
  const stage = { Canary: [{ name: 'Wait', type: ['Approval', 'AWS', 'Manual'] as const }] };
  it('with one stage more has one action more', () => {
    const comparison = between({}, { more: stage });
    expect(action(comparison, 'Canary/Wait')).toMatchObject({
      kind: 'added',
      before: null,
      cause: { shown: 'alone', changes: [`pipeline ${SHOP} stages`] },
    });
  });

  it('with one stage less has one action less', () => {
    expect(action(between({ more: stage }, {}), 'Canary/Wait')).toMatchObject({
      kind: 'removed',
      after: null,
    });
  });

  it('of another name is another pipeline', () => {
    const comparison = between({}, { name: 'store' });
    expect(comparison.pipelines.map(({ name, kind }) => [name, kind])).toEqual([
      ['shop', 'removed'],
      ['store', 'added'],
    ]);
  });
});

describe('what was not read', () => {
  it('is no longer known, and not gone: a key policy', () => {
    const without = (fact: Fact) => fact.kind === 'key-policy' && fact.arn === KEY;
    const gaps = [{ ...refused('kms:GetKeyPolicy', HUB, KEY), region: 'us-east-2' }];
    const comparison = between({}, { without, gaps });
    expect(comparison.changes.map(({ id, kind }) => [id, kind])).toEqual([
      [`key ${KEY} policy`, 'no-longer-known'],
    ]);
    expect(comparison.pipelines.map(({ kind }) => kind)).toEqual(['no-longer-known']);
    expect(action(comparison, 'Prod/Deploy-Prod')).toMatchObject({
      kind: 'no-longer-known',
      after: { state: 'unknown' },
      cause: { unread: [`kms:GetKeyPolicy in account ${HUB}, us-east-2: denied`] },
    });
  });

  it('is no longer known, and not gone: a bucket', () => {
    const without = (fact: Fact) => fact.arn === 'arn:aws:s3:::artifacts-us-east-2';
    const comparison = between({}, { without, gaps: [refused('s3:ListBuckets', HUB, null)] });
    expect(comparison.changes.map(({ kind }) => kind)).toEqual(['no-longer-known']);
    expect(comparison.findings.filter(({ kind }) => kind === 'removed')).toEqual([]);
  });

  it('is no longer known, and not gone: a whole account', () => {
    const without = ({ account }: Fact) => account === PROD;
    const gaps = [refused('sts:AssumeRole', PROD, `arn:aws:iam::${PROD}:role/HatstackRead`)];
    const comparison = between({}, { without, gaps, read: [HUB, DEV] });
    expect(new Set(comparison.changes.map(({ kind }) => kind))).toEqual(new Set(['no-longer-known']));
    expect(comparison.pipelines.map(({ kind }) => kind)).toEqual(['no-longer-known']);
  });

  it('is no longer known, and not gone: a pipeline', () => {
    const without = ({ kind }: Fact) => kind === 'pipeline';
    const gaps = [{ ...refused('codepipeline:ListPipelines', HUB, null), region: 'us-east-1' }];
    expect(between({}, { without, gaps }).pipelines.map(({ kind }) => kind)).toEqual(['no-longer-known']);
    expect(between({ without, gaps }, {}).pipelines.map(({ kind }) => kind)).toEqual(['now-known']);
    expect(between({}, { without }).pipelines.map(({ kind }) => kind)).toEqual(['removed']);
  });
});

describe('no change', () => {
  it('is the same snapshot again', () => {
    expect(isSame(between({}, {}))).toBe(true);
  });

  it('is another order of statements, or of values', () => {
    const before = deployIdentity(PROD);
    const turned = [...before].reverse();
    expect(isSame(between({ prodIdentity: before }, { prodIdentity: turned }))).toBe(true);
    expect(
      isSame(between({ use2KeyUsers: [DEV_ROLE, PROD_ROLE] }, { use2KeyUsers: [PROD_ROLE, DEV_ROLE] })),
    ).toBe(true);
  });
});

describe('a finding', () => {
  const wide: Side = { prodTrust: trust({ AWS: '*' }) };
  it('that is new marks the action, and is named for it', () => {
    const comparison = between({}, wide);
    const marking = comparison.findings.filter(({ finding }) => finding.marks);
    expect(marking.map(({ kind }) => kind)).toContain('added');
    const changed = action(comparison, 'Prod/Deploy-Prod');
    expect(changed?.after?.overBroad).toBe(true);
    expect(changed?.cause.findings).toEqual(marking.map(({ finding }) => finding.id).sort());
  });

  it('that is gone is gone', () => {
    expect(between(wide, {}).findings.map(({ kind }) => kind)).toContain('removed');
  });
});
