// Steps that change something first: fires, silent, cannot tell.
import { describe, expect, it } from 'vitest';
import { allow, HUB, PROD, role, snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import { comesTo, wornFrom } from './chains';
import { LAUNCHES } from './launches';
import { arnOf, judgedOf } from './organization.fixture';

const nobody = trust({ Service: 'ec2.amazonaws.com' });
const DEPLOY = arnOf(HUB, 'deploy');
const ADMIN = arnOf(HUB, 'admin');

function judged(...facts: readonly (Fact | readonly Fact[])[]) {
  return judgedOf(snapshotOf(facts));
}

/** What leads from `admin` to `deploy`, by verdict and kind; null where nothing does. */
function wayOf(...facts: readonly (Fact | readonly Fact[])[]) {
  const all = judged(...facts);
  const [way] = wornFrom(all, [ADMIN]).filter(({ role: arn }) => arn === DEPLOY);
  const [back] = comesTo(all, [DEPLOY]).filter(({ being }) => being.id === ADMIN);
  expect(back?.chain).toEqual(way?.chain);
  if (way === undefined) return null;
  const [step] = way.chain.steps;
  return { kind: step.kind, verdict: way.chain.verdict, changes: way.chain.changes, step };
}

describe('who may rewrite the trust policy of a hat', () => {
  const rewrites = (on: string) => allow('iam:UpdateAssumeRolePolicy', on);

  it.each(['*', DEPLOY])('could let itself in, by %s', (on) => {
    const way = wayOf(role(HUB, 'deploy', nobody), role(HUB, 'admin', nobody, rewrites(on)));
    expect(way).toMatchObject({ kind: 'rewrites', verdict: 'allowed', changes: true });
    expect(way?.step.halves.map(({ source, effect }) => [source.id, effect])).toEqual([
      [`inline:${ADMIN}/inline`, 'Allow'],
    ]);
  });

  it('is preferred to none where it may put the hat on as things stand', () => {
    const way = wayOf(role(HUB, 'deploy', trust({ AWS: ADMIN })), role(HUB, 'admin', nobody, rewrites('*')));
    expect(way).toMatchObject({ kind: 'assumes', verdict: 'allowed', changes: false });
  });

  it.each([
    ['of another account', PROD, [rewrites('*')]],
    ['of another name', HUB, [rewrites(arnOf(HUB, 'other'))]],
    [
      'where a Deny keeps it from the role',
      HUB,
      [rewrites('*'), { Effect: 'Deny', Action: 'iam:UpdateAssumeRolePolicy', Resource: DEPLOY }],
    ],
    [
      'where it may put on nothing whoever trusts it',
      HUB,
      [rewrites('*'), { Effect: 'Deny', Action: 'sts:*', Resource: '*' }],
    ],
  ] as const)('is none %s', (_, account, statements) => {
    const all = judged(role(account, 'deploy', nobody), role(HUB, 'admin', nobody, ...statements));
    expect(wornFrom(all, [ADMIN])).toEqual([]);
  });

  it('of a service’s own role is none: nobody may change that', () => {
    const linked = role(HUB, 'deploy', nobody);
    const own = {
      ...linked,
      data: { ...(linked.data as object), Path: '/aws-service-role/x.amazonaws.com/' },
    };
    expect(wornFrom(judged(own, role(HUB, 'admin', nobody, rewrites('*'))), [ADMIN])).toEqual([]);
  });

  it('depends where a condition decides', () => {
    const fromHome = {
      ...(rewrites('*') as object),
      Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
    };
    const way = wayOf(role(HUB, 'deploy', nobody), role(HUB, 'admin', nobody, fromHome));
    expect(way).toMatchObject({ kind: 'rewrites', verdict: 'depends', step: { open: ['aws:SourceIp'] } });
  });

  it('cannot be told where a policy of its own was not read', () => {
    const unread = role(HUB, 'admin', nobody);
    const attached = {
      ...unread,
      data: {
        ...(unread.data as object),
        AttachedManagedPolicies: [{ PolicyName: 'p', PolicyArn: `arn:aws:iam::${HUB}:policy/p` }],
      },
    };
    expect(wayOf(role(HUB, 'deploy', nobody), attached)?.verdict).toBe('unknown');
  });
});

describe('who may hand a hat to a service', () => {
  const starts = LAUNCHES.map(
    ({ service, requests }) => [service, requests.map((one) => one.action)] as const,
  );

  it.each(starts)('%s could run code of its own with it', (service, actions) => {
    const admin = role(HUB, 'admin', nobody, allow([...actions, 'iam:PassRole'], '*'));
    const way = wayOf(role(HUB, 'deploy', trust({ Service: service })), admin);
    expect(way).toMatchObject({ kind: 'passes', verdict: 'allowed', changes: true, step: { service } });
    expect(way?.step.halves.map(({ side }) => side)).toEqual(['resource', 'principal']);
  });

  it.each(starts)(
    '%s is no way without every request, PassRole, or the trust of the hat',
    (service, actions) => {
      const door = trust({ Service: service });
      const all = [...actions, 'iam:PassRole'];
      for (const missing of all) {
        const admin = role(
          HUB,
          'admin',
          nobody,
          allow(
            all.filter((one) => one !== missing),
            '*',
          ),
        );
        expect(wayOf(role(HUB, 'deploy', door), admin)).toBeNull();
      }
      const able = role(HUB, 'admin', nobody, allow(all, '*'));
      expect(wayOf(role(HUB, 'deploy', nobody), able)).toBeNull();
    },
  );

  it('is no way where PassRole is for another service', () => {
    const admin = role(HUB, 'admin', nobody, allow('lambda:*', '*'), {
      ...(allow('iam:PassRole', '*') as object),
      Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    });
    expect(wayOf(role(HUB, 'deploy', trust({ Service: 'lambda.amazonaws.com' })), admin)).toBeNull();
  });

  it('depends on the name where only some may be made', () => {
    const some = allow('lambda:*', `arn:aws:lambda:us-east-1:${HUB}:function:shop-*`);
    const admin = role(HUB, 'admin', nobody, some, allow('iam:PassRole', DEPLOY));
    expect(wayOf(role(HUB, 'deploy', trust({ Service: 'lambda.amazonaws.com' })), admin)).toMatchObject({
      verdict: 'depends',
      step: { open: ['which object it is'] },
    });
  });

  it('cannot be told where a policy of its own was not read', () => {
    const unread = role(HUB, 'admin', nobody);
    const data = {
      ...(unread.data as object),
      AttachedManagedPolicies: [{ PolicyName: 'p', PolicyArn: `arn:aws:iam::${HUB}:policy/p` }],
    };
    const door = role(HUB, 'deploy', trust({ Service: 'lambda.amazonaws.com' }));
    expect(wayOf(door, { ...unread, data })?.verdict).toBe('unknown');
  });
});
