import { expect, it } from 'vitest';
import { HUB } from '@/lib/model/snapshot.fixture';
import { checkAction, resourceFact } from './checked-action.fixture';

const CONNECTION = `arn:aws:codeconnections:us-east-1:${HUB}:connection/c1`;

it('cannot tell of a connection that only a template knows whether somebody finishes it', () => {
  const said = checkAction(
    {
      action: { type: ['Approval', 'AWS', 'Manual'], inputs: [] },
      source: {
        type: ['Source', 'AWS', 'CodeStarSourceConnection'],
        configuration: { ConnectionArn: CONNECTION, FullRepositoryId: 'acme/shop', BranchName: 'main' },
      },
      facts: [
        resourceFact('connection', 'codeconnections:GetConnection', CONNECTION, {
          Connection: { ConnectionName: 'github', ProviderType: 'GitHub' },
        }),
      ],
    },
    'Fetch',
    'Source',
  );
  expect(said.state).toBe('unknown');
  expect(said.answer).toMatch(/^Cannot tell: whether somebody has finished the connection c1/);
});
