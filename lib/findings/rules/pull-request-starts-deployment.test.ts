import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/base/json';
import { stores } from '@/lib/model/snapshot.fixture';
import { found } from '../found.fixture';

const RULE = 'pull-request-starts-deployment';
const started = (filter: 'pullRequest' | 'push') => ({
  ...(stores('us-east-1', 'us-east-2') as { readonly [key: string]: Json }),
  triggers: [
    {
      providerType: 'CodeStarSourceConnection',
      gitConfiguration: { sourceActionName: 'Fetch', [filter]: [{ branches: { includes: ['main'] } }] },
    },
  ],
});

describe(RULE, () => {
  it('fires for a pull request, and names what it would deploy', () => {
    expect(found(RULE, { artifacts: started('pullRequest') })).toMatchObject([
      {
        severity: 'high',
        marks: false,
        title: 'a pull request at Fetch starts shop, which runs Dev/Deploy-Dev',
      },
    ]);
  });

  it('is silent for a push', () => {
    expect(found(RULE, { artifacts: started('push') })).toEqual([]);
  });

  it('cannot tell of a pipeline that was not read, and keeps silent', () => {
    const without = (fact: { kind: string }) => fact.kind === 'pipeline';
    expect(found(RULE, { artifacts: started('pullRequest'), without })).toEqual([]);
  });
});
