import { describe, expect, it } from 'vitest';
import { found } from '../found.fixture';

const RULE = 'source-uses-oauth-token';
const github = {
  fetch: {
    type: ['Source', 'ThirdParty', 'GitHub'] as const,
    configuration: { Owner: 'acme', Repo: 'shop', Branch: 'main', OAuthToken: '****' },
  },
};

describe(RULE, () => {
  it('fires for the old action of GitHub', () => {
    expect(found(RULE, github)).toMatchObject([
      { marks: false, title: 'Source/Fetch of shop fetches with an OAuth token of GitHub' },
    ]);
  });

  it('is silent for every other source', () => {
    expect(found(RULE)).toEqual([]);
  });

  it('cannot tell of a pipeline that was not read, and keeps silent', () => {
    expect(found(RULE, { ...github, without: (fact) => fact.kind === 'pipeline' })).toEqual([]);
  });
});
