// Made-up requests for property tests, and ways to change their policies.
import fc from 'fast-check';
import { authorize } from './authorize';
import type { Decision } from './decision';
import { makeLines, randomFrom } from './lines.fixture';
import type { Raw, RawObject } from './oracle.fixture';
import { readRequest } from './read-request';

export const RUNS = { numRuns: 400, seed: 20261124 };
export const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
export const lines = fc.tuple(seeds, fc.boolean()).map(([seed, open]) => makeLines(randomFrom(seed))(open));

export function decide(line: RawObject): Decision {
  const read = readRequest(line);
  if (read.kind === 'unreadable') throw new Error(read.error);
  return authorize(read.request, read.policies);
}

export function verdict(line: RawObject): string {
  return decide(line).verdict;
}

/** The line with every policy document put through a function. */
export function withDocuments(
  line: RawObject,
  change: (document: RawObject, type: string) => RawObject,
): RawObject {
  const walk = (raw: Raw, type: string): Raw => {
    if (Array.isArray(raw)) return raw.map((one) => walk(one, type));
    if (typeof raw !== 'object' || raw === null || raw.unknown === true) return raw;
    return change(raw, type);
  };
  const policies = Object.entries(line.policies as RawObject);
  return { ...line, policies: Object.fromEntries(policies.map(([type, raw]) => [type, walk(raw, type)])) };
}

export function withStatements(
  line: RawObject,
  change: (all: RawObject[], type: string) => Raw[],
): RawObject {
  return withDocuments(line, (document, type) => ({
    ...document,
    Statement: change(document.Statement as RawObject[], type),
  }));
}

export function withPolicies(line: RawObject, change: (policies: RawObject) => RawObject): RawObject {
  return { ...line, policies: { ...(line.policies as RawObject), ...change(line.policies as RawObject) } };
}

/** The line with nothing left in its policies but the statements cited. */
export function keepOnly(line: RawObject, cited: ReadonlySet<string>): RawObject {
  const keep = (raw: Raw, id: string): Raw => {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
    if (raw.unknown === true) return { Version: '2012-10-17', Statement: [] };
    const all = raw.Statement as RawObject[];
    return { ...raw, Statement: all.filter((_statement, index) => cited.has(`${id}#${index}`)) };
  };
  return withPolicies(line, (policies) =>
    Object.fromEntries(
      Object.entries(policies).map(([type, raw]) => {
        if (!Array.isArray(raw)) return [type, keep(raw, type)];
        return [
          type,
          raw.map((level, index) =>
            Array.isArray(level)
              ? level.map((document, at) => keep(document, `${type}/${index}/${at}`))
              : keep(level, `${type}/${index}`),
          ),
        ];
      }),
    ),
  );
}
