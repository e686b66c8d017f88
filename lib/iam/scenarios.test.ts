// Every scenario: the request decided as the documentation says, with the evidence it names.
import { describe, expect, it } from 'vitest';
import { authorize } from './authorize';
import { explain } from './explain';
import { readRequest } from './read-request';
import { asExpected, scenarioFiles } from './scenario.fixture';

describe.each(scenarioFiles())('$path', ({ why, source, cases }) => {
  it('says why and cites AWS', () => {
    expect(why).toMatch(/\w\.$/);
    expect(source).toMatch(/^https:\/\//);
    expect(cases.length).toBeGreaterThan(0);
  });

  it.each(cases)('$name', ({ request, expect: expected }) => {
    const read = readRequest(request);
    if (read.kind === 'unreadable') throw new Error(read.error);
    const decision = authorize(read.request, read.policies);
    expect(asExpected(decision, expected)).toEqual(expected);
    expect(explain(read.request, read.policies).decision).toEqual(decision);
  });
});
