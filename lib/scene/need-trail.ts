// One need in words: the request, what each side says, what was missing, and on what it hangs.
import type { KeyController } from '@/lib/iam/decision';
import type { Explanation, PolicyReport } from '@/lib/iam/explanation';
import type { KeyState, Principal } from '@/lib/iam/request';
import type { Inventory } from '@/lib/model/inventory';
import { parseArn } from '@/lib/names/arn';
import { obstacleOf } from '@/lib/names/denial-layer';
import type { JudgedNeed } from '@/lib/verdict/judgement';
import { stateOf } from '@/lib/verdict/state';
import { askOf } from './ask-of-need';
import { accountName } from './naming';
import { policyTrails } from './policy-trail';
import { policyWord } from './policy-word';
import type { NeedTrail } from './trail';

/** The trail of a need. Never throws. */
export function needTrail(inventory: Inventory, judged: JudgedNeed): NeedTrail {
  const { need, decision } = judged;
  const explanation = judged.explain();
  const open = isOpen(judged);
  return {
    id: `${need.action} ${need.resource}`,
    state: stateOf(judged.verdict),
    essential: need.essential || need.oneOf !== undefined,
    action: need.action,
    because: need.because,
    source: need.source,
    request: requestLines(judged),
    sides: open ? [openSide(inventory, judged)] : sidesOf(inventory, judged, explanation),
    policies: open ? [] : policyTrails(inventory, judged, explanation),
    missing: [...judged.gaps.map((gap) => gapLine(inventory, gap)), ...judged.notScanned],
    dependsOn:
      !open && (judged.verdict === 'depends' || judged.verdict === 'unknown')
        ? decision.undetermined.flatMap((one) =>
            one.kind === 'key'
              ? `${one.key}, ${CONTROLLERS[one.controller]}`
              : one.kind === 'resource'
                ? 'text in the resource that is known only when the pipeline runs'
                : [],
          )
        : [],
    caveats: open ? [] : decision.caveats,
    ask: askOf(judged),
  };
}

/** Whether the request itself is not known, for what its configuration or an unread resource leaves open: no policy was asked.
 *  Never throws. */
export function isOpen({ verdict, decision }: JudgedNeed): boolean {
  return verdict === 'unknown' && decision.by === 'special';
}

function openSide(inventory: Inventory, { need }: JudgedNeed): NeedTrail['sides'][number] {
  const account = 'account' in need.principal ? need.principal.account : need.resourceAccount;
  return {
    account: accountName(inventory, account),
    state: 'unknown',
    says: 'cannot tell',
    by: 'what would be asked is not known',
  };
}

const CONTROLLERS: Readonly<Record<KeyController, string>> = {
  caller: 'chosen by the caller',
  environment: 'given by where and when the call is made',
  service: 'set by the AWS service that calls',
  'identity-provider': 'set by the identity provider',
  'not-scanned': 'not scanned',
};

function requestLines({ need }: JudgedNeed): NeedTrail['request'] {
  return [
    { label: 'Who', value: who(need.principal) },
    { label: 'Does', value: need.action },
    { label: 'On', value: need.resource },
    ...contextLines(need.context),
  ];
}

function who(principal: Principal): string {
  if (principal.kind === 'service') return principal.service;
  if (!('arn' in principal)) return principal.kind;
  const parts = parseArn(principal.arn);
  return parts === null ? principal.arn : `${parts.account}:${parts.resource}`;
}

/** The keys that tell one request from another; the rest of the context is the same for all. */
const TOLD: readonly (readonly [key: string, label: string])[] = [
  ['kms:ViaService', 'Via'],
  ['iam:PassedToService', 'For'],
  ['sts:ExternalId', 'External id'],
  ['s3:x-amz-acl', 'With ACL'],
];

function contextLines(context: { readonly [key: string]: KeyState }): NeedTrail['request'] {
  return TOLD.flatMap(([key, label]) => {
    const state = context[key];
    if (state?.kind === 'known') return { label, value: state.values.join(', ') };
    return state?.kind === 'absent' && key === 'sts:ExternalId' ? { label, value: 'none sent' } : [];
  });
}

function sidesOf(
  inventory: Inventory,
  judged: JudgedNeed,
  { sides, policies }: Explanation,
): NeedTrail['sides'] {
  const { need, decision } = judged;
  const caller = 'account' in need.principal ? need.principal.account : null;
  if (!sides.crossAccount) {
    const account = caller ?? need.resourceAccount;
    return [
      {
        account: accountName(inventory, account),
        state: stateOf(judged.verdict),
        says: sayOf(judged.verdict),
        by: byOf(decision.by, policies, judged.verdict),
      },
    ];
  }
  const own = policies.filter((one) => one.layer !== 'resource' && one.layer !== 'rcp');
  const theirs = policies.filter((one) => one.layer === 'resource' || one.layer === 'rcp');
  return [
    {
      account: accountName(inventory, caller),
      state: stateOf(sides.principal),
      says: sayOf(sides.principal),
      by: byPolicies(own, 'identity policy', sides.principal),
    },
    {
      account: accountName(inventory, need.resourceAccount),
      state: stateOf(sides.resource),
      says: sayOf(sides.resource),
      by: byPolicies(theirs, policyWord(need.action), sides.resource),
    },
  ];
}

function sayOf(verdict: string): string {
  return verdict === 'allowed'
    ? 'yes'
    : verdict === 'denied'
      ? 'no'
      : verdict === 'depends'
        ? 'depends'
        : 'cannot tell';
}

function byOf(layer: string, policies: readonly PolicyReport[], verdict: string): string {
  const word =
    layer === 'explicit-deny'
      ? 'explicit deny'
      : layer === 'resource'
        ? 'resource policy'
        : layer === 'identity'
          ? 'identity policy'
          : layer;
  return byPolicies(policies, word, verdict);
}

const LAYER_WORDS: Readonly<Record<string, string>> = {
  identity: 'identity policy',
  resource: 'resource policy',
  boundary: 'permissions boundary',
  scp: 'SCP',
  rcp: 'RCP',
};

function byPolicies(policies: readonly PolicyReport[], word: string, verdict: string): string {
  const deny = policies.find((one) => one.denies === 'yes');
  if (deny !== undefined) {
    const statement = deny.statements.find((one) => one.effect === 'Deny' && one.applies === 'yes');
    return `${deny.layer === 'scp' || deny.layer === 'rcp' ? deny.layer.toUpperCase() : word}, statement ${(statement?.statement ?? 0) + 1} denies`;
  }
  const open = policies.flatMap((one) =>
    one.statements
      .filter((statement) => statement.applies === 'unknown')
      .map((statement) => ({ layer: one.layer, statement })),
  )[0];
  if (open !== undefined && verdict !== 'allowed')
    return `${LAYER_WORDS[open.layer] ?? word}, statement ${open.statement.statement + 1}`;
  const grants = policies.filter((one) => one.layer === 'identity' || one.layer === 'resource');
  const allow = grants.find((one) => one.allows === 'yes');
  const statement = allow?.statements.find((one) => one.effect === 'Allow' && one.applies === 'yes');
  if (statement !== undefined) return `${word}, statement ${statement.statement + 1}`;
  const count = grants.reduce((sum, one) => sum + one.statements.length, 0);
  return count === 0 ? `no ${word}` : `${word}, none of ${count} ${count === 1 ? 'statement' : 'statements'}`;
}

/** "kms:GetKeyPolicy was refused in prod, us-east-1: allow kms:GetKeyPolicy to the read-only role there." Never throws. */
export function gapLine(inventory: Inventory, gap: Inventory['gaps'][number]): string {
  const where = `${accountName(inventory, gap.account)}${gap.region === 'global' ? '' : `, ${gap.region}`}`;
  const happened =
    gap.cause === 'denied'
      ? 'was refused'
      : gap.cause === 'throttled'
        ? 'was throttled'
        : gap.cause === 'unsupported'
          ? 'is not supported'
          : `failed (${gap.code})`;
  return `${gap.source} ${happened} in ${where}${remedy(gap)}`;
}

function remedy({ cause, permission, layer }: Inventory['gaps'][number]): string {
  if (cause !== 'denied') return '';
  const obstacle = obstacleOf(layer);
  return obstacle === null
    ? `: allow ${permission} to the read-only role there`
    : ` by ${obstacle.by}: ${obstacle.lift}`;
}
