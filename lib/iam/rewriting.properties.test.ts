// Ways to write the same policies, which must not change the decision.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { authorize } from './authorize';
import type { Raw, RawObject } from './oracle.fixture';
import { decide, lines, RUNS, withDocuments, withPolicies, withStatements } from './properties.fixture';
import { readRequest } from './read-request';

// Many requests on a machine that others use as well.
vi.setConfig({ testTimeout: 120_000 });

const shuffled = (block: Raw | undefined): Raw =>
  Object.fromEntries(Object.entries((block ?? {}) as RawObject).reverse());

/** Ways to write the same policies. */
const REWRITINGS: { readonly [what: string]: (line: RawObject) => RawObject } = {
  'the order of statements': (line) => withStatements(line, (all) => all.toReversed()),
  'a statement written twice': (line) => withStatements(line, (all) => [...all, ...all]),
  'the name of a statement': (line) =>
    withStatements(line, (all) => all.map((one, index) => ({ ...one, Sid: `S${index}` }))),
  'the case of actions': (line) =>
    withStatements(line, (all) =>
      all.map((one) => ({ ...one, ...('Action' in one ? { Action: upper(one.Action) } : {}) })),
    ),
  'the order of condition operators': (line) =>
    withStatements(line, (all) =>
      all.map((one) => ({ ...one, ...('Condition' in one ? { Condition: shuffled(one.Condition) } : {}) })),
    ),
  'the case of context keys': (line) => ({
    ...line,
    context: Object.fromEntries(
      Object.entries(line.context as RawObject).map(([key, value]) => [key.toUpperCase(), value]),
    ),
  }),
  'one value as a list': (line) =>
    withStatements(line, (all) =>
      all.map((one) => ({
        ...one,
        ...('Resource' in one ? { Resource: [one.Resource ?? null].flat() } : {}),
        ...('Action' in one ? { Action: [one.Action ?? null].flat() } : {}),
      })),
    ),
  'a lone statement outside a list': (line) =>
    withDocuments(line, (document) => {
      const all = document.Statement as Raw[];
      return all.length === 1 ? { ...document, Statement: all[0] ?? null } : document;
    }),
  'the order of identity policies': (line) =>
    withPolicies(line, (policies) => ({
      identity: (policies.identity as Raw[])
        .filter((one) => (one as RawObject).unknown !== true)
        .toReversed(),
    })),
  'an account id as the ARN of its root': (line) =>
    replaced(line, /"(\d{12})"(?=[,}\]])/g, '"arn:aws:iam::$1:root"', ['Principal', 'NotPrincipal']),
  'ArnEquals as ArnLike': (line) => replaced(line, /"ArnEquals/g, '"ArnLike', ['Condition']),
  'JSON text, URL-encoded': (line) =>
    withDocumentText(line, (document) => encodeURIComponent(JSON.stringify(document))),
};

function upper(raw: Raw | undefined): Raw {
  return Array.isArray(raw) ? raw.map(upper) : String(raw).toUpperCase();
}

function replaced(line: RawObject, pattern: RegExp, by: string, elements: readonly string[]): RawObject {
  return withStatements(line, (all) =>
    all.map((one) =>
      Object.fromEntries(
        Object.entries(one).map(([element, raw]) => [
          element,
          elements.includes(element) ? (JSON.parse(JSON.stringify(raw).replace(pattern, by)) as Raw) : raw,
        ]),
      ),
    ),
  );
}

function withDocumentText(line: RawObject, text: (document: RawObject) => string): RawObject {
  const walk = (raw: Raw): Raw => {
    if (Array.isArray(raw)) return raw.map(walk);
    return typeof raw === 'object' && raw !== null && raw.unknown !== true ? text(raw) : raw;
  };
  const policies = Object.entries(line.policies as RawObject);
  return { ...line, policies: Object.fromEntries(policies.map(([type, raw]) => [type, walk(raw)])) };
}

describe('a decision does not hang on', () => {
  it.each(Object.entries(REWRITINGS))('%s', (what, rewrite) => {
    fc.assert(
      fc.property(lines, (line) => {
        const hasUnread = JSON.stringify(line.policies).includes('unknown');
        fc.pre(what !== 'the order of identity policies' || !hasUnread);
        const [before, after] = [decide(line), decide(rewrite(line))];
        expect({ verdict: after.verdict, by: after.by }).toEqual({ verdict: before.verdict, by: before.by });
        expect(after.undetermined.map((one) => JSON.stringify(one).toLowerCase())).toEqual(
          before.undetermined.map((one) => JSON.stringify(one).toLowerCase()),
        );
      }),
      RUNS,
    );
  });

  it('what was asked of the same policies before', () => {
    fc.assert(
      fc.property(lines, lines, (line, other) => {
        const [read, between] = [
          readRequest(line),
          readRequest({ ...other, policies: line.policies ?? null }),
        ];
        if (read.kind !== 'read' || between.kind !== 'read') throw new Error('unreadable');
        const first = authorize(read.request, read.policies);
        authorize(between.request, read.policies);
        expect(authorize(read.request, read.policies)).toEqual(first);
      }),
      RUNS,
    );
  });
});
