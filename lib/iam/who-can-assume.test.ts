// The index finds what trying every pair finds, on made-up organisations, and dangling principals are told.
import { describe, expect, it, vi } from 'vitest';
import { type Actor, type AssumeEdge, type AssumeWorld, edgeOf, type Target } from './assume-world';
import { ABSENT, known, UNKNOWN } from './context';
import { danglingPrincipals } from './dangling';
import { randomFrom } from './lines.fixture';
import { parsePolicy } from './parse-policy';
import type { Policy, UnreadPolicy } from './policy';
import { allAssumeEdges, indexAssume, whatCanAssume, whoCanAssume } from './who-can-assume';

// Many requests on a machine that others use as well.
vi.setConfig({ testTimeout: 120_000 });

// biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable of IAM.
const TEMPLATE = 'arn:aws:iam::333333333333:role/${aws:PrincipalTag/x}';
const ACCOUNTS = ['111111111111', '222222222222', '333333333333'];
const UNREAD: UnreadPolicy = { kind: 'unread', id: 'unread' };

/** A small organisation: roles that are actors and targets, with policies shared and not, some unread. */
function organisation(seed: number): AssumeWorld {
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const chance = (probability: number) => random() < probability;
  const roles = ACCOUNTS.flatMap((account) =>
    ['a', 'b', 'team/c', 'd', 'e'].map((name) => ({
      account,
      name,
      arn: `arn:aws:iam::${account}:role/${name}`,
    })),
  );
  const resources = [
    '*',
    'arn:aws:iam::*:role/*',
    'arn:aws:iam::*:role/b',
    'arn:aws:iam::222222222222:role/*',
    'arn:aws:iam::111111111111:role/team/?',
    'arn:aws:iam::2*:role/d',
    'arn:aws:iam',
    TEMPLATE,
    ...roles.map((role) => role.arn),
  ];
  const identity = (id: string): Policy =>
    parsePolicy(id, 'identity', {
      Version: '2012-10-17',
      Statement: Array.from({ length: 1 + Math.floor(random() * 2) }, () => ({
        Effect: chance(0.15) ? 'Deny' : 'Allow',
        Action: pick(['sts:AssumeRole', 'sts:*', '*', 's3:*', 'sts:Assume*']),
        [chance(0.9) ? 'Resource' : 'NotResource']: pick(resources),
        ...(chance(0.05) ? { Condition: { StringFoo: { a: 'b' } } } : {}),
      })),
    });
  const shared = [identity('shared-1'), identity('shared-2')];
  const trust = (id: string): Policy | UnreadPolicy =>
    chance(0.08)
      ? { ...UNREAD, id }
      : parsePolicy(id, 'resource', {
          Version: '2012-10-17',
          Statement: Array.from({ length: 1 + Math.floor(random() * 2) }, () => ({
            Effect: chance(0.1) ? 'Deny' : 'Allow',
            Action: pick(['sts:AssumeRole', 'sts:*', 'sts:AssumeRoleWithWebIdentity']),
            [chance(0.95) ? 'Principal' : 'NotPrincipal']: pick<unknown>([
              '*',
              { AWS: '*' },
              { AWS: pick(ACCOUNTS) },
              { AWS: `arn:aws:iam::${pick(ACCOUNTS)}:root` },
              { AWS: [pick(roles).arn, pick(roles).arn] },
              { AWS: `arn:aws:sts::${pick(ACCOUNTS)}:assumed-role/c/s1` },
              { AWS: 'AROAEXAMPLEEXAMPLE1' },
              { Service: 'codebuild.amazonaws.com' },
              { Federated: 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com' },
            ]),
            ...(chance(0.2) ? { Condition: { StringEquals: { 'sts:ExternalId': 'x' } } } : {}),
          })),
        });
  const actors: Actor[] = roles.map(({ account, arn }) => ({
    principal: chance(0.8)
      ? { kind: 'role', arn, account }
      : { kind: 'role', arn, account, sessionName: 's1' },
    policies: {
      identity: [
        ...(chance(0.5) ? [pick(shared)] : []),
        ...(chance(0.6) ? [identity(`own-${arn}`)] : []),
        ...(chance(0.05) ? [UNREAD] : []),
      ],
      boundary: chance(0.15) ? identity(`boundary-${arn}`) : null,
      scp: null,
    },
  }));
  const users: Actor[] = ACCOUNTS.map((account) => ({
    principal: { kind: 'user', arn: `arn:aws:iam::${account}:user/u`, account },
    policies: { identity: chance(0.5) ? [pick(shared)] : [], boundary: null, scp: null },
  }));
  const targets: Target[] = roles.map(({ account, arn }) => ({
    arn,
    account,
    trust: trust(`trust-${arn}`),
    rcp: null,
  }));
  const context = {
    'sts:ExternalId': pick([UNKNOWN, ABSENT, known('x')]),
    'aws:PrincipalTag/x': pick([UNKNOWN, known('a')]),
  };
  return { actors: [...actors, ...users], targets, contextOf: () => context };
}

const textOf = ({ principal, target, decision }: AssumeEdge) =>
  `${'arn' in principal ? principal.arn : JSON.stringify(principal)} → ${target.arn} ${decision.verdict}`;
const isActor = (edge: AssumeEdge) => 'arn' in edge.principal;

describe('the index', () => {
  it('finds the edges that trying every pair finds', () => {
    let found = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const world = organisation(seed);
      const expected = world.targets.flatMap((target) =>
        world.actors.flatMap((actor) => edgeOf(world, actor, target) ?? []),
      );
      const index = indexAssume(world);
      const edges = [...allAssumeEdges(index)];
      expect(edges.filter(isActor).map(textOf).sort()).toEqual(expected.map(textOf).sort());
      const fromActors = world.actors.flatMap((actor) => whatCanAssume(index, actor));
      expect(fromActors.map(textOf).sort()).toEqual(expected.map(textOf).sort());
      found += edges.length;
    }
    expect(found).toBeGreaterThan(1000);
  });

  it('asks only about those who may come through', () => {
    const account = '111111111111';
    const trust = parsePolicy('trust', 'resource', {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: account } }],
    });
    const target: Target = { arn: `arn:aws:iam::${account}:role/t`, account, trust, rcp: null };
    let asked = 0;
    const actors: Actor[] = Array.from({ length: 500 }, (_, at) => ({
      principal: { kind: 'role', arn: `arn:aws:iam::${account}:role/r${at}`, account },
      policies: {
        identity: [
          parsePolicy(`own-${at}`, 'identity', {
            Version: '2012-10-17',
            Statement: {
              Effect: 'Allow',
              Action: 'sts:AssumeRole',
              Resource: `arn:aws:iam::${account}:role/${at === 7 ? 't' : 'x'}`,
            },
          }),
        ],
        boundary: null,
        scp: null,
      },
    }));
    const world: AssumeWorld = {
      actors,
      targets: [target],
      contextOf: () => {
        asked++;
        return {};
      },
    };
    expect(whoCanAssume(indexAssume(world), target).map(textOf)).toEqual([
      `arn:aws:iam::${account}:role/r7 → arn:aws:iam::${account}:role/t allowed`,
    ]);
    expect(asked).toBe(1);
  });

  it('names services and identity providers', () => {
    const provider = 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com';
    const trust = parsePolicy('trust', 'resource', {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'codepipeline.amazonaws.com' } },
        { Effect: 'Allow', Action: 'sts:AssumeRoleWithWebIdentity', Principal: { Federated: provider } },
      ],
    });
    const target: Target = {
      arn: 'arn:aws:iam::111111111111:role/t',
      account: '111111111111',
      trust,
      rcp: null,
    };
    const index = indexAssume({ actors: [], targets: [target], contextOf: () => ({}) });
    expect(
      whoCanAssume(index, target).map(({ principal, action, decision }) => [
        principal.kind,
        action,
        decision.verdict,
      ]),
    ).toEqual([
      ['service', 'sts:AssumeRole', 'allowed'],
      ['web-identity', 'sts:AssumeRoleWithWebIdentity', 'allowed'],
    ]);
  });
});

describe('danglingPrincipals', () => {
  it('names the ids of what was deleted, and where they stand', () => {
    const policy = parsePolicy('trust', 'resource', {
      Statement: {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { AWS: ['AROAEXAMPLEEXAMPLE1', '111111111111'] },
      },
    });
    expect(danglingPrincipals(policy)).toEqual([
      { id: 'AROAEXAMPLEEXAMPLE1', pointer: '/Statement', statement: 0 },
    ]);
  });
});
