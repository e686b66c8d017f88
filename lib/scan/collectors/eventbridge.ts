// Reads the event rules that start pipelines, or pass events on towards them: with which targets, and with which role.
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
import { parseArn } from '@/lib/names/arn';
import { type Asking, call, collector } from '../collector';
import { foreignSources } from '../source-places';

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

/** Facts `event-rule` and `event-rule-targets` of the rules that start a pipeline, or that pass the events of a source on towards a
 *  pipeline of another account; and `event-rule-names`, which says for each target that its rules were all listed. */
export const eventbridge = collector({
  service: 'events',
  scope: 'region',
  phase: 3,
  client: (config) => new EventBridgeClient(config),
  calls: [listRuleNamesByTarget, describeRule, listTargetsByRule],
  async collect(asking) {
    const rules = new Map<string, OfRule>();
    for (const { target, bus } of lookUps(asking))
      for (const Name of await rulesOf(asking, target, bus))
        rules.set(`${bus}/${Name}`, { Name, EventBusName: bus });
    for (const rule of rules.values()) await collectRule(asking, rule);
  },
});

interface OfRule {
  readonly Name: string;
  readonly EventBusName: string;
}

/** AWS's own events arrive on the default bus. */
const DEFAULT = 'default';

/** What to look rules up by: each pipeline of this place on each bus of it; and, of each pipeline elsewhere that a source of this
 *  account feeds, the pipeline itself and the buses of its place. */
function lookUps({ known, account, region, partition }: Asking<EventBridgeClient>) {
  const busesOf = (owner: string) => {
    const names = known
      .filter((fact) => fact.kind === 'event-bus' && fact.account === owner && fact.region === region)
      .flatMap(({ arn }) => (arn === null ? [] : [arn.slice(arn.indexOf('/') + 1)]));
    return [...new Set([DEFAULT, ...names])];
  };
  const own = known.flatMap(({ kind, arn, ...fact }) =>
    kind === 'pipeline' && arn !== null && fact.account === account && fact.region === region
      ? busesOf(account).map((bus) => ({ target: arn, bus }))
      : [],
  );
  const towards = foreignSources(known)
    .filter((source) => source.owner === account && source.region === region)
    .flatMap(({ pipeline }) => {
      const owner = parseArn(pipeline)?.account ?? '';
      const buses = busesOf(owner).map(
        (bus) => `arn:${partition}:events:${region}:${owner}:event-bus/${bus}`,
      );
      return [pipeline, ...buses].map((target) => ({ target, bus: DEFAULT }));
    });
  return new Map([...own, ...towards].map((one) => [`${one.bus} ${one.target}`, one])).values();
}

async function rulesOf(
  { pages, note }: Asking<EventBridgeClient>,
  TargetArn: string,
  EventBusName: string,
): Promise<readonly string[]> {
  const RuleNames: string[] = [];
  let isWhole = false;
  const list = pages(
    listRuleNamesByTarget,
    { TargetArn, EventBusName },
    ({ NextToken }) => (NextToken ? { TargetArn, EventBusName, NextToken } : undefined),
    { scope: TargetArn },
  );
  for await (const page of list) {
    RuleNames.push(...(page.RuleNames ?? []));
    isWhole = !page.NextToken;
  }
  if (isWhole)
    note({
      kind: 'event-rule-names',
      source: listRuleNamesByTarget,
      arn: TargetArn,
      data: { TargetArn, EventBusName, RuleNames },
    });
  return RuleNames;
}

async function collectRule(asking: Asking<EventBridgeClient>, one: OfRule): Promise<void> {
  const { ask, note, pages, account, region, partition } = asking;
  const { Name, EventBusName } = one;
  const path = EventBusName === DEFAULT ? Name : `${EventBusName}/${Name}`;
  const arn = `arn:${partition}:events:${region}:${account}:rule/${path}`;
  const rule = await ask(describeRule, one, { scope: arn });
  if (rule !== 'gap' && rule !== 'absent')
    note({ kind: 'event-rule', source: describeRule, arn, data: rule });
  const Targets: Target[] = [];
  let isWhole = false;
  const list = pages(
    listTargetsByRule,
    { Rule: Name, EventBusName },
    ({ NextToken }) => (NextToken ? { Rule: Name, EventBusName, NextToken } : undefined),
    { scope: arn },
  );
  for await (const page of list) {
    Targets.push(...(page.Targets ?? []));
    isWhole = !page.NextToken;
  }
  if (isWhole) note({ kind: 'event-rule-targets', source: listTargetsByRule, arn, data: { Targets } });
}
