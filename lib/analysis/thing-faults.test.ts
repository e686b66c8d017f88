// What is wrong with a store, a key or a bucket itself: as it should be, as it should not, and not read.
import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/base/json';
import { allow, bucket, DEV, HUB, role, trust } from '@/lib/model/snapshot.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import { type ActionCase, checkAction, PIPELINE_ROLE, STORE, STORE_KEY } from './checked-action.fixture';

const deploy: ActionCase = {
  action: { type: ['Deploy', 'AWS', 'S3'], configuration: { BucketName: 'drop', Extract: 'true' } },
};
/** The later of two facts about one thing counts. */
const about = (kind: string, arn: string, data: Json): Fact => ({
  kind,
  source: 's3:GetBucketLocation',
  account: HUB,
  region: 'us-east-1',
  arn,
  data,
});
const store = (kind: string, data: Json) => about(kind, `arn:aws:s3:::${STORE}`, data);
const drop = (kind: string, data: Json) => about(kind, 'arn:aws:s3:::drop', data);
const key = (more: { readonly [name: string]: Json }) =>
  about('key', STORE_KEY, { KeyMetadata: { KeyState: 'Enabled', KeyManager: 'CUSTOMER', ...more } });
/** The bucket takes access control lists. */
const lists = drop('bucket-ownership', {
  OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerPreferred' }] },
});
const withAcl = (CannedACL: string): ActionCase => ({
  action: { ...deploy.action, configuration: { BucketName: 'drop', Extract: 'true', CannedACL } },
});

describe('a deployment', () => {
  it('works where nothing is wrong', () => {
    expect(checkAction(deploy)).toMatchObject({ state: 'works', faults: [] });
  });

  it.each([
    [
      'the store lies elsewhere',
      store('bucket-location', { LocationConstraint: 'eu-west-1' }),
      'store-in-other-region',
      /lies in eu-west-1/,
    ],
    ['its key is disabled', key({ KeyState: 'Disabled' }), 'key-not-enabled', /its state is Disabled/],
    [
      'its key is going to be deleted',
      key({ KeyState: 'PendingDeletion' }),
      'key-not-enabled',
      /PendingDeletion/,
    ],
    [
      'its key is asymmetric',
      key({ KeySpec: 'RSA_2048' }),
      'key-not-symmetric',
      /no symmetric key .*RSA_2048/,
    ],
    ['its key is not there', about('key', STORE_KEY, null), 'key-missing', /does not exist/],
    [
      'the target lies elsewhere',
      drop('bucket-location', { LocationConstraint: 'eu-west-1' }),
      'deploy-bucket-in-other-region',
      /lies in eu-west-1, and the action runs in us-east-1/,
    ],
  ] as readonly (readonly [string, Fact, string, RegExp])[])('breaks where %s', (_, fact, rule, says) => {
    const said = checkAction({ ...deploy, facts: [fact] });
    expect(said.faults).toContain(rule);
    expect(said.state).toBe('broken');
    expect(said.answer).toMatch(says);
  });

  it('breaks where it sets an ACL on a bucket that takes none, and not where that ACL is harmless', () => {
    expect(checkAction(withAcl('private')).faults).toEqual(['deploy-bucket-takes-no-acl']);
    expect(checkAction(withAcl('bucket-owner-full-control')).faults).toEqual([]);
    expect(checkAction({ ...withAcl('private'), facts: [lists] }).faults).toEqual([]);
  });

  it('breaks where it sets a public ACL on a bucket that blocks them', () => {
    const blocked = drop('bucket-public-access-block', {
      PublicAccessBlockConfiguration: { BlockPublicAcls: true },
    });
    expect(checkAction({ ...withAcl('public-read'), facts: [lists, blocked] }).faults).toEqual([
      'deploy-bucket-blocks-public-acl',
    ]);
    expect(checkAction({ ...withAcl('private'), facts: [lists, blocked] }).faults).toEqual([]);
  });

  it('cannot be told where it was not read whether the bucket takes the ACL', () => {
    const said = checkAction({ ...withAcl('public-read'), facts: [lists] });
    expect(said).toMatchObject({ state: 'unknown', faults: ['deploy-bucket-blocks-public-acl'] });
    expect(said.answer).toMatch(
      /whether the bucket drop blocks the public ACL that the action sets was not read/,
    );
  });
});

describe('a store whose key', () => {
  const keyed = (id: string): ActionCase => ({
    ...deploy,
    artifacts: {
      artifactStores: {
        'us-east-1': { type: 'S3', location: STORE, encryptionKey: { id, type: 'KMS' } },
      },
    },
  });

  it('is of another region breaks those who use it', () => {
    expect(checkAction(keyed(STORE_KEY.replace('us-east-1', 'us-east-2'))).faults).toContain(
      'key-in-other-region',
    );
    expect(checkAction(keyed(STORE_KEY)).faults).toEqual([]);
  });

  it('is one of AWS’s own breaks only another account', () => {
    const aws = key({ KeyManager: 'AWS' });
    const foreign = {
      action: { ...deploy.action, roleArn: `arn:aws:iam::${DEV}:role/deploy` },
      facts: [aws, role(DEV, 'deploy', trust({ AWS: PIPELINE_ROLE }), allow('*', '*'))],
    };
    expect(checkAction(foreign).faults).toContain('key-of-aws-not-shareable');
    expect(checkAction({ ...deploy, facts: [aws] }).faults).toEqual([]);
  });
});

describe('an artifact that another account writes', () => {
  const BUILDER = `arn:aws:iam::${DEV}:role/commands`;
  const made = (ownership: Json): ActionCase => ({
    action: { type: ['Compute', 'AWS', 'Commands'], roleArn: BUILDER, outputs: ['made'] },
    definition: { pipelineType: 'V2' },
    facts: [
      role(DEV, 'commands', trust({ AWS: PIPELINE_ROLE }), allow('*', '*')),
      store('bucket-ownership', { OwnershipControls: { Rules: [{ ObjectOwnership: ownership }] } }),
    ],
  });

  it('stays its own unless the bucket takes it', () => {
    expect(checkAction(made('ObjectWriter'))).toMatchObject({
      state: 'works',
      faults: ['writer-keeps-artifact'],
    });
    expect(checkAction(made('BucketOwnerEnforced')).faults).toEqual([]);
    const here = {
      ...made('ObjectWriter'),
      action: { type: ['Compute', 'AWS', 'Commands'] as const, outputs: ['made'] },
    };
    expect(checkAction(here).faults).toEqual([]);
  });
});

describe('a source bucket', () => {
  it('must be versioned', () => {
    const off = drop('bucket-versioning', { Status: 'Suspended' });
    const said = checkAction({ ...deploy, facts: [off] }, 'Fetch', 'Source');
    expect(said.answer).toMatch(/The source bucket drop is not versioned/);
    expect(checkAction(deploy, 'Fetch', 'Source').faults).toEqual([]);
  });

  it('of which that was not read is not blamed: it cannot be told', () => {
    const [named] = bucket(HUB, 'unread', 'us-east-1', null);
    const unread = { configuration: { S3Bucket: 'unread', S3ObjectKey: 'a.zip' } };
    const said = checkAction(
      { ...deploy, source: unread, facts: named === undefined ? [] : [named] },
      'Fetch',
      'Source',
    );
    expect(said.faults).toEqual(['source-bucket-not-versioned']);
    expect(said.state).toBe('unknown');
  });
});

describe('a stage condition', () => {
  const rule = (provider: string, configuration: { readonly [key: string]: Json }): Json => ({
    result: 'FAIL',
    rules: [
      {
        name: 'Check',
        ruleTypeId: { category: 'Rule', owner: 'AWS', provider, version: '1' },
        configuration,
      },
    ],
  });
  const gated = (condition: Json, type = 'V2'): ActionCase => ({
    ...deploy,
    conditions: [condition],
    definition: { pipelineType: type },
  });
  const NAME = 'beforeEntry/1/Check';

  it('is judged like an action', () => {
    const alarm = rule('CloudWatchAlarm', { AlarmName: 'errors' });
    expect(checkAction(gated(alarm), NAME).state).toBe('works');
    expect(checkAction({ ...gated(alarm), may: [] }, NAME).answer).toMatch(/cannot read the alarm errors/);
  });

  it('needs a pipeline of type V2', () => {
    const window = rule('DeploymentWindow', { Cron: '* * * * *' });
    expect(checkAction(gated(window), NAME)).toMatchObject({ state: 'works', faults: [] });
    expect(checkAction(gated(window, 'V1'), NAME).answer).toMatch(
      /A stage condition needs a pipeline of type V2/,
    );
  });
});
