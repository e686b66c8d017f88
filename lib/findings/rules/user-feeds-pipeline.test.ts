import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/base/json';
import { allow, document, HUB, trust } from '@/lib/model/snapshot.fixture';
import { PIPELINE_ROLE } from '@/lib/model/working-pipeline.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import { found } from '../found.fixture';

const RULE = 'user-feeds-pipeline';

function user(name: string, ...statements: readonly Json[]): Fact {
  const arn = `arn:aws:iam::${HUB}:user/${name}`;
  return {
    kind: 'iam-user',
    source: 'iam:GetAccountAuthorizationDetails',
    account: HUB,
    region: 'global',
    arn,
    data: {
      UserName: name,
      Path: '/',
      Arn: arn,
      UserPolicyList: [
        { PolicyName: 'inline', PolicyDocument: encodeURIComponent(JSON.stringify(document(...statements))) },
      ],
      AttachedManagedPolicies: [],
    },
  };
}

function keys(name: string, ...list: readonly (readonly [status: string, made: string])[]): Fact {
  const AccessKeys = list.map(([Status, CreateDate]) => ({ Status, CreateDate }));
  const arn = `arn:aws:iam::${HUB}:user/${name}`;
  return {
    kind: 'access-keys',
    source: 'iam:ListAccessKeys',
    account: HUB,
    region: 'global',
    arn,
    data: { AccessKeys },
  };
}

const jenkins = user('jenkins', allow('s3:PutObject', 'arn:aws:s3:::drop/*'));

describe(RULE, () => {
  it.each([
    ['old', '2021-03-01T00:00:00.000Z', 'high'],
    ['young', '2026-11-01T00:00:00.000Z', 'medium'],
  ])('fires for certain where a key is active and %s', (_, made, severity) => {
    const [one] = found(RULE, { extra: [jenkins, keys('jenkins', ['Active', made], ['Inactive', made])] });
    expect(one).toMatchObject({ certainty: 'shown', severity, open: [] });
    expect(one?.notes.join()).toMatch(/^It has an active access key, the oldest \d+ days old/);
  });

  it.each([
    ['no key', keys('jenkins')],
    ['no key that is active', keys('jenkins', ['Inactive', '2021-03-01T00:00:00.000Z'])],
  ])('is silent for a user with %s', (_, fact) => {
    expect(found(RULE, { extra: [jenkins, fact] })).toEqual([]);
  });

  it('fires for a user who may write the source: possible, since nobody read whether there are keys', () => {
    expect(
      found(RULE, { extra: [user('jenkins', allow('s3:PutObject', 'arn:aws:s3:::drop/*'))] }),
    ).toMatchObject([
      {
        subject: `arn:aws:iam::${HUB}:user/jenkins`,
        severity: 'high',
        marks: false,
        certainty: 'possible',
        title: `the user ${HUB}/jenkins can write drop`,
        open: [expect.stringContaining('access keys')],
      },
    ]);
  });

  it('fires for a user who can put on a role that deploys', () => {
    const prodTrust = trust({ AWS: [PIPELINE_ROLE, `arn:aws:iam::${HUB}:root`] });
    const extra = [user('jenkins', allow('sts:AssumeRole', '*'))];
    expect(found(RULE, { prodTrust, extra })[0]?.title).toMatch(/can put on .*deploy$/);
  });

  it('fires for a user who can only start a pipeline, as a lesser matter', () => {
    const extra = [
      user('jenkins', allow('codepipeline:StartPipelineExecution', '*')),
      keys('jenkins', ['Active', '2021-03-01T00:00:00.000Z']),
    ];
    expect(found(RULE, { extra })).toMatchObject([
      { severity: 'low', certainty: 'shown', title: expect.stringMatching(/can start .*shop/) },
    ]);
  });

  it('is silent for users who can do neither', () => {
    expect(found(RULE, { extra: [user('anna', allow('s3:Get*', '*'))] })).toEqual([]);
  });

  it('cannot tell of users of an account that was not read, and keeps silent', () => {
    expect(found(RULE, {}, { read: ['222222222222', '333333333333'] })).toEqual([]);
  });
});
