// What starts a pipeline by itself: the event rules that target it, and the role with which they do.
import type { EventRule } from '@/lib/model/service-resource';
import { arnAccount } from '@/lib/names/arn';
import type { ActionSetting } from '@/lib/providers/action-provider';
import { serviceAssumeContext } from './execution-context';
import type { GraphNode, NodeId, StructureFault } from './hop';
import { type NodeSet, roleNode, serviceNode } from './node-set';
import { needOf, type PathBuilder, sessionOf } from './path-builder';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/create-cwe-ecr-source-cfn.html';
const ROLE_DOCS = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html';

/** The event source of a provider whose changes come as events of AWS. */
const EVENT_SOURCES: Readonly<Record<string, string>> = {
  CodeCommit: 'aws.codecommit',
  ECR: 'aws.ecr',
  S3: 'aws.s3',
};

/** Adds the hops of each rule that starts the pipeline for this source. None of their needs is essential: a pipeline that no rule
 *  starts can still be started by hand. */
export function addTriggerHops(
  path: PathBuilder,
  nodes: NodeSet,
  setting: ActionSetting,
  action: NodeId,
): void {
  const { pipeline, region, inventory } = setting;
  if (setting.action.category !== 'Source') return;
  for (const rule of inventory.eventRules.values()) {
    const target =
      rule.targets.kind === 'read' ? rule.targets.value.find(({ arn }) => arn === pipeline.arn) : undefined;
    if (target === undefined || !isFor(rule, setting)) continue;
    const { role } = target;
    if (role !== null)
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
            because: 'EventBridge starts the pipeline with this role.',
            source: ROLE_DOCS,
          },
        ],
      );
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
    path.add('triggers', nodes.add(ruleNode(rule)), action, needs, faultsOf(rule, role));
  }
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

function faultsOf(rule: EventRule, role: string | null): readonly StructureFault[] {
  return [
    ...(rule.isEnabled
      ? []
      : [
          {
            rule: 'event-rule-disabled',
            sentence: `the rule ${rule.name}, which starts the pipeline, is disabled`,
            source: DOCS,
            certain: false,
          },
        ]),
    ...(role === null
      ? [
          {
            rule: 'event-rule-without-role',
            sentence: `the rule ${rule.name} names no role with which to start the pipeline`,
            source: DOCS,
            certain: false,
          },
        ]
      : []),
  ];
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
