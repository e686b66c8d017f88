import { expect, test } from 'vitest';
import { awsError, checkCollector, pipelineFact } from '../collector.fixture';
import { kms } from './kms';

const ID = '11111111-2222-3333-4444-555555555555';
const arn = `arn:aws:kms:eu-west-1:111111111111:key/${ID}`;
const store = (id: string) => [
  pipelineFact({ artifactStore: { location: 'b', encryptionKey: { id, type: 'KMS' } } }),
];
const WHOLE = {
  ListAliases: [
    { Aliases: [{ AliasName: 'alias/store', AliasArn: 'a', TargetKeyId: ID }, { AliasName: 'alias/other' }] },
  ],
  DescribeKey: [{ KeyMetadata: { KeyId: ID, CreationDate: new Date(0) } }],
  GetKeyPolicy: [{ Policy: '{}' }],
  ListGrants: [{ Grants: [] }],
};

for (const name of [ID, arn, 'alias/store', 'arn:aws:kms:eu-west-1:111111111111:alias/store']) {
  test(`reads the key that a store names as ${name.replace(ID, 'ID')}`, async () => {
    const heard = await checkCollector(kms, WHOLE, { known: store(name) });
    expect(heard.facts.map(({ kind }) => kind)).toEqual(['key-alias', 'key', 'key-policy', 'key-grants']);
    expect(heard.facts[1]?.arn).toBe(arn);
    expect(heard.asked.map(({ operation }) => `kms:${operation}`)).toEqual(
      kms.calls.map((call) => call.name),
    );
  });
}

test('leaves keys of other accounts and regions to their own units', async () => {
  expect((await checkCollector(kms, {}, { known: store(arn), region: 'us-east-1' })).asked).toEqual([]);
  expect((await checkCollector(kms, {}, { known: store(arn), account: '222222222222' })).asked).toEqual([]);
});

test('notes the state that it may read and a gap for the policy that it may not', async () => {
  const answers = { ...WHOLE, GetKeyPolicy: [awsError('AccessDeniedException', 400)] };
  const heard = await checkCollector(kms, answers, { known: store(arn) });
  expect(heard.facts.map(({ kind }) => kind)).toEqual(['key-alias', 'key', 'key-grants']);
  expect(heard.gaps).toMatchObject([{ source: 'kms:GetKeyPolicy', scope: arn, cause: 'denied' }]);
});

test('gives no list of grants rather than half a one', async () => {
  const pages = [
    { Grants: [{ GrantId: 'a' }], Truncated: true, NextMarker: 'm' },
    awsError('KMSInternalException', 500),
  ];
  const heard = await checkCollector(kms, { ...WHOLE, ListGrants: pages }, { known: store(arn) });
  expect(heard.facts.some(({ kind }) => kind === 'key-grants')).toBe(false);
  expect(heard.gaps).toMatchObject([{ source: 'kms:ListGrants', cause: 'failed' }]);
});

test('says that a named key does not exist', async () => {
  const heard = await checkCollector(
    kms,
    { ...WHOLE, DescribeKey: [awsError('NotFoundException', 400)] },
    { known: store(arn) },
  );
  expect(heard.facts.at(-1)).toMatchObject({ kind: 'key', arn, data: null });
  expect(heard.gaps).toEqual([]);
});
