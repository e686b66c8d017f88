// Chains against a model that is dumber than they are: every pair asked of the plain engine, and the pairs closed over.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Judged } from '@/lib/findings/rule';
import { ABSENT } from '@/lib/iam/context';
import type { Role } from '@/lib/model/resource';
import { verdictAtWill } from '@/lib/verdict/at-will';
import { judgeNeed } from '@/lib/verdict/judge-need';
import { comesTo, wornFrom } from './chains';
import { anyOrganization, judgedOf } from './organization.fixture';
import { passesFrom } from './pass-steps';
import { changesFrom } from './pipeline-steps';
import { openness, type Passable, worstOf } from './step';
import { rewritesFrom } from './trust-steps';

/** What the plain engine says of putting `to` on, asked without any index; null where it is denied. */
function plainly({ inventory, shelf }: Judged, from: Role, to: Role): Passable | null {
  const { decision } = judgeNeed(inventory, shelf, {
    principal: { kind: 'role', arn: from.arn, account: from.account },
    action: 'sts:AssumeRole',
    resource: to.arn,
    resourceAccount: to.account,
    base: { 'aws:SourceArn': ABSENT, 'aws:SourceAccount': ABSENT },
    context: {},
    essential: true,
    because: '',
    source: '',
  });
  const verdict = verdictAtWill(decision);
  return verdict === 'denied' ? null : verdict;
}

/** For every pair the verdict of its best chain, by closing over the pairs until nothing changes. */
function closure(judged: Judged): ReadonlyMap<string, Passable> {
  const roles = [...judged.inventory.roles.values()];
  const best = new Map<string, Passable>();
  const improve = (from: string, to: string, verdict: Passable): boolean => {
    const known = best.get(`${from} ${to}`);
    if (from === to || (known !== undefined && openness(known) <= openness(verdict))) return false;
    best.set(`${from} ${to}`, verdict);
    return true;
  };
  for (const from of roles) {
    for (const to of roles) {
      const verdict = from === to ? null : plainly(judged, from, to);
      if (verdict !== null) improve(from.arn, to.arn, verdict);
    }
    for (const stepsOf of [changesFrom, rewritesFrom, passesFrom])
      for (const step of stepsOf(judged, from)) improve(from.arn, step.to, step.verdict);
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (const from of roles)
      for (const over of roles)
        for (const to of roles) {
          const [one, other] = [best.get(`${from.arn} ${over.arn}`), best.get(`${over.arn} ${to.arn}`)];
          if (one !== undefined && other !== undefined)
            changed = improve(from.arn, to.arn, worstOf([one, other])) || changed;
        }
  }
  return best;
}

describe('chains of hats', () => {
  it('say of every pair what closing over the plain engine’s answers says, from both ends', () => {
    fc.assert(
      fc.property(anyOrganization, (snapshot) => {
        const judged = judgedOf(snapshot);
        const model = closure(judged);
        const roles = [...judged.inventory.roles.keys()];
        const known = new Set(roles);
        const forward = roles.flatMap((from) =>
          wornFrom(judged, [from])
            .filter(({ role }) => known.has(role))
            .map(({ role, chain }) => `${from} ${role} ${chain.verdict}`),
        );
        const backward = roles.flatMap((to) =>
          comesTo(judged, [to])
            .filter(({ being }) => known.has(being.id))
            .map(({ being, chain }) => `${being.id} ${to} ${chain.verdict}`),
        );
        const expected = [...model].map(([pair, verdict]) => `${pair} ${verdict}`).sort();
        expect(forward.sort()).toEqual(expected);
        expect(backward.sort()).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it('are made of steps that join, begin and end where they say, and are as bad as their worst', () => {
    fc.assert(
      fc.property(anyOrganization, (snapshot) => {
        const judged = judgedOf(snapshot);
        for (const to of judged.inventory.roles.keys())
          for (const { being, chain } of comesTo(judged, [to])) {
            expect(chain.steps[0].from).toEqual(being);
            expect(chain.steps.at(-1)?.to).toBe(to);
            chain.steps.slice(1).forEach((step, place) => {
              expect(step.from.id).toBe(chain.steps[place]?.to);
            });
            expect(chain.verdict).toBe(worstOf(chain.steps.map((step) => step.verdict)));
            expect(new Set(chain.steps.map((step) => step.to)).size).toBe(chain.steps.length);
          }
      }),
      { numRuns: 60 },
    );
  });

  it('from outside are the same from both ends', () => {
    fc.assert(
      fc.property(anyOrganization, (snapshot) => {
        const judged = judgedOf(snapshot);
        const roles = [...judged.inventory.roles.keys()];
        const backward = roles.flatMap((to) =>
          comesTo(judged, [to])
            .filter(({ being }) => being.kind !== 'role')
            .map(({ being, chain }) => `${being.id} ${to} ${chain.verdict}`),
        );
        const known = new Set(roles);
        const outside = ['ec2.amazonaws.com', 'anybody', '999999999999', '333333333333'];
        const forward = outside.flatMap((from) =>
          wornFrom(judged, [from])
            .filter(({ role }) => known.has(role))
            .map(({ role, chain }) => `${from} ${role} ${chain.verdict}`),
        );
        expect(forward.sort()).toEqual(
          backward.filter((one) => outside.some((name) => one.startsWith(`${name} `))).sort(),
        );
      }),
      { numRuns: 60 },
    );
  });
});
