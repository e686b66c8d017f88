import { describe, expect, it } from 'vitest';
import { HUB } from '@/lib/model/snapshot.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import { found } from '../found.fixture';

const RULE = 'webhook-unauthenticated';

function webhook(authentication: string, range?: string): Fact {
  const authenticationConfiguration = range === undefined ? {} : { AllowedIPRange: range };
  return {
    kind: 'webhook',
    source: 'codepipeline:ListWebhooks',
    account: HUB,
    region: 'us-east-1',
    arn: `arn:aws:codepipeline:us-east-1:${HUB}:webhook:push`,
    data: {
      definition: {
        name: 'push',
        targetPipeline: 'shop',
        targetAction: 'Fetch',
        authentication,
        authenticationConfiguration,
      },
    },
  };
}

describe(RULE, () => {
  it.each([
    ['without authentication', webhook('UNAUTHENTICATED')],
    ['for every address', webhook('IP', '0.0.0.0/0')],
  ])('fires for a webhook %s', (_, one) => {
    expect(found(RULE, { extra: [one] })).toMatchObject([
      {
        severity: 'high',
        marks: false,
        certainty: 'shown',
        title: 'the webhook push starts shop for whoever calls it',
        pipelines: [expect.stringContaining(':shop')],
      },
    ]);
  });

  it('is silent for a webhook with a secret, and for some addresses', () => {
    expect(found(RULE, { extra: [webhook('GITHUB_HMAC')] })).toEqual([]);
    expect(found(RULE, { extra: [webhook('IP', '203.0.113.0/24')] })).toEqual([]);
  });

  it('cannot tell where the addresses were not read, and says that it is possible', () => {
    expect(found(RULE, { extra: [webhook('IP')] })).toMatchObject([{ certainty: 'possible' }]);
  });
});
