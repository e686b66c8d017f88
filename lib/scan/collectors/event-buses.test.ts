import { expect, test } from 'vitest';
import { awsError, checkCollector, pipelineFact } from '../collector.fixture';
import { eventBuses } from './event-buses';

const BUS = 'arn:aws:events:eu-west-1:111111111111:event-bus/default';
const known = [pipelineFact({})];
const WHOLE = {
  ListEventBuses: [{ EventBuses: [{ Arn: BUS, Policy: '{}' }], NextToken: 'more' }, { EventBuses: [{}] }],
};

test('reads every page of buses where there is a pipeline', async () => {
  const heard = await checkCollector(eventBuses, WHOLE, { known });
  expect(heard.facts).toMatchObject([
    { kind: 'event-bus', arn: BUS, data: { Policy: '{}' } },
    { kind: 'event-bus', arn: null },
  ]);
});

test('asks nothing where there is none', async () => {
  expect((await checkCollector(eventBuses, WHOLE, { known, region: 'us-east-1' })).asked).toEqual([]);
});

test('notes one gap where it is refused', async () => {
  const heard = await checkCollector(
    eventBuses,
    { ListEventBuses: [awsError('AccessDeniedException', 400)] },
    { known },
  );
  expect(heard).toMatchObject({ facts: [], gaps: [{ source: 'events:ListEventBuses', cause: 'denied' }] });
});
