// Reads the event rules that start pipelines, with their targets: who starts a pipeline, and with which role.
import {
  DescribeRuleCommand,
  type DescribeRuleCommandInput,
  EventBridgeClient,
  ListRuleNamesByTargetCommand,
  type ListRuleNamesByTargetCommandInput,
  ListTargetsByRuleCommand,
  type ListTargetsByRuleCommandInput,
  type Target,
} from '@aws-sdk/client-eventbridge';
import { type Asking, call, collector } from '../collector';

const listRuleNamesByTarget = call(
  'events:ListRuleNamesByTarget',
  (events: EventBridgeClient, input: ListRuleNamesByTargetCommandInput) =>
    events.send(new ListRuleNamesByTargetCommand(input)),
);
const describeRule = call(
  'events:DescribeRule',
  (events: EventBridgeClient, input: DescribeRuleCommandInput) => events.send(new DescribeRuleCommand(input)),
);
const listTargetsByRule = call(
  'events:ListTargetsByRule',
  (events: EventBridgeClient, input: ListTargetsByRuleCommandInput) =>
    events.send(new ListTargetsByRuleCommand(input)),
);

/** Facts `event-rule` and `event-rule-targets`, of the default bus: AWS's own events arrive there. */
export const eventbridge = collector({
  service: 'events',
  scope: 'region',
  phase: 2,
  client: (config) => new EventBridgeClient(config),
  calls: [listRuleNamesByTarget, describeRule, listTargetsByRule],
  async collect(asking) {
    const names = new Set<string>();
    for (const { kind, account, region, arn } of asking.known) {
      if (kind !== 'pipeline' || account !== asking.account || region !== asking.region || arn === null)
        continue;
      for (const name of await rulesOf(asking, arn)) names.add(name);
    }
    for (const name of names) await collectRule(asking, name);
  },
});

async function rulesOf({ pages }: Asking<EventBridgeClient>, TargetArn: string): Promise<readonly string[]> {
  const names: string[] = [];
  const list = pages(
    listRuleNamesByTarget,
    { TargetArn },
    ({ NextToken }) => (NextToken ? { TargetArn, NextToken } : undefined),
    { scope: TargetArn },
  );
  for await (const page of list) names.push(...(page.RuleNames ?? []));
  return names;
}

async function collectRule(asking: Asking<EventBridgeClient>, name: string): Promise<void> {
  const { ask, note, pages, account, region, partition } = asking;
  const arn = `arn:${partition}:events:${region}:${account}:rule/${name}`;
  const rule = await ask(describeRule, { Name: name }, { scope: arn });
  if (rule !== 'gap' && rule !== 'absent')
    note({ kind: 'event-rule', source: describeRule, arn, data: rule });
  const Targets: Target[] = [];
  let isWhole = false;
  const list = pages(
    listTargetsByRule,
    { Rule: name },
    ({ NextToken }) => (NextToken ? { Rule: name, NextToken } : undefined),
    { scope: arn },
  );
  for await (const page of list) {
    Targets.push(...(page.Targets ?? []));
    isWhole = !page.NextToken;
  }
  if (isWhole) note({ kind: 'event-rule-targets', source: listTargetsByRule, arn, data: { Targets } });
}
