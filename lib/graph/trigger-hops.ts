// What starts a pipeline by itself: event rules with their roles, buses over which the events of other accounts come, and webhooks.
import type { Inventory } from '@/lib/model/inventory';
import type { EventRule } from '@/lib/model/service-resource';
import { arnAccount, arnName, parseArn } from '@/lib/names/arn';
import type { ActionSetting } from '@/lib/providers/action-provider';
import { forwarderFaults, missingTriggers, starterFaults } from './event-faults';
import { serviceAssumeContext } from './execution-context';
import type { GraphNode, NodeId, StructureFault } from './hop';
import { type NodeSet, roleNode, serviceNode } from './node-set';
import { needOf, type PathBuilder, sessionOf } from './path-builder';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/create-cwe-ecr-source-cfn.html';
const ROLE_DOCS = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html';
const BUS_DOCS = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html';

/** The event source of a provider whose changes come as events of AWS. */
const EVENT_SOURCES: Readonly<Record<string, string>> = {
  CodeCommit: 'aws.codecommit',
  ECR: 'aws.ecr',
  S3: 'aws.s3',
};

interface Trigger {
  readonly rule: EventRule;
  readonly target: string;
  readonly role: string | null;
}

/** Adds the hops of each rule that starts the pipeline for this source, and of each that passes its events on from another account.
 *  None of their needs is essential: a pipeline that no rule starts can still be started by hand. */
export function addTriggerHops(
  path: PathBuilder,
  nodes: NodeSet,
  setting: ActionSetting,
  action: NodeId,
): void {
  if (setting.action.category !== 'Source') return;
  const { pipeline, inventory } = setting;
  const all = triggersOf(inventory).get(pipeline.arn) ?? [];
  for (const one of forwardersOf(setting, ownerOf(setting)))
    addForwarder(path, nodes, setting, one, isHeard(one.target, all));
  for (const one of startersOf(setting)) addStarter(path, nodes, setting, one, action);
}

/** What is missing where a source tells of its changes by events only. Never throws. */
export function triggerFaults(setting: ActionSetting): readonly StructureFault[] {
  if (setting.action.category !== 'Source' || !isEventsOnly(setting)) return [];
  const starters = startersOf(setting).map(ruleOf);
  const owner = ownerOf(setting);
  return missingTriggers(setting, owner, starters, forwardersOf(setting, owner).map(ruleOf));
}

function startersOf(setting: ActionSetting): readonly Trigger[] {
  const found = triggersOf(setting.inventory).get(setting.pipeline.arn) ?? [];
  return found.filter(({ rule }) => isFor(rule, setting));
}

function addStarter(
  path: PathBuilder,
  nodes: NodeSet,
  setting: ActionSetting,
  { rule, role }: Trigger,
  action: NodeId,
): void {
  const { pipeline } = setting;
  if (role !== null)
    addEventRole(path, nodes, setting, rule, role, 'EventBridge starts the pipeline with this role.');
  const needs =
    role === null
      ? []
      : [
          needOf(sessionOf(role), pipeline.region, {
            action: 'codepipeline:StartPipelineExecution',
            resource: pipeline.arn,
            essential: false,
            because: `The rule ${rule.name} starts the pipeline when the source changes.`,
            source: DOCS,
          }),
        ];
  path.add('triggers', nodes.add(ruleNode(rule)), action, needs, starterFaults(rule, role, pipeline.account));
}

/** Two must agree: the role of the rule may send, and the policy of the bus lets it.
 *  @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html (read 2026-11-27) */
function addForwarder(
  path: PathBuilder,
  nodes: NodeSet,
  setting: ActionSetting,
  { rule, role, target }: Trigger,
  heard: boolean,
): void {
  const because = 'EventBridge sends the events on with this role.';
  if (role !== null) addEventRole(path, nodes, setting, rule, role, because);
  const needs =
    role === null
      ? []
      : [
          needOf(sessionOf(role), rule.region, {
            action: 'events:PutEvents',
            resource: target,
            essential: false,
            because: `The rule ${rule.name} passes the events of the source on to the pipeline's account.`,
            source: BUS_DOCS,
          }),
        ];
  const faults = forwarderFaults(rule, role, target, heard);
  path.add('triggers', nodes.add(ruleNode(rule)), nodes.add(busNode(target)), needs, faults);
}

function addEventRole(
  path: PathBuilder,
  nodes: NodeSet,
  { inventory, region }: ActionSetting,
  rule: EventRule,
  role: string,
  because: string,
): void {
  path.add(
    'runs-as',
    nodes.add(serviceNode('events.amazonaws.com')),
    nodes.add(roleNode(inventory, role, 'event role')),
    [
      {
        principal: { kind: 'service', service: 'events.amazonaws.com' },
        action: 'sts:AssumeRole',
        resource: role,
        resourceAccount: arnAccount(role),
        base: serviceAssumeContext(rule.account, rule.arn, region),
        context: {},
        essential: false,
        because,
        source: ROLE_DOCS,
      },
    ],
  );
}

const TRIGGERS = new WeakMap<Inventory, ReadonlyMap<string, readonly Trigger[]>>();

/** The rules by what they target; worked out once per inventory. */
function triggersOf(inventory: Inventory): ReadonlyMap<string, readonly Trigger[]> {
  const found = TRIGGERS.get(inventory);
  if (found !== undefined) return found;
  const made = new Map<string, Trigger[]>();
  for (const rule of inventory.eventRules.values()) {
    for (const { arn, role } of rule.targets.kind === 'read' ? rule.targets.value : []) {
      const one = { rule, target: arn, role };
      const list = made.get(arn);
      if (list === undefined) made.set(arn, [one]);
      else list.push(one);
    }
  }
  TRIGGERS.set(inventory, made);
  return made;
}

function ruleOf({ rule }: Trigger): EventRule {
  return rule;
}

/** A rule speaks for the source whose events it listens to; a schedule, or a pattern without a source, for the first one. */
function isFor(rule: EventRule, { pipeline, action }: ActionSetting): boolean {
  const own = EVENT_SOURCES[action.provider];
  const sources = pipeline.stages
    .flatMap((stage) => stage.actions)
    .filter((one) => one.category === 'Source');
  const isKnown = sources.some((one) => rule.sources.includes(EVENT_SOURCES[one.provider] ?? ''));
  if (isKnown) return own !== undefined && rule.sources.includes(own);
  return sources[0]?.name === action.name;
}

/** Rules of the source's account that send its events to a bus of the pipeline's. */
function forwardersOf(
  { inventory, pipeline, action, partition }: ActionSetting,
  owner: string | null,
): readonly Trigger[] {
  if (owner === null || owner === pipeline.account) return [];
  const own = EVENT_SOURCES[action.provider];
  const buses = `arn:${partition}:events:${pipeline.region}:${pipeline.account}:event-bus/`;
  return [...triggersOf(inventory)]
    .flatMap(([target, list]) => (target.startsWith(buses) ? list : []))
    .filter(
      ({ rule }) => rule.account === owner && (rule.sources.length === 0 || rule.sources.includes(own ?? '')),
    );
}

/** Whether a rule on that bus starts the pipeline. */
function isHeard(bus: string, starters: readonly Trigger[]): boolean {
  return starters.some(
    ({ rule }) => rule.account === arnAccount(bus) && `event-bus/${rule.bus}` === parseArn(bus)?.resource,
  );
}

/** Whose source it is: a bucket's owner, or the account of the role that fetches; null where it is not known. */
function ownerOf({ inventory, action, account, partition }: ActionSetting): string | null {
  if (EVENT_SOURCES[action.provider] === undefined) return null;
  if (action.provider !== 'S3') return account;
  return (
    inventory.buckets.get(`arn:${partition}:s3:::${action.configuration.S3Bucket ?? ''}`)?.account ?? null
  );
}

/** ECR has no polling at all; CodeCommit and S3 are polled where nothing else is said.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/triggering.html (read 2026-11-27) */
function isEventsOnly({ action }: ActionSetting): boolean {
  if (action.provider === 'ECR') return true;
  return (
    EVENT_SOURCES[action.provider] !== undefined && action.configuration.PollForSourceChanges === 'false'
  );
}

function ruleNode(rule: EventRule): GraphNode {
  return {
    id: `event-rule:${rule.arn}`,
    kind: 'event-rule',
    account: rule.account,
    region: rule.region,
    name: rule.name,
    arn: rule.arn,
    job: 'event rule',
    scanned: true,
  };
}

function busNode(arn: string): GraphNode {
  return {
    id: `event-bus:${arn}`,
    kind: 'event-bus',
    account: arnAccount(arn),
    region: parseArn(arn)?.region ?? null,
    name: arnName(arn),
    arn,
    job: 'event bus',
    scanned: true,
  };
}
