// The evaluator against a second one, written apart from it: thousands of made-up requests, known and not.
import { describe, expect, it, vi } from 'vitest';
import { authorize } from './authorize';
import { bruteForce } from './brute-force.fixture';
import { explain } from './explain';
import { makeLines, randomFrom } from './lines.fixture';
import { naiveAllows, type RawObject } from './oracle.fixture';
import { readRequest } from './read-request';

/** More than a run of every day: set IAM_SOAK to a number of requests, and IAM_SEED to other ones. */
const KNOWN = Number(process.env.IAM_SOAK ?? 20_000);
/** Others use the machine as well. */
const TIMEOUT_MS = 100 * KNOWN;
vi.setConfig({ testTimeout: TIMEOUT_MS });
const OPEN = Math.ceil(KNOWN / 10);

function decided(line: RawObject) {
  const read = readRequest(line);
  if (read.kind === 'unreadable') throw new Error(`${read.error} in ${JSON.stringify(line)}`);
  return { ...read, decision: authorize(read.request, read.policies) };
}

function namesOf(line: RawObject): readonly string[] {
  const names = decided(line).decision.undetermined.map((one) =>
    one.kind === 'key'
      ? one.key
      : one.kind === 'policy'
        ? one.policy
        : one.kind === 'rule'
          ? one.rule
          : 'resource-text',
  );
  return [...new Set(names)].sort();
}

describe('against the naive evaluator', () => {
  it(
    `agrees on ${KNOWN} requests with everything known or disputed`,
    () => {
      const line = makeLines(randomFrom(Number(process.env.IAM_SEED ?? 20261124)));
      const counts = { allowed: 0, denied: 0, depends: 0, unknown: 0 };
      for (let left = KNOWN; left > 0; left--) {
        const made = line(false);
        const { decision } = decided(made);
        counts[decision.verdict]++;
        const rulings = (reading: boolean) =>
          naiveAllows(made, {
            wildcardService: reading,
            partialNotPrincipal: new Set(),
            boundaryBindsDirectUser: reading,
            refusesUnsigned: reading,
            bad: reading,
          });
        if (decision.verdict === 'allowed' || decision.verdict === 'denied')
          expect([decision.verdict, JSON.stringify(made)]).toEqual([
            rulings(false) ? 'allowed' : 'denied',
            JSON.stringify(made),
          ]);
        else expect(bruteForce(made)).toEqual({ verdict: decision.verdict, undetermined: namesOf(made) });
      }
      expect(counts.allowed).toBeGreaterThan(KNOWN / 20);
      expect(counts.denied).toBeGreaterThan(KNOWN / 20);
    },
    TIMEOUT_MS,
  );

  it(
    `agrees on ${OPEN} requests with keys and policies not known, and on what they hang on`,
    () => {
      const line = makeLines(randomFrom(Number(process.env.IAM_SEED ?? 19700101)));
      const counts: { [verdict: string]: number } = { allowed: 0, denied: 0, depends: 0, unknown: 0 };
      let skipped = 0;
      for (let left = OPEN; left > 0; left--) {
        const made = line(true);
        const expected = bruteForce(made);
        if (expected === null) {
          skipped++;
          continue;
        }
        const { decision } = decided(made);
        counts[decision.verdict] = (counts[decision.verdict] ?? 0) + 1;
        expect({
          verdict: decision.verdict,
          undetermined: namesOf(made),
          line: JSON.stringify(made),
        }).toEqual({
          ...expected,
          line: JSON.stringify(made),
        });
      }
      for (const count of Object.values(counts)) expect(count).toBeGreaterThan(OPEN / 250);
      expect(skipped).toBeLessThan(OPEN / 4);
    },
    TIMEOUT_MS,
  );

  it('explains every request with the decision it makes', () => {
    const line = makeLines(randomFrom(42));
    for (let left = 500; left > 0; left--) {
      const { request, policies, decision } = decided(line(left % 2 === 0));
      const explained = explain(request, policies);
      expect(explained.decision).toEqual(decision);
      for (const policy of explained.policies)
        for (const statement of policy.statements)
          expect(statement.failed === null).toBe(statement.applies === 'yes');
    }
  });
});
