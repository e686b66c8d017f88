// The event buses over which pipelines are started, and what their policies say to somebody who may send anything.
import type { Json } from '@/lib/base/json';
import { authorize } from '@/lib/iam/authorize';
import { ABSENT, known, UNKNOWN } from '@/lib/iam/context';
import type { Decision } from '@/lib/iam/decision';
import { parsePolicy } from '@/lib/iam/parse-policy';
import type { KeyState } from '@/lib/iam/request';
import type { EventRule } from '@/lib/model/service-resource';
import { type AccountId, type Arn, arnName } from '@/lib/names/arn';
import type { PolicySource } from '@/lib/verdict/judgement';
import { policyId, type Shelved } from '@/lib/verdict/policy-shelf';
import { NOBODY, partitionOf, strangeRole } from './nobody';
import type { Judged } from './rule';

export interface StartingBus {
  readonly bus: Arn;
  readonly account: AccountId;
  readonly policy: Shelved['policy'];
  readonly document: Json;
  readonly source: PolicySource;
  /** The enabled rules on it that start pipelines, and take events of any account. */
  readonly rules: readonly EventRule[];
  readonly pipelines: readonly Arn[];
}

const EVERYTHING = parsePolicy('stranger', 'identity', {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

/** One for each bus with a policy, on which a rule that filters no accounts starts a pipeline; sorted. Never throws. */
export function startingBuses({ inventory, shelf }: Judged): readonly StartingBus[] {
  const found = new Map<Arn, { rules: EventRule[]; pipelines: Set<Arn> }>();
  for (const rule of inventory.eventRules.values()) {
    if (!rule.isEnabled || rule.senders.length > 0 || rule.targets.kind === 'unread') continue;
    const started = rule.targets.value.filter(({ arn }) => inventory.pipelines.has(arn));
    if (started.length === 0) continue;
    const bus = `arn:${partitionOf(rule.arn)}:events:${rule.region}:${rule.account}:event-bus/${rule.bus}`;
    const one = found.get(bus) ?? { rules: [], pipelines: new Set() };
    found.set(bus, one);
    one.rules.push(rule);
    for (const { arn } of started) one.pipelines.add(arn);
  }
  return [...found.keys()].sort().flatMap((bus) => {
    const document = inventory.resourcePolicies.get(bus)?.policy ?? null;
    const { rules = [], pipelines = new Set<Arn>() } = found.get(bus) ?? {};
    const account = rules[0]?.account;
    if (document === null || account === undefined) return [];
    const title = `event bus policy of ${arnName(bus)}`;
    const { policy, source } = shelf.read(
      'resource',
      { id: policyId.resource(bus), title, account, arn: bus },
      document,
    );
    return [{ bus, account, policy, document, source, rules, pipelines: [...pipelines].sort() }];
  });
}

/** What the bus says to a role of that account that nobody had in mind, and that sends what a rule listens to: a source's own events
 *  come from another account's bus as they are, by a rule of whoever owns that account. `organization`: which the account is in.
 *  Never throws.
 *  @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html (read 2026-11-27) */
export function sendsTo(one: StartingBus, account: AccountId, organization: KeyState): Decision {
  const [rule] = one.rules;
  const sent = (values: readonly string[] = []) => (values[0] === undefined ? UNKNOWN : known(values[0]));
  return authorize(
    {
      principal: { kind: 'role', arn: strangeRole(one.bus, account), account },
      action: 'events:PutEvents',
      resource: one.bus,
      resourceAccount: one.account,
      context: {
        'aws:PrincipalOrgID': organization,
        'aws:PrincipalOrgPaths': known(`o-${NOBODY}/r-${NOBODY}/`),
        'aws:SecureTransport': known('true'),
        'aws:SourceArn': UNKNOWN,
        'aws:SourceAccount': ABSENT,
        'events:source': sent(rule?.sources),
        'events:detail-type': sent(rule?.detailTypes),
      },
      closed: false,
    },
    {
      identity: [EVERYTHING],
      boundary: null,
      session: null,
      resource: one.policy,
      scp: null,
      rcp: null,
      endpoint: null,
    },
  );
}
