// What a unit is given of a scan is all that it would have asked by, had it been given the whole.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ClientConfig } from '@/lib/aws/client-pool';
import type { Fact } from '@/lib/snapshot/fact';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { organization } from '../../bench/organization';
import type { Collector } from './collector';
import { awsError, pipelineFact } from './collector.fixture';
import { collectors } from './collectors/index';
import { factIndex } from './fact-index';
import type { FactSource } from './fact-source';
import { type Known, knownBefore } from './known';

const EXAMPLE: Snapshot = JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8'));
const MADE_UP = organization({
  accounts: 12,
  rolesPerAccount: 4,
  pipelines: 12,
  actionsPerPipeline: 5,
  regions: 2,
  roles: 'mixed',
});

/** A pipeline of one account whose source is a bucket of another, named without an account, and a bus beside the pipeline. */
const FED: readonly Fact[] = [
  {
    ...pipelineFact({
      roleArn: 'arn:aws:iam::111111111111:role/p',
      artifactStore: { location: 'store-without-owner', encryptionKey: { id: 'alias/here' } },
      stages: [
        {
          name: 'Source',
          actions: [
            {
              actionTypeId: { category: 'Source', provider: 'S3' },
              configuration: { S3Bucket: 'sources' },
            },
          ],
        },
      ],
    }),
    arn: 'arn:aws:codepipeline:eu-west-1:111111111111:fed',
  },
  fact('event-bus', 'events:ListEventBuses', 'arn:aws:events:eu-west-1:111111111111:event-bus/own', {}),
  fact('bucket', 's3:ListBuckets', 'arn:aws:s3:::sources', { Name: 'sources' }, '222222222222'),
  fact(
    'bucket-encryption',
    's3:GetBucketEncryption',
    'arn:aws:s3:::sources',
    {
      ServerSideEncryptionConfiguration: {
        Rules: [
          {
            ApplyServerSideEncryptionByDefault: {
              KMSMasterKeyID: 'arn:aws:kms:eu-west-1:333333333333:key/k',
            },
          },
        ],
      },
    },
    '222222222222',
  ),
  fact('caller-identity', 'sts:GetCallerIdentity', 'arn:aws:iam::333333333333:role/x', {}, '333333333333'),
];

function fact(
  kind: string,
  source: Fact['source'],
  arn: string,
  data: Fact['data'],
  account = '111111111111',
): Fact {
  return { kind, source, account, region: kind.startsWith('bucket') ? 'global' : 'eu-west-1', arn, data };
}

const LATER = collectors.filter(({ phase, finds }) => phase > 1 && finds === undefined);

test.each([
  ['the example', EXAMPLE.facts],
  ['a made-up organisation', MADE_UP.facts],
  ['a source and a key of other accounts', FED],
])('every collector asks the same in %s', async (_, facts) => {
  const whole: FactSource = {
    ...factIndex(facts),
    ofAccount: async () => facts,
    mentioning: async () => facts,
  };
  const index = factIndex(facts);
  const accounts = [...new Set(facts.map(({ account }) => account))];
  const regions = [...new Set(facts.map(({ region }) => region))].filter((one) => one !== 'global');
  let count = 0;
  for (const collector of LATER)
    for (const account of accounts)
      for (const region of collector.scope === 'region' ? regions : ['global']) {
        const asked = (source: FactSource) =>
          askedBy(collector, account, region, knownBefore(collector.phase, collectors, source), facts);
        const narrow = await asked(index);
        expect(narrow, `${collector.service} in ${account} ${region}`).toEqual(await asked(whole));
        count += narrow.length;
      }
  expect(count).toBeGreaterThan(5);
});

test('the rules of an account whose bucket feeds a pipeline elsewhere are looked up by that pipeline and its buses', async () => {
  const known = await knownBefore(3, collectors, factIndex(FED)).about('222222222222');
  expect(known.map(({ kind }) => kind).sort()).toEqual([
    'bucket',
    'bucket-encryption',
    'event-bus',
    'pipeline',
  ]);
  expect(await knownBefore(3, collectors, factIndex(FED)).about('444444444444')).toEqual([]);
});

test('what the same phase finds is not known, in whatever order units are read', async () => {
  const known = await knownBefore(2, collectors, factIndex(FED)).about('222222222222');
  expect(known).toEqual([]);
});

test('what could not be looked up is looked up again', async () => {
  const index = factIndex(FED);
  let isGone = true;
  const known = knownBefore(2, collectors, {
    ...index,
    ofAccount: (account) => (isGone ? Promise.reject(new Error('gone')) : index.ofAccount(account)),
  });
  await expect(known.about('111111111111')).rejects.toThrow('gone');
  isGone = false;
  expect((await known.about('111111111111')).map(({ kind }) => kind)).toEqual(['pipeline']);
});

/** What the collector asks, sorted, where nothing that it asks about is there but the account's buckets. */
async function askedBy(
  collector: Collector,
  account: string,
  region: string,
  known: Known,
  facts: readonly Fact[],
): Promise<readonly string[]> {
  const asked: string[] = [];
  const own = facts.filter((one) => one.kind === 'bucket' && one.account === account && one.data !== null);
  const Buckets = own.map(({ arn }) => ({ Name: arn?.split(':').at(-1) }));
  const send = async (command: {
    readonly constructor: { readonly name: string };
    readonly input: object;
  }) => {
    asked.push(`${command.constructor.name} ${JSON.stringify(command.input)}`);
    if (command.constructor.name === 'ListBucketsCommand') return { Buckets };
    if (command.constructor.name === 'ListAliasesCommand') return { Aliases: [] };
    throw awsError('ResourceNotFoundException', 404);
  };
  await collector.collect({
    account,
    region,
    partition: 'aws',
    known: await known.about(account),
    naming: known.naming,
    hasPipelines: known.hasPipelines,
    client: <Client>(_region: string, _service: string, _create: (config: ClientConfig) => Client) =>
      ({ send }) as Client,
    send: (call) => call(),
    addFact: () => {},
    addGap: () => {},
  });
  return asked.sort();
}
