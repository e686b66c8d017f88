// Tries the evaluator against the naive one on as many made-up requests as asked for, and stops at the first disagreement.
// Run: node --import tsx bench/iam-soak.ts [requests] [seed]
import { authorize } from '@/lib/iam/authorize';
import { bruteForce } from '@/lib/iam/brute-force.fixture';
import type { Decision } from '@/lib/iam/decision';
import { makeLines, randomFrom } from '@/lib/iam/lines.fixture';
import { naiveAllows, type RawObject } from '@/lib/iam/oracle.fixture';
import { readRequest } from '@/lib/iam/read-request';

const requests = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? 1);
const make = makeLines(randomFrom(seed));
const counts: { [verdict: string]: number } = {};
const start = performance.now();

for (let done = 1; done <= requests; done++) {
  // Brute force tries up to thousands of worlds: one request in fifty.
  const isOpen = done % 50 === 0;
  const line = make(isOpen);
  const decision = decided(line);
  counts[decision.verdict] = (counts[decision.verdict] ?? 0) + 1;
  const expected = isOpen ? bruteForce(line) : expectedOf(line, decision);
  const found = { verdict: decision.verdict, undetermined: isOpen ? namesOf(decision) : [] };
  if (expected !== null && JSON.stringify(found) !== JSON.stringify(expected)) {
    console.error(
      `disagreement at request ${done} of seed ${seed}: ${JSON.stringify(found)}, naive ${JSON.stringify(expected)}`,
    );
    console.error(JSON.stringify(line));
    process.exit(1);
  }
  if (done % 100_000 === 0 || done === requests)
    console.log(
      `${done} agree  ${Math.round((performance.now() - start) / 1000)} s  ${JSON.stringify(counts)}`,
    );
}

function decided(line: RawObject): Decision {
  const read = readRequest(line);
  if (read.kind === 'unreadable') throw new Error(`${read.error} in ${JSON.stringify(line)}`);
  return authorize(read.request, read.policies);
}

/** What the naive evaluator says; null where there are too many worlds to try. */
function expectedOf(line: RawObject, { verdict }: Decision) {
  if (verdict === 'depends' || verdict === 'unknown') {
    const tried = bruteForce(line);
    return tried && { verdict: tried.verdict, undetermined: [] };
  }
  const isAllowed = naiveAllows(line, {
    wildcardService: false,
    partialNotPrincipal: new Set(),
    boundaryBindsDirectUser: false,
    refusesUnsigned: false,
    bad: false,
  });
  return { verdict: isAllowed ? 'allowed' : 'denied', undetermined: [] };
}

function namesOf({ undetermined }: Decision): readonly string[] {
  const names = undetermined.map((one) => {
    if (one.kind === 'resource') return 'resource-text';
    return one.kind === 'key' ? one.key : one.kind === 'policy' ? one.policy : one.rule;
  });
  return [...new Set(names)].sort();
}
