// The condition under which a request is allowed: short, plain JSON, and true of every way to fill in what is not known.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are IAM's policy variables.
import { describe, expect, it, vi } from 'vitest';
import { authorize } from './authorize';
import { prepare } from './env';
import { makeLines, randomFrom } from './lines.fixture';
import type { Raw, RawObject } from './oracle.fixture';
import { decide } from './properties.fixture';
import { readRequest } from './read-request';
import { meetsResidual } from './residual.fixture';
import { HOLES, KEYS } from './vocabulary.fixture';

/** More than a run of every day: set IAM_SOAK to a number of requests, and IAM_SEED to other ones. */
const RUNS = Number(process.env.IAM_SOAK ?? 25_000);
vi.setConfig({ testTimeout: 100 * RUNS });

const allow = { Effect: 'Allow', Action: '*', Resource: '*' };
const deny = { ...allow, Effect: 'Deny' };
const of = (...Statement: RawObject[]): RawObject => ({ Version: '2012-10-17', Statement });
const line = (statements: RawObject[], more: RawObject = {}): RawObject => ({
  principal: 'arn:aws:iam::111111111111:role/app',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/k',
  resourceAccount: '111111111111',
  context: {},
  closed: false,
  policies: { identity: [of(...statements)] },
  ...more,
});
const atom = (operator: string, key: string, ...values: string[]) => ({ operator, key, values });

describe('allowIf', () => {
  it.each<readonly [string, RawObject, object]>([
    [
      'the one condition of an Allow',
      line([{ ...allow, Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }]),
      atom('IpAddress', 'aws:SourceIp', '10.0.0.0/8'),
    ],
    [
      'not the condition of a Deny',
      line([allow, { ...deny, Condition: { BoolIfExists: { 'aws:SecureTransport': false } } }]),
      { not: atom('BoolIfExists', 'aws:SecureTransport', 'false') },
    ],
    [
      'both of two keys',
      line([
        {
          ...allow,
          Condition: { StringEquals: { 'sts:ExternalId': 'x' }, Bool: { 'aws:SecureTransport': 'true' } },
        },
      ]),
      {
        all: [atom('StringEquals', 'sts:ExternalId', 'x'), atom('Bool', 'aws:SecureTransport', 'true')],
      },
    ],
    [
      'either of two statements',
      line([
        { ...allow, Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } },
        { ...allow, Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } },
      ]),
      {
        any: [
          atom('StringEquals', 'aws:SourceVpc', 'vpc-1'),
          atom('IpAddress', 'aws:SourceIp', '10.0.0.0/8'),
        ],
      },
    ],
    [
      'an Allow but for a Deny of the same key',
      line([
        { ...allow, Condition: { StringLike: { 'k:x': 'a*' } } },
        { ...deny, Condition: { StringEquals: { 'k:x': 'ab' } } },
      ]),
      { all: [atom('StringLike', 'k:x', 'a*'), { not: atom('StringEquals', 'k:x', 'ab') }] },
    ],
    [
      'text of the resource',
      line([{ ...allow, Resource: 'arn:aws:s3:::b/x*' }], { resource: 'arn:aws:s3:::b/*' }),
      { resource: ['arn:aws:s3:::b/x*'] },
    ],
    [
      'a session by its name',
      line([], {
        policies: {
          resource: of({
            ...allow,
            Principal: { AWS: 'arn:aws:sts::111111111111:assumed-role/app/s1' },
          }),
        },
      }),
      atom('StringLike', 'aws:userid', '*:s1'),
    ],
    [
      'the encryption context of a grant',
      line([], {
        action: 'kms:Decrypt',
        resource: 'arn:aws:kms:us-east-1:111111111111:key/k',
        policies: {
          resource: of(),
          grants: [
            {
              GranteePrincipal: 'arn:aws:iam::111111111111:role/app',
              Operations: ['Decrypt'],
              Constraints: { EncryptionContextSubset: { a: 'b' } },
            },
          ],
        },
      }),
      atom('StringEquals', 'kms:EncryptionContext:a', 'b'),
    ],
    [
      'plain text that looks like a variable or a wildcard',
      line([{ ...allow, Condition: { StringLike: { 'k:x': '${*}${$}{a}*' } } }]),
      atom('StringLike', 'k:x', '${*}${$}{a}*'),
    ],
  ])('is %s', (_name, given, expected) => {
    const { verdict, allowIf } = decide(given);
    expect({ verdict, allowIf }).toEqual({ verdict: 'depends', allowIf: expected });
    expect(JSON.parse(JSON.stringify(allowIf))).toEqual(allowIf);
  });

  it('is not said where the verdict is sure, or unknown', () => {
    expect(decide(line([allow])).allowIf).toBeUndefined();
    const unread = { policies: { identity: [{ unknown: true }] } };
    expect(decide(line([], unread)).allowIf).toBeUndefined();
  });

  it('is what the evaluator says, however the unknown turns out', () => {
    const random = randomFrom(Number(process.env.IAM_SEED ?? 20261124));
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const make = makeLines(random);
    let compared = 0;
    for (let left = RUNS; left > 0; left--) {
      const made = make(true);
      const { verdict, allowIf, undetermined } = decide(made);
      if (verdict !== 'depends') continue;
      expect([JSON.stringify(made), allowIf]).not.toContain(undefined);
      const hole = HOLES.find(([, resource]) => resource === made.resource);
      for (let turn = 0; turn < 6; turn++) {
        const context: { [key: string]: Raw } = { ...(made.context as RawObject) };
        for (const each of undetermined)
          if (each.kind === 'key' && each.key === 'aws:userid')
            context[each.key] = pick(['AROA:s1', 'AROA:s2']);
          else if (each.kind === 'key')
            context[each.key] = pick([null, ...(KEYS.find((one) => one.key === each.key)?.values ?? [])]);
        const isOpen = undetermined.some((each) => each.kind === 'resource');
        const resource = hole && isOpen ? hole[1].replace('*', () => pick(hole[2])) : made.resource;
        const read = readRequest({ ...made, context, resource: resource ?? null });
        if (read.kind === 'unreadable' || allowIf === undefined) throw new Error(JSON.stringify(made));
        const said = meetsResidual(allowIf, prepare(read.request, read.policies, null));
        expect([
          JSON.stringify({ ...made, context, resource }),
          authorize(read.request, read.policies).verdict,
        ]).toEqual([JSON.stringify({ ...made, context, resource }), said ? 'allowed' : 'denied']);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(RUNS / 40);
  });
});
