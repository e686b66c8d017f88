// What is wrong with the rules and buses that bring the events of a source to its pipeline. None of it breaks the action: a pipeline
// that nothing starts can still be started by hand.
import type { EventRule } from '@/lib/model/service-resource';
import { arnAccount, arnName } from '@/lib/names/arn';
import type { ActionSetting } from '@/lib/providers/action-provider';
import type { StructureFault } from './hop';

const TRIGGER_DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/triggering.html';
const RULE_DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/create-cwe-ecr-source-cfn.html';
const BUS_DOCS = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html';
const TARGET_DOCS = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-cross-account.html';

function warning(rule: string, sentence: string, source: string): StructureFault {
  return { rule, sentence, source, certain: false };
}

/** Faults of a rule that starts the pipeline. EventBridge reaches a few kinds of targets in other accounts, and pipelines are not among
 *  them. Never throws.
 *  @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-cross-account.html (read 2026-11-27) */
export function starterFaults(
  rule: EventRule,
  role: string | null,
  pipelineAccount: string,
): readonly StructureFault[] {
  return [
    ...disabled(rule),
    ...(role === null
      ? [
          warning(
            'event-rule-without-role',
            `the rule ${rule.name} names no role with which to start the pipeline`,
            RULE_DOCS,
          ),
        ]
      : []),
    ...(rule.account === pipelineAccount
      ? []
      : [
          warning(
            'event-rule-in-other-account',
            `the rule ${rule.name} of ${rule.account} targets a pipeline of ${pipelineAccount}, which EventBridge does not reach: its events must go over a bus of ${pipelineAccount}`,
            TARGET_DOCS,
          ),
        ]),
  ];
}

/** Faults of a rule that passes events on to a bus of another account. Never throws.
 *  @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html (read 2026-11-27) */
export function forwarderFaults(
  rule: EventRule,
  role: string | null,
  bus: string,
  isHeard: boolean,
): readonly StructureFault[] {
  return [
    ...disabled(rule),
    ...(role === null
      ? [
          warning(
            'event-rule-without-role',
            `the rule ${rule.name} names no role with which to send events to another account, as rules made since March 2023 must`,
            BUS_DOCS,
          ),
        ]
      : []),
    ...(isHeard
      ? []
      : [
          warning(
            'event-bus-without-rule',
            `no rule on the bus ${arnName(bus)} of ${arnAccount(bus)} starts the pipeline`,
            TRIGGER_DOCS,
          ),
        ]),
  ];
}

function disabled(rule: EventRule): readonly StructureFault[] {
  return rule.isEnabled
    ? []
    : [
        warning(
          'event-rule-disabled',
          `the rule ${rule.name}, which starts the pipeline, is disabled`,
          RULE_DOCS,
        ),
      ];
}

/** What is missing where changes come as events only: a rule that starts the pipeline, or, for a source of another account, one
 *  that passes its events on. Where the rules were not listed it says so. Never throws. */
export function missingTriggers(
  setting: ActionSetting,
  owner: string | null,
  starters: readonly EventRule[],
  forwarders: readonly EventRule[],
): readonly StructureFault[] {
  const { inventory, pipeline, partition } = setting;
  const unlisted = (account: string, target: string) =>
    inventory.rulesListed.has(`${account} ${target}`) ? null : whyUnlisted(setting, account, target);
  if (!starters.some((rule) => rule.isEnabled)) {
    const why = unlisted(pipeline.account, pipeline.arn);
    const sentence =
      why === null
        ? 'the source is not polled, and no event rule that is enabled starts the pipeline'
        : `whether an event rule starts the pipeline was not read${why}`;
    return [
      { ...warning('event-rule-missing', sentence, TRIGGER_DOCS), ...(why === null ? {} : { unread: true }) },
    ];
  }
  const silent = silentBucket(setting, [...starters, ...forwarders]);
  if (owner === null || owner === pipeline.account || forwarders.some((rule) => rule.isEnabled))
    return silent;
  const why = unlisted(
    owner,
    `arn:${partition}:events:${pipeline.region}:${pipeline.account}:event-bus/default`,
  );
  const sentence =
    why === null
      ? `no rule of ${owner} passes the events of the source on to a bus of ${pipeline.account}`
      : `whether a rule of ${owner} passes the events of the source on was not read${why}`;
  return [
    { ...warning('event-forwarding-missing', sentence, BUS_DOCS), ...(why === null ? {} : { unread: true }) },
    ...silent,
  ];
}

const VIA_CLOUDTRAIL = 'AWS API Call via CloudTrail';

/** A bucket tells EventBridge of its objects only where that is switched on; a rule may also hear of them from CloudTrail.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html (read 2026-11-27) */
function silentBucket(
  { inventory, action, partition }: ActionSetting,
  rules: readonly EventRule[],
): readonly StructureFault[] {
  if (action.provider !== 'S3') return [];
  const bucket = inventory.buckets.get(`arn:${partition}:s3:::${action.configuration.S3Bucket ?? ''}`);
  if (bucket?.tellsEvents.kind !== 'read' || bucket.tellsEvents.value) return [];
  const hearsOtherwise = rules.some(
    ({ detailTypes }) => detailTypes.length === 0 || detailTypes.includes(VIA_CLOUDTRAIL),
  );
  return hearsOtherwise
    ? []
    : [
        warning(
          'source-bucket-tells-no-events',
          `the bucket ${bucket.name} does not tell EventBridge of its objects, so no event rule starts the pipeline`,
          'https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html',
        ),
      ];
}

function whyUnlisted({ inventory }: ActionSetting, account: string, target: string): string {
  const gap = inventory.gaps.find(
    (one) => one.account === account && one.source === 'events:ListRuleNamesByTarget' && one.scope === target,
  );
  if (gap !== undefined) return `: ${gap.permission} was refused`;
  return inventory.iamReadIn.has(account) ? '' : `: account ${account} was not scanned`;
}
