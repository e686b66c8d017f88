// Reads the event buses of the places that have pipelines, with the policies that say who may send events to them.
import {
  EventBridgeClient,
  ListEventBusesCommand,
  type ListEventBusesCommandInput,
} from '@aws-sdk/client-eventbridge';
import { call, collector } from '../collector';

const listEventBuses = call(
  'events:ListEventBuses',
  (events: EventBridgeClient, input: ListEventBusesCommandInput) =>
    events.send(new ListEventBusesCommand(input)),
);

/** Facts `event-bus`; a bus without a policy takes events of its own account only.
 *  @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html (read 2026-11-27) */
export const eventBuses = collector({
  service: 'events',
  scope: 'region',
  phase: 2,
  client: (config) => new EventBridgeClient(config),
  calls: [listEventBuses],
  async collect({ pages, note, account, region, known }) {
    const isHere = known.some(
      (fact) => fact.kind === 'pipeline' && fact.account === account && fact.region === region,
    );
    if (!isHere) return;
    const list = pages(listEventBuses, {}, ({ NextToken }) => (NextToken ? { NextToken } : undefined));
    for await (const { EventBuses } of list)
      for (const data of EventBuses ?? [])
        note({ kind: 'event-bus', source: listEventBuses, arn: data.Arn ?? null, data });
  },
});
