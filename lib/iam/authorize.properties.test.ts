// What must hold of every decision, whatever the policies say.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { authorize } from './authorize';
import { explain } from './explain';
import { makeLines, randomFrom } from './lines.fixture';
import type { Raw, RawObject } from './oracle.fixture';
import { decide, keepOnly, lines, RUNS, seeds, verdict, withPolicies } from './properties.fixture';
import { readRequest } from './read-request';

// Many requests on a machine that others use as well.
vi.setConfig({ testTimeout: 120_000 });

/** Some statement of the vocabulary, of the wanted effect. */
const statements = (effect: string) =>
  lines.map((line) => {
    const documents = ((line.policies as RawObject).identity as RawObject[]).filter(
      (one) => one.unknown !== true,
    );
    const statement = (documents[0]?.Statement as RawObject[] | undefined)?.[0];
    return { Action: '*', Resource: '*', ...statement, Effect: effect } as RawObject;
  });
const one = (statement: RawObject): RawObject => ({
  Version: '2012-10-17',
  Statement: [
    Object.fromEntries(
      Object.entries(statement).filter(([key]) => key !== 'NotAction' && key !== 'NotResource'),
    ),
  ],
});

describe('access', () => {
  it('is never won by a further Deny', () => {
    fc.assert(
      fc.property(lines, statements('Deny'), (line, deny) => {
        const before = verdict(line);
        const after = verdict(
          withPolicies(line, ({ identity }) => ({ identity: [...(identity as Raw[]), one(deny)] })),
        );
        if (before !== 'allowed') expect(after).not.toBe('allowed');
        if (before === 'denied') expect(after).toBe('denied');
      }),
      RUNS,
    );
  });

  it('is never lost by a further Allow', () => {
    fc.assert(
      fc.property(lines, statements('Allow'), (line, allow) => {
        const before = verdict(line);
        const after = verdict(
          withPolicies(line, ({ identity }) => ({ identity: [...(identity as Raw[]), one(allow)] })),
        );
        if (before === 'allowed') expect(after).toBe('allowed');
        if (before !== 'denied') expect(after).not.toBe('denied');
      }),
      RUNS,
    );
  });

  it.each(['boundary', 'session', 'endpoint'])('is never won by a filter: %s', (type) => {
    fc.assert(
      fc.property(lines, statements('Allow'), (line, allow) => {
        fc.pre((line.policies as RawObject)[type] === null);
        const document = one(type === 'endpoint' ? { ...allow, Principal: '*' } : allow);
        const filter = type === 'endpoint' ? document : [document];
        if (verdict(line) === 'denied')
          expect(verdict(withPolicies(line, () => ({ [type]: filter })))).toBe('denied');
      }),
      RUNS,
    );
  });

  it('is never won by a further level of SCPs', () => {
    fc.assert(
      fc.property(lines, statements('Allow'), (line, allow) => {
        const more = withPolicies(line, ({ scp }) => ({
          scp: [...((scp as Raw[] | null) ?? []), [one(allow)]],
        }));
        if (verdict(line) === 'denied') expect(verdict(more)).toBe('denied');
      }),
      RUNS,
    );
  });

  it('across accounts is what both sides say', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const read = readRequest(line);
        if (read.kind === 'unreadable') throw new Error(read.error);
        const { decision, sides } = explain(read.request, read.policies);
        if (decision.by === 'special') return;
        const both = sides.principal === 'allowed' && sides.resource === 'allowed';
        expect(decision.verdict === 'allowed').toBe(both);
        if (sides.principal === 'denied' || sides.resource === 'denied')
          expect(decision.verdict).toBe('denied');
      }),
      RUNS,
    );
  });
});

describe('what is not known', () => {
  it('cannot overturn a verdict once it is known', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const line = makeLines(randomFrom(seed))(true);
        const before = verdict(line);
        fc.pre(before === 'allowed' || before === 'denied');
        const context = Object.fromEntries(
          Object.entries(line.context as RawObject).map(([key, value], index) => {
            const isOpen = typeof value === 'object' && value !== null && !Array.isArray(value);
            return [key, isOpen ? (['a', null, '10.0.0.1', 'true'][(seed + index) % 4] ?? null) : value];
          }),
        );
        expect(verdict({ ...line, context })).toBe(before);
      }),
      RUNS,
    );
  });

  it('is all that stands between the verdict and yes or no', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const line = makeLines(randomFrom(seed))(true);
        const { verdict: before, undetermined } = decide(line);
        if (before !== 'depends') return;
        const context = { ...(line.context as RawObject) };
        for (const each of undetermined) if (each.kind === 'key') context[each.key] = null;
        if (!undetermined.every((each) => each.kind === 'key' && each.key !== 'aws:userid')) return;
        expect(['allowed', 'denied']).toContain(verdict({ ...line, context }));
      }),
      RUNS,
    );
  });
});

describe('a witness', () => {
  it('replays to the verdict it is for', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const line = makeLines(randomFrom(seed))(true);
        const { witness } = decide(line);
        const read = readRequest(line);
        if (!witness || read.kind === 'unreadable') return;
        for (const verdict of ['allowed', 'denied'] as const) {
          const { context, resource, sessionName } = witness[verdict];
          const { principal } = read.request;
          const request = {
            ...read.request,
            principal:
              principal.kind === 'role' ? { sessionName: sessionName ?? 'other', ...principal } : principal,
            resource: resource ?? read.request.resource,
            context: { ...read.request.context, ...context },
          };
          expect(authorize(request, read.policies).verdict).toBe(verdict);
        }
      }),
      { ...RUNS, numRuns: 4000 },
    );
  });
});

describe('evidence', () => {
  it('alone gives the same verdict', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const before = decide(line);
        fc.pre(before.verdict === 'allowed' || before.by === 'explicit-deny');
        fc.pre(before.verdict === 'allowed' || before.verdict === 'denied');
        const cited = new Set(before.evidence.map((each) => `${each.policy}#${each.statement}`));
        const read = readRequest(line);
        if (read.kind === 'unreadable') throw new Error(read.error);
        const kept = keepOnly(line, cited);
        expect(verdict(kept)).toBe(before.verdict);
      }),
      RUNS,
    );
  });
});
