// Chains: the shortest way to every role, its worst hop, and how long the last session may live.
import { describe, expect, it } from 'vitest';
import { assumeChains } from './assume-chains';
import type { Actor, AssumeWorld, Target } from './assume-world';
import { ABSENT } from './context';
import { parsePolicy } from './parse-policy';
import { indexAssume } from './who-can-assume';

const ACCOUNT = '111111111111';
const arn = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;

function role(
  name: string,
  trusts: object | string,
  condition: object = {},
): { actor: Actor; target: Target } {
  const trust = parsePolicy(`trust-${name}`, 'resource', {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: trusts, ...condition }],
  });
  return {
    actor: {
      principal: { kind: 'role', arn: arn(name), account: ACCOUNT },
      policies: { identity: [], boundary: null, scp: null },
    },
    target: { arn: arn(name), account: ACCOUNT, trust, rcp: null },
  };
}

const user: Actor = {
  principal: { kind: 'user', arn: `arn:aws:iam::${ACCOUNT}:user/u`, account: ACCOUNT },
  policies: { identity: [], boundary: null, scp: null },
};
const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
const byIp = { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } };

const roles = [
  role('a', { AWS: user.principal.arn }),
  role('b', { AWS: arn('a') }, byIp),
  role('c', { AWS: [arn('b'), arn('a')] }),
  role('d', { AWS: arn('c') }, mfa),
  role('e', { AWS: arn('c') }),
];
const world: AssumeWorld = {
  actors: [user, ...roles.map((one) => one.actor)],
  targets: roles.map((one) => one.target),
  contextOf: (actor) => (actor?.principal.kind === 'role' ? { 'aws:MultiFactorAuthPresent': ABSENT } : {}),
};

function chains(from: Actor, maxHops: number): readonly string[] {
  return assumeChains(indexAssume(world), from, maxHops).map(
    ({ hops, verdict, maxSeconds }) =>
      `${hops.map((hop) => hop.target.arn.slice(-1)).join('')} ${verdict} ${maxSeconds}`,
  );
}

describe('assumeChains', () => {
  it('finds the shortest way to every role; MFA does not come along', () => {
    expect(chains(user, 9)).toEqual([
      'a allowed null',
      'ab depends 3600',
      'ac allowed 3600',
      'ace allowed 3600',
    ]);
  });

  it('stops after so many hops', () => {
    expect(chains(user, 2)).toEqual(['a allowed null', 'ab depends 3600', 'ac allowed 3600']);
    expect(chains(user, 0)).toEqual([]);
  });

  it('knows that a role session which asks for a role is chaining at once', () => {
    expect(chains(roles[2]?.actor ?? user, 9)).toEqual(['e allowed 3600']);
  });
});
