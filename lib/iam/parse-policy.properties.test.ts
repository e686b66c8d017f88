// Whatever stands in a policy, reading it ends well, and what could not be read never passes for allowed.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { authorize } from './authorize';
import { explain } from './explain';
import { parsePolicy } from './parse-policy';
import { lines, RUNS } from './properties.fixture';
import { readRequest } from './read-request';

// Many requests on a machine that others use as well.
vi.setConfig({ testTimeout: 120_000 });

describe('parsePolicy', () => {
  const types = fc.constantFrom(
    'identity',
    'boundary',
    'session',
    'resource',
    'scp',
    'rcp',
    'endpoint' as const,
  );
  const elements = fc.dictionary(
    fc.constantFrom(
      'Effect',
      'Action',
      'NotAction',
      'Resource',
      'Principal',
      'NotPrincipal',
      'Condition',
      'Sid',
      'x',
    ),
    fc.oneof(fc.jsonValue(), fc.constantFrom('Allow', 'Deny', '*', 's3:*', 'arn:aws:s3:::*')),
  );
  const documents = fc.oneof(
    fc.anything(),
    fc.string(),
    fc.record({
      Version: fc.constantFrom('2012-10-17', '2008-10-17', 'x'),
      Statement: fc.oneof(fc.array(elements), elements, fc.jsonValue()),
    }),
  );

  it('never throws, and what it could not read never passes for allowed', () => {
    fc.assert(
      fc.property(types, documents, lines, (type, document, line) => {
        const policy = parsePolicy('p', type, document);
        const read = readRequest(line);
        if (read.kind === 'unreadable') throw new Error(read.error);
        const policies = {
          ...read.policies,
          identity: [...read.policies.identity, policy],
          boundary: policy,
          resource: policy,
        };
        const { verdict: found } = authorize(read.request, policies);
        explain(read.request, policies);
        if (
          policy.problems.some((problem) => problem.pointer === '') &&
          read.request.principal.kind === 'role'
        )
          expect(found).not.toBe('allowed');
      }),
      { ...RUNS, numRuns: 600 },
    );
  });
});
