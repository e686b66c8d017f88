import { expect, test } from 'vitest';
import { awsError, checkCollector, pipelineFact } from '../collector.fixture';
import { webhooks } from './webhooks';

const ARN = 'arn:aws:codepipeline:eu-west-1:111111111111:webhook:hook';
const DEFINITION = { name: 'hook', targetPipeline: 'shop', targetAction: 'Fetch' };
const known = [pipelineFact({})];

test('keeps of a webhook how it authenticates, and neither its address nor its secret', async () => {
  const authenticationConfiguration = { AllowedIPRange: '10.0.0.0/8', SecretToken: 'secret' };
  const first = {
    arn: ARN,
    url: 'https://hooks.example.com/secret',
    definition: { ...DEFINITION, authentication: 'IP', authenticationConfiguration },
  };
  const second = { arn: `${ARN}2`, definition: { ...DEFINITION, authentication: 'UNAUTHENTICATED' } };
  const heard = await checkCollector(
    webhooks,
    { ListWebhooks: [{ webhooks: [first], NextToken: 'more' }, { webhooks: [second] }] },
    { known },
  );
  expect(heard.facts.map(({ data }) => data)).toEqual([
    {
      definition: {
        ...DEFINITION,
        authentication: 'IP',
        authenticationConfiguration: { AllowedIPRange: '10.0.0.0/8' },
      },
    },
    { definition: { ...DEFINITION, authentication: 'UNAUTHENTICATED' } },
  ]);
  expect(JSON.stringify(heard.facts)).not.toContain('secret');
});

test('asks nothing where there is no pipeline, and notes one gap where it is refused', async () => {
  expect((await checkCollector(webhooks, {}, { known, region: 'us-east-1' })).asked).toEqual([]);
  const refused = { ListWebhooks: [awsError('AccessDeniedException', 400)] };
  const heard = await checkCollector(webhooks, refused, { known });
  expect(heard).toMatchObject({
    facts: [],
    gaps: [{ source: 'codepipeline:ListWebhooks', cause: 'denied' }],
  });
});
