import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/base/json';
import { allow, document, HUB, PROD, snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import {
  type Changes,
  deployIdentity,
  PIPELINE_ROLE,
  PROD_ROLE,
  workingPipeline,
} from '@/lib/model/working-pipeline.fixture';
import { judgedOf } from '@/lib/reach/organization.fixture';
import { type Least, leastOf } from './least-of';
import { isExact } from './statement-use';

function leastFor(arn: string, changes: Changes = {}): Least {
  const judged = judgedOf(snapshotOf(workingPipeline(changes)));
  const role = judged.inventory.roles.get(arn);
  const least = role === undefined ? null : leastOf(judged, role);
  if (least === null) throw new Error(`nothing of ${arn}`);
  return least;
}

function statements(document: Json | undefined): readonly { readonly [key: string]: Json }[] {
  return (
    (document as { readonly Statement: readonly { readonly [key: string]: Json }[] } | undefined)
      ?.Statement ?? []
  );
}

const own = ({ identity }: Least) => statements(identity.change?.after);

describe('the least policy of a role', () => {
  it('is what is asked, in place of everything', () => {
    const least = leastFor(PROD_ROLE, { prodIdentity: [allow('*', '*')] });
    const [everything] = least.identity.uses;
    expect(everything?.widerActions).toMatchObject([{ pattern: '*' }]);
    expect(everything?.serves.length).toBe(
      least.use.makes.filter(({ judged }) => judged.verdict === 'allowed').length,
    );
    const granted = own(least);
    expect(granted.length).toBeGreaterThan(2);
    expect(JSON.stringify(granted)).not.toMatch(/"Action":"\*"|:\*"/);
    expect(granted.map(({ Resource }) => JSON.stringify(Resource)).join()).toContain(
      'arn:aws:s3:::artifacts-us-east-2/shop/*',
    );
  });

  it('keeps the condition under which a request is allowed today', () => {
    const kept = own(leastFor(PROD_ROLE)).find(({ Action }) => Action === 'iam:PassRole');
    expect(kept?.Condition).toEqual({
      StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' },
    });
  });

  it('keeps a part where a statement allows only that', () => {
    const [, ...rest] = deployIdentity(PROD);
    const part = allow(
      ['s3:GetObject*', 's3:GetBucket*', 's3:ListBucket'],
      'arn:aws:s3:::artifacts-us-east-2/shop/a*',
    );
    const reads = own(leastFor(PROD_ROLE, { prodIdentity: [part, ...rest] })).filter(({ Resource }) =>
      JSON.stringify(Resource).includes('artifacts-us-east-2/'),
    );
    expect(reads.map(({ Resource }) => Resource)).toEqual(['arn:aws:s3:::artifacts-us-east-2/shop/a*']);
  });

  it('adds what is essential and allowed by nobody, and says so', () => {
    const [, ...rest] = deployIdentity(PROD);
    const least = leastFor(PROD_ROLE, { prodIdentity: rest });
    expect(least.identity.missing.map(({ judged }) => judged.need.action)).toContain('s3:GetObject');
    expect(JSON.stringify(own(least))).toContain('s3:GetObject');
  });

  it('keeps every Deny as it is', () => {
    const deny = { Effect: 'Deny', Action: 's3:DeleteObject', Resource: '*' };
    expect(own(leastFor(PROD_ROLE, { prodIdentity: [...deployIdentity(PROD), deny] }))).toContainEqual(deny);
  });

  it('says of a statement that it is needed as it is, or serves nothing known', () => {
    const least = leastFor(PROD_ROLE, { prodIdentity: [...deployIdentity(PROD), allow('dynamodb:*', '*')] });
    expect(least.identity.uses.map((use) => [isExact(use), use.serves.length > 0])).toEqual([
      [false, true],
      [false, true],
      [false, true],
      [true, true],
      [false, false],
    ]);
    expect(JSON.stringify(own(least))).not.toContain('dynamodb');
  });
});

describe('the least trust policy', () => {
  it('names exactly those who need to put the role on', () => {
    const least = leastFor(PROD_ROLE, { prodTrust: trust({ AWS: `arn:aws:iam::${HUB}:root` }) });
    expect(statements(least.trust.change?.after)).toEqual([
      { Effect: 'Allow', Principal: { AWS: PIPELINE_ROLE }, Action: 'sts:AssumeRole' },
    ]);
  });

  it('keeps conditions and what forbids, and is no change where it is least already', () => {
    const condition = { StringEquals: { 'aws:PrincipalAccount': HUB } };
    const forbids = {
      Effect: 'Deny',
      Principal: '*',
      Action: 'sts:AssumeRole',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    };
    const guarded = document(
      { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole', Condition: condition },
      forbids,
    );
    expect(statements(leastFor(PROD_ROLE, { prodTrust: guarded }).trust.change?.after)).toEqual([
      { Effect: 'Allow', Principal: { AWS: PIPELINE_ROLE }, Action: 'sts:AssumeRole', Condition: condition },
      forbids,
    ]);
    expect(leastFor(PROD_ROLE).trust.change).toBeNull();
  });
});

describe('the least that stores say', () => {
  it('narrows what names the role, and leaves what names others', () => {
    const least = leastFor(PROD_ROLE);
    const bucket = least.stores.find(({ place }) => place.kind === 'bucket');
    const after = statements(bucket?.after);
    expect(after[0]?.Principal).toEqual({ AWS: `arn:aws:iam::222222222222:role/deploy` });
    expect(
      after
        .slice(1)
        .every(({ Principal }) => JSON.stringify(Principal) === JSON.stringify({ AWS: PROD_ROLE })),
    ).toBe(true);
    expect(JSON.stringify(after.slice(1))).not.toContain('GetObject*');
  });
});

describe('a role that runs what we cannot read', () => {
  it('keeps everything, marked, and its statements in stores', () => {
    const build = {
      Deploy: [
        {
          name: 'Run',
          type: ['Compute', 'AWS', 'Commands'] as const,
          configuration: {},
          inputs: ['Built'],
        },
      ],
    };
    const least = leastFor(PIPELINE_ROLE, { more: build });
    expect(least.use.code).toContain('commands');
    expect(least.identity.kept).toBe(least.identity.uses.length);
    expect(own(least).flatMap(({ Sid }) => Sid ?? [])).toEqual(
      least.identity.uses.map((_, place) => `KeptCannotTell${place + 1}`),
    );
    expect(least.stores).toEqual([]);
  });
});
