import { expect, it } from 'vitest';
import type { Json } from '@/lib/base/json';
import { authorize } from '@/lib/iam/authorize';
import { parsePolicy } from '@/lib/iam/parse-policy';
import { verdictAtWill } from './at-will';

const HUB = '111111111111';
const target = 'arn:aws:iam::222222222222:role/deploy';

/** What a role of the hub, which may put on everything, is told by a trust under this condition. */
function toldUnder(Condition: Json) {
  const allow = (more: { readonly [name: string]: Json }): Json => ({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', ...more }],
  });
  const decision = authorize(
    {
      principal: { kind: 'role', arn: `arn:aws:iam::${HUB}:role/caller`, account: HUB },
      action: 'sts:AssumeRole',
      resource: target,
      resourceAccount: '222222222222',
      context: {},
      closed: false,
    },
    {
      identity: [parsePolicy('identity', 'identity', allow({ Resource: '*' }))],
      resource: parsePolicy('trust', 'resource', allow({ Principal: { AWS: HUB }, Condition })),
      boundary: null,
      session: null,
      scp: null,
      rcp: null,
      endpoint: null,
    },
  );
  return [decision.verdict, verdictAtWill(decision)];
}

it.each<[string, Json, readonly string[]]>([
  ['no external id', { Null: { 'sts:ExternalId': 'true' } }, ['depends', 'allowed']],
  ['no session tags', { Null: { 'aws:TagKeys': 'true' } }, ['depends', 'allowed']],
  ['a secret', { StringEquals: { 'sts:ExternalId': '5f1c' } }, ['depends', 'depends']],
  ['an address', { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, ['depends', 'depends']],
  [
    'no external id, and an address',
    { Null: { 'sts:ExternalId': 'true' }, IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
    ['depends', 'depends'],
  ],
  ['nothing', {}, ['allowed', 'allowed']],
])('a trust that wants %s', (_, condition, told) => {
  expect(toldUnder(condition)).toEqual(told);
});
