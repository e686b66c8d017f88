// What AWS said of an action's last run, worded: on which hop it belongs, whether it agrees, and what may not have been read.

import type { AwsMessage, BlamedLayer } from '@/lib/messages/message';
import type { Inventory } from '@/lib/model/inventory';
import type { Pipeline } from '@/lib/model/resource';
import { compareRun, type RunComparison, type RunRelation } from '@/lib/verdict/compare-run';
import type { JudgedPath } from '@/lib/verdict/judgement';
import { exactTime } from './exact-time';
import { accountName } from './naming';
import { gapLine } from './need-trail';
import { stateWord } from './state-word';
import type { RunTrail, Words } from './trail';
import { mono, words } from './words';

/** Where something that was not read may explain what AWS says. */
const MAY_BE_WRONG: ReadonlySet<RunRelation> = new Set([
  'settles',
  'contradicts',
  'elsewhere',
  'unnamed',
  'unread',
  'ran-though-broken',
]);

/** The last run of an action in words, or null where there is nothing to say of it. Never throws. */
export function runTrail(inventory: Inventory, pipeline: Pipeline, path: JudgedPath): RunTrail | null {
  const compared = compareRun(
    inventory,
    pipeline,
    path,
    pipeline.runs[`${path.path.stage}/${path.path.action}`],
  );
  if (compared === null) return null;
  const { run, relation, message, hop, need } = compared;
  const agrees = relation === 'confirms' || relation === 'fits';
  return {
    status: run.status,
    at: run.at,
    executionId: run.executionId,
    relation,
    agrees,
    hop: hop === null ? null : path.hops.indexOf(hop) + 1,
    headline: headline(compared, path),
    said: run.status === 'Failed' ? (run.message ?? run.code) : null,
    named: message === null ? null : named(inventory, message),
    notSaid: message === null ? [] : notSaid(message),
    remarks: remarks(compared, path),
    notRead: MAY_BE_WRONG.has(relation) ? notRead(inventory, compared) : [],
    request:
      message === null
        ? null
        : {
            principal: message.principal,
            action: message.action,
            resource: message.resource,
            layer: message.layer,
          },
    need: need === null ? null : `${need.need.action} ${need.need.resource}`,
  };
}

function headline({ run, relation, message, need }: RunComparison, { state }: JudgedPath): Words {
  const on = run.at === null ? '' : ` on ${exactTime(run.at)}`;
  const when = on === '' ? 'in the last run' : on.slice(1);
  const texts: Readonly<Record<RunRelation, () => string>> = {
    confirms: () =>
      need?.need.essential === false && state === 'works'
        ? `AWS said so${on}: it refused a request that we hold not essential.`
        : `AWS said so${on}.`,
    fits: () => `AWS refused the run${on} in words that fit this hop, but do not name it.`,
    settles: () => `We cannot tell, but AWS said no here ${when}.`,
    contradicts: () =>
      state === 'works'
        ? `We say works, AWS said no ${when}.`
        : `We find nothing wrong with this hop, but AWS said no here ${when}.`,
    elsewhere: () =>
      need === null
        ? `AWS said no ${when}, to a request that we do not expect of this action.`
        : `AWS said no ${when}, to a request like one that we expect, but on another thing.`,
    unnamed: () =>
      message?.about === 'unsaid'
        ? `AWS’s last run failed${on}, and its message does not say why.`
        : `AWS said no ${when}, and its message does not say to which request.`,
    other: () => `AWS’s last run failed${on}, but not for want of a permission.`,
    unread: () =>
      run.message === null
        ? `AWS’s last run failed${on}, without a message.`
        : `AWS’s last run failed${on}, in words that we cannot read as a denial.`,
    'ran-though-broken': () => `We say broken, yet AWS ran this action ${when}.`,
    'ran-though-open': () => `AWS ran this action ${when} and refused nothing.`,
  };
  return words(texts[relation]());
}

const LAYERS: Readonly<Record<BlamedLayer, string>> = {
  identity: 'identity policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'SCP',
  rcp: 'RCP',
  resource: 'resource policy',
  trust: 'trust policy',
  endpoint: 'VPC endpoint policy',
};

const PLURALS: Readonly<Record<BlamedLayer, string>> = {
  identity: 'identity policies',
  boundary: 'permissions boundaries',
  session: 'session policies',
  scp: 'SCPs',
  rcp: 'RCPs',
  resource: 'resource policies',
  trust: 'trust policies',
  endpoint: 'VPC endpoint policies',
};

/** "AWS names `prod/deploy`, `kms:Decrypt` on `arn:…`; no resource policy allows it." */
function named(inventory: Inventory, message: AwsMessage): Words | null {
  const { role, principal, action, resource, layer, explicit } = message;
  const who =
    role !== null
      ? mono(`${accountName(inventory, role.account)}/${role.name}`)
      : principal === null
        ? null
        : mono(principal);
  const parts = [
    ...(who === null ? [] : [who]),
    ...(action === null ? [] : [mono(action)]),
    ...(resource === null ? [] : [mono(resource)]),
  ].flatMap((part, index) => (index === 0 ? [part] : [', ', part]));
  const blame =
    layer === null
      ? explicit === true
        ? 'a statement denies it'
        : ''
      : explicit === true
        ? `${articled(LAYERS[layer])} denies it`
        : `no ${LAYERS[layer]} allows it`;
  if (parts.length === 0 && blame === '') return null;
  const open = parts.length === 0 ? [] : ['AWS names ', ...parts];
  return words(
    ...open,
    blame === '' ? '' : parts.length === 0 ? `AWS says that ${blame}` : `: ${blame}`,
    '.',
  );
}

function articled(noun: string): string {
  return `${/^[aeiSR]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** What the message leaves open, in words. */
function notSaid(message: AwsMessage): readonly string[] {
  if (message.about === 'other' || message.about === 'unsaid') return [];
  const open = [
    message.principal === null ? 'whose role' : '',
    message.action === null ? 'which request' : '',
    message.resource === null ? 'on what' : '',
    message.layer === null ? 'which kind of policy' : '',
  ].filter((one) => one !== '');
  return [
    ...(open.length === 0 ? [] : [`The message does not say ${listed(open)}.`]),
    ...(message.about === 'absent-or-denied'
      ? ['It says the same where the thing is not there at all.']
      : []),
    ...(message.cut === null ? [] : [`It ends in its ${message.cut}, which may go on.`]),
    ...(message.caveat === null
      ? []
      : [`${message.caveat.slice(0, 1).toUpperCase()}${message.caveat.slice(1)}.`]),
  ];
}

function listed(texts: readonly string[]): string {
  return texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`;
}

/** Which of our layers a blamed one is: in a decision trust policies count as resource policies. */
function isSameLayer(blamed: BlamedLayer, by: string, denying: string | undefined): boolean {
  const ours = by === 'explicit-deny' ? denying : by;
  return ours === blamed || (ours === 'resource' && blamed === 'trust');
}

function remarks({ relation, message, hop, need }: RunComparison, path: JudgedPath): readonly Words[] {
  const lines: Words[] = [];
  if (need !== null && relation === 'confirms' && message !== null && message.layer !== null) {
    const { decision } = need;
    const denying = decision.evidence.find((one) => one.effect === 'Deny')?.layer;
    if (!isSameLayer(message.layer, decision.by, denying))
      lines.push(
        words('AWS blames another kind of policy than we do: when ours is cured, its own may still refuse.'),
      );
  }
  if (relation === 'contradicts' && message !== null && message.layer !== null)
    lines.push(
      words(
        message.layer === 'session' || message.layer === 'endpoint'
          ? `We do not read ${PLURALS[message.layer]}.`
          : `Of the ${PLURALS[message.layer]} that we read, none refuses it in this snapshot.`,
      ),
    );
  if (relation === 'elsewhere' && need !== null)
    lines.push(words('We expect it on ', mono(need.need.resource), '.'));
  if (path.state !== 'works' && path.worst !== null && path.worst !== hop && relation !== 'other')
    lines.push(
      words(
        `Apart from that, hop ${path.hops.indexOf(path.worst) + 1} is what we call ${stateWord(path.state)}.`,
      ),
    );
  return lines;
}

const MOST_LINES = 8;

/** What may stand behind a difference: what was not read, what nobody can read, and what has changed since. */
function notRead(
  inventory: Inventory,
  { run, message, gaps, notScanned, changes }: RunComparison,
): readonly string[] {
  const open = [...gaps.map((gap) => gapLine(inventory, gap)), ...notScanned];
  const told = open.slice(0, MOST_LINES);
  return [
    ...changes.map(({ what, at }) => `${what} on ${exactTime(at)}, after this run`),
    ...told,
    ...(open.length > told.length ? [`and ${open.length - told.length} more`] : []),
    ...(blamesReadable(message)
      ? []
      : ['session policies, which AWS shows to nobody, and policies of VPC endpoints']),
    run.at === null
      ? 'what has changed since that run'
      : `what has changed between that run and the snapshot of ${exactTime(inventory.takenAt)}: AWS keeps no dates of inline, trust, bucket and key policies`,
  ];
}

/** Whether AWS blames a kind of policy that a scan can read: then no other is in question. */
function blamesReadable(message: AwsMessage | null): boolean {
  const layer = message?.layer ?? null;
  return layer !== null && layer !== 'session' && layer !== 'endpoint';
}
