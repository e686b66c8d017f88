import { describe, expect, it } from 'vitest';
import {
  allow,
  bucket,
  DEV,
  document,
  HUB,
  key,
  PROD,
  role,
  snapshotOf,
  trust,
} from '@/lib/model/snapshot.fixture';
import { PIPELINE_ROLE, PROD_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import { comesTo, wornFrom } from './chains';
import { arnOf, judgedOf } from './organization.fixture';
import { comesToAccount, insidersOf, reachOf } from './reach-of';
import { letInByStatement } from './trust-statement';

const by = (...arns: readonly string[]) => trust({ AWS: arns });
const puts = (...arns: readonly string[]) => allow('sts:AssumeRole', arns);
const nobody = trust({ Service: 'ec2.amazonaws.com' });

function judged(...facts: readonly (Fact | readonly Fact[])[]) {
  return judgedOf(snapshotOf(facts));
}

const CHAIN = [
  role(DEV, 'developer', nobody, puts(arnOf(HUB, 'ci'))),
  role(HUB, 'ci', by(arnOf(DEV, 'developer')), puts(arnOf(PROD, 'deploy'))),
  role(PROD, 'deploy', by(arnOf(HUB, 'ci'))),
];

describe('a chain', () => {
  it('goes from hat to hat, with the statements of both halves at every step', () => {
    const [far] = comesTo(judged(CHAIN), [arnOf(PROD, 'deploy')]).filter(
      ({ being }) => being.id === arnOf(DEV, 'developer'),
    );
    expect(far?.chain.verdict).toBe('allowed');
    expect(
      far?.chain.steps.map((step) => step.halves.map((one) => [one.side, one.source.id, one.statement])),
    ).toEqual([
      [
        ['resource', `trust:${arnOf(HUB, 'ci')}`, 0],
        ['principal', `inline:${arnOf(DEV, 'developer')}/inline`, 0],
      ],
      [
        ['resource', `trust:${arnOf(PROD, 'deploy')}`, 0],
        ['principal', `inline:${arnOf(HUB, 'ci')}/inline`, 0],
      ],
    ]);
  });

  it('is broken where one half is missing', () => {
    const [developer, , deploy] = CHAIN;
    const deaf = role(HUB, 'ci', by(arnOf(PROD, 'deploy')), puts(arnOf(PROD, 'deploy')));
    if (developer === undefined || deploy === undefined) throw new Error('no chain');
    expect(wornFrom(judged(developer, deaf, deploy), [arnOf(DEV, 'developer')])).toEqual([]);
  });

  it('prefers a longer way that is certain to a shorter one that only depends', () => {
    const secret = { StringEquals: { 'sts:ExternalId': 'secret' } };
    const deploy = role(
      PROD,
      'deploy',
      document(
        {
          Effect: 'Allow',
          Principal: { AWS: arnOf(DEV, 'developer') },
          Action: 'sts:AssumeRole',
          Condition: secret,
        },
        { Effect: 'Allow', Principal: { AWS: arnOf(HUB, 'ci') }, Action: 'sts:AssumeRole' },
      ),
    );
    const developer = role(DEV, 'developer', nobody, puts('*'));
    const ci = role(HUB, 'ci', by(arnOf(DEV, 'developer')), puts('*'));
    const found = wornFrom(judged(developer, ci, deploy), [arnOf(DEV, 'developer')]).find(
      ({ role: arn }) => arn === arnOf(PROD, 'deploy'),
    );
    expect([found?.chain.verdict, found?.chain.steps.length]).toEqual(['allowed', 2]);
    const without = wornFrom(judged(developer, deploy), [arnOf(DEV, 'developer')]);
    expect(without.map(({ chain }) => [chain.verdict, chain.steps[0].open])).toEqual([
      ['depends', ['sts:ExternalId']],
    ]);
  });

  it('cannot be told where the account behind it was not scanned, and says which', () => {
    const foreign = role(PROD, 'deploy', trust({ AWS: 'arn:aws:iam::999999999999:root' }));
    const [only] = comesTo(judged(foreign), [arnOf(PROD, 'deploy')]);
    expect(only).toMatchObject({
      being: { kind: 'account', id: '999999999999' },
      chain: { verdict: 'unknown', steps: [{ open: ['account 999999999999 was not scanned'] }] },
    });
    const reaches = judged(role(HUB, 'ci', nobody, puts('arn:aws:iam::999999999999:role/deploy')));
    expect(wornFrom(reaches, [arnOf(HUB, 'ci')])).toMatchObject([
      { role: 'arn:aws:iam::999999999999:role/deploy', chain: { verdict: 'unknown' } },
    ]);
  });

  it('begins with anybody where the trust policy lets strangers in', () => {
    const open = judged(role(PROD, 'deploy', trust('*')));
    expect(comesTo(open, [arnOf(PROD, 'deploy')])).toMatchObject([
      { being: { kind: 'anybody' }, chain: { verdict: 'allowed' } },
    ]);
  });

  it('leads through a pipeline that can be rewritten, and only where its role may be handed on', () => {
    const editor = (...actions: readonly string[]) => role(HUB, 'editor', nobody, allow(actions, '*'));
    const can = judgedOf(
      snapshotOf(workingPipeline({ extra: [editor('codepipeline:UpdatePipeline', 'iam:PassRole')] })),
    );
    const worn = wornFrom(can, [arnOf(HUB, 'editor')]);
    expect(worn[0]).toMatchObject({ role: PIPELINE_ROLE, chain: { steps: [{ kind: 'changes' }] } });
    expect(worn.map(({ role: arn }) => arn)).toContain(PROD_ROLE);
    const cannot = judgedOf(snapshotOf(workingPipeline({ extra: [editor('codepipeline:UpdatePipeline')] })));
    expect(wornFrom(cannot, [arnOf(HUB, 'editor')])).toEqual([]);
  });
});

describe('what is reached', () => {
  it('are the pipelines that a hat serves, and its stores and keys', () => {
    const { things, worn } = reachOf(judgedOf(snapshotOf(workingPipeline())), [PIPELINE_ROLE]);
    expect(worn.map(({ role: arn }) => arn)).toContain(PROD_ROLE);
    const [shop] = things;
    expect([shop?.kind, shop?.ways.map(({ word, by: hat }) => [word, hat])]).toEqual([
      'pipeline',
      [
        ['pipeline', PIPELINE_ROLE],
        ['action', arnOf(DEV, 'deploy')],
        // It may hand the role to a stack of its own.
        ['stack', arnOf(DEV, 'build-stack')],
      ],
    ]);
    expect(
      things.some(({ kind, ways }) => kind === 'key' && ways.some(({ word }) => word === 'decrypts')),
    ).toBe(true);
  });

  it('depends where only some objects of a bucket may be read', () => {
    const some = judged(
      role(HUB, 'reader', nobody, allow('s3:GetObject', 'arn:aws:s3:::things/shop/*')),
      bucket(HUB, 'things', 'us-east-1', null),
    );
    expect(reachOf(some, [arnOf(HUB, 'reader')]).things).toMatchObject([
      {
        arn: 'arn:aws:s3:::things',
        ways: [{ word: 'reads', verdict: 'depends', said: { open: ['which object it is'] } }],
      },
    ]);
  });

  it('needs the other side too in another account, and counts a key that may be used through S3', () => {
    const reader = role(PROD, 'reader', nobody, allow(['s3:*', 'kms:*'], '*'));
    const closed = judged(reader, bucket(HUB, 'things', 'us-east-1', null));
    expect(reachOf(closed, [arnOf(PROD, 'reader')]).things).toEqual([]);
    const statement = {
      Effect: 'Allow',
      Principal: { AWS: arnOf(PROD, 'reader') },
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
    };
    const open = judged(reader, key(HUB, 'us-east-1', 'k', document(statement)));
    expect(reachOf(open, [arnOf(PROD, 'reader')]).things).toMatchObject([
      { kind: 'key', ways: [{ word: 'decrypts', verdict: 'allowed' }] },
    ]);
  });

  it('of an account is what anybody in it reaches, and who comes there comes from elsewhere', () => {
    const all = judged(CHAIN);
    expect(reachOf(all, insidersOf(all, DEV)).worn.map(({ role: arn }) => arn)).toEqual([
      arnOf(HUB, 'ci'),
      arnOf(PROD, 'deploy'),
    ]);
    expect(comesToAccount(all, PROD).map(({ being }) => being.id)).toEqual([
      arnOf(HUB, 'ci'),
      arnOf(DEV, 'developer'),
    ]);
  });
});

describe('a statement of a trust policy', () => {
  it('lets in whoever passes it with the denies of its policy, and says who comes in by nothing else', () => {
    const statement = (AWS: string, Effect = 'Allow') => ({
      Effect,
      Principal: { AWS },
      Action: 'sts:AssumeRole',
    });
    const door = document(
      statement(`arn:aws:iam::${HUB}:root`),
      statement(arnOf(HUB, 'ci')),
      statement(arnOf(HUB, 'banned'), 'Deny'),
    );
    const all = judged(
      role(PROD, 'deploy', door),
      ...['ci', 'admin', 'banned'].map((name) => role(HUB, name, nobody, puts('*'))),
    );
    const deploy = all.inventory.roles.get(arnOf(PROD, 'deploy'));
    if (deploy === undefined) throw new Error('no role');
    const told = (statementAt: number) =>
      letInByStatement(all, deploy, statementAt).map(({ step, isAlone }) => [step.from.id, isAlone]);
    expect(told(0)).toEqual([
      [arnOf(HUB, 'admin'), true],
      [arnOf(HUB, 'ci'), false],
    ]);
    expect(told(1)).toEqual([[arnOf(HUB, 'ci'), false]]);
    expect(told(2)).toEqual([]);
    expect(told(7)).toEqual([]);
  });
});
