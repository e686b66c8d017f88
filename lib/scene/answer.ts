// The one-line answer: whose role, what it cannot do, and whose policy is the cause.

import type { StructureFault, Unread } from '@/lib/graph/hop';
import type { Evidence } from '@/lib/iam/decision';
import type { Inventory } from '@/lib/model/inventory';
import type { Pipeline } from '@/lib/model/resource';
import { arnAccount, arnName, parseArn } from '@/lib/names/arn';
import { serviceTitle } from '@/lib/names/service-title';
import { blameUnread } from '@/lib/verdict/gaps';
import { decidingNeed, tellingNeed } from '@/lib/verdict/judge-hop';
import type { JudgedHop, JudgedNeed, JudgedPath, JudgedPipeline } from '@/lib/verdict/judgement';
import { accountName, nodeName, shortRegion } from './naming';
import { resourceCause } from './resource-cause';
import type { Words } from './trail';
import { infinitiveOf } from './verbs';
import { mono, words } from './words';

/** What is to be said of one action. Present tense, names in mono, accounts by name, no error codes. Never throws. */
export function answerOf(
  inventory: Inventory,
  pipeline: Pipeline,
  judged: JudgedPipeline,
  path: JudgedPath,
): Words {
  const hop = path.worst;
  if (hop === null) return path.state === 'works' ? worksAnswer(path) : notModelled(path);
  const telling = tellingNeed(hop);
  const fault = hop.hop.faults.find((one) => one.certain);
  if (fault !== undefined && decidingNeed(hop) === undefined)
    return words(`${capital(fault.sentence)}; ${cureWords(inventory, pipeline, fault)}.`);
  const open = hop.hop.faults.find((one) => one.leavesOpen);
  if (open !== undefined && path.state === 'unknown' && telling?.verdict !== 'unknown')
    return words(`Cannot tell: ${open.sentence}`, ...refusalOf(inventory, open.unread), '.');
  if (telling === undefined) return notModelled(path);
  const subject = subjectOf(inventory, pipeline, judged, telling);
  // A hop that passes a role also asks whether the service may put it on: the answer says which of the two fails.
  const kind =
    hop.hop.kind === 'passes' && telling.need.action === 'sts:AssumeRole' ? 'assumes' : hop.hop.kind;
  const object = objectOf(inventory, pipeline, judged, { ...hop.hop, kind });
  const does = infinitiveOf(
    kind,
    judged.nodes.find((node) => node.id === hop.hop.to),
  );
  if (path.state === 'broken')
    return words(...subject, ` cannot ${does} `, ...object, ': ', ...causeOf(inventory, telling), '.');
  if (path.state === 'unknown')
    return words(
      'Cannot tell whether ',
      ...subject,
      ` may ${does} `,
      ...object,
      ': ',
      ...unknownCause(inventory, telling),
      '.',
    );
  return words(
    'Depends on ',
    ...dependsCause(telling),
    ...decidingPolicy(inventory, telling),
    ': whether ',
    ...subject,
    ` may ${does} `,
    ...object,
    ' is decided at request time.',
  );
}

/** Who must change what no policy cures. */
function cureWords(inventory: Inventory, pipeline: Pipeline, { curedIn = null }: StructureFault): string {
  return curedIn === null
    ? `the pipeline in ${accountName(inventory, pipeline.account)} must change`
    : `${accountName(inventory, curedIn)} must cure it`;
}

function worksAnswer(path: JudgedPath): Words {
  if (path.hops.length === 0) return words('Works: this action needs no hat.');
  const count = path.hops.length;
  return words(count === 1 ? 'Works: the only hop is allowed.' : `Works: all ${count} hops are allowed.`);
}

function notModelled(path: JudgedPath): Words {
  return words(`Cannot tell what this action needs: the provider ${path.path.provider} is not modelled yet.`);
}

/** "acme-prod’s action role `deploy`": whose role it is and what for, so that a reader knows where to look. */
function subjectOf(
  inventory: Inventory,
  pipeline: Pipeline,
  judged: JudgedPipeline,
  telling: JudgedNeed,
): Words {
  const { principal } = telling.need;
  if (principal.kind === 'service') return words(serviceTitle(principal.service));
  if (!('arn' in principal)) return words(principal.kind);
  const owner = accountName(inventory, arnAccount(principal.arn));
  return words(`${owner}’s ${jobOf(pipeline, judged, principal.arn)}`, mono(arnName(principal.arn)));
}

/** `pipeline role `, `action role `, `project role `; empty where a role has no job on the path. */
function jobOf(pipeline: Pipeline, judged: JudgedPipeline, arn: string): string {
  if (arn === pipeline.roleArn) return 'pipeline role ';
  const job = judged.nodes.find((node) => node.arn === arn && node.kind === 'role')?.job ?? '';
  return job === '' ? '' : `${job.replace(', does not exist', '')} `;
}

function objectOf(
  inventory: Inventory,
  pipeline: Pipeline,
  judged: JudgedPipeline,
  hop: JudgedHop['hop'],
): Words {
  const to = judged.nodes.find((node) => node.id === hop.to);
  const name = mono(to?.name ?? nodeName(judged.nodes, hop.to));
  const region = to?.region ?? null;
  const tells =
    region !== null && region !== parseArn(judged.arn)?.region && !namesRegion(to?.name ?? '', region);
  if (hop.kind === 'assumes' || hop.kind === 'runs-as')
    return words(
      `${accountName(inventory, to?.account ?? null)}’s ${jobOf(pipeline, judged, to?.arn ?? '')}`,
      name,
    );
  return words(name, tells ? ` of ${region}` : '');
}

/** Whether a name says its region already, as companies' names often do. */
function namesRegion(name: string, region: string): boolean {
  return name.includes(region) || name.endsWith(shortRegion(region));
}

/** The first failing layer of a request that is denied, with its owner. Never throws. */
export function causeOf(inventory: Inventory, telling: JudgedNeed): Words {
  const { decision, need } = telling;
  const subject = 'arn' in need.principal ? need.principal.arn : '';
  switch (decision.by) {
    case 'explicit-deny': {
      const denial = decision.evidence.find((one) => one.effect === 'Deny');
      return words(`${titleOf(inventory, telling, denial)} denies it`);
    }
    case 'scp':
      return words(`no SCP above ${accountName(inventory, arnAccount(subject))} allows `, mono(need.action));
    case 'rcp':
      return words(`an RCP of the organisation denies `, mono(need.action));
    case 'boundary':
      return words('its permissions boundary does not allow ', mono(need.action));
    case 'session':
    case 'endpoint':
      return words(`its ${decision.by} policy does not allow `, mono(need.action));
    case 'special':
      return words(
        need.resourceAccount === null || need.resourceAccount === arnAccount(subject)
          ? ''
          : `in ${accountName(inventory, need.resourceAccount)}, `,
        decision.caveats[0] ?? 'the service refuses it whatever the policies say',
      );
    case 'identity':
      return words('its own policies do not allow ', mono(need.action));
    default:
      return resourceCause(inventory, telling);
  }
}

function titleOf(inventory: Inventory, telling: JudgedNeed, evidence: Evidence | undefined): string {
  if (evidence === undefined) return 'a statement';
  if (evidence.layer === 'scp') return `an SCP of the organisation (${policyName(telling, evidence)})`;
  if (evidence.layer === 'rcp') return `an RCP of the organisation (${policyName(telling, evidence)})`;
  const source = telling.sources().get(evidence.policy);
  return source === undefined
    ? 'a statement'
    : `the ${source.title} in ${accountName(inventory, source.account)}`;
}

function policyName(telling: JudgedNeed, evidence: Evidence): string {
  return (telling.sources().get(evidence.policy)?.title ?? evidence.policy).replace(
    /^[SR]CP (.*) on .*$/,
    '$1',
  );
}

/** `: kms:DescribeKey was refused in tools`; nothing where no call was refused. */
function refusalOf(inventory: Inventory, unread: Unread | true | undefined): Words {
  const gap = unread === undefined || unread === true ? undefined : blameUnread(inventory, unread).gaps[0];
  return gap === undefined ? [] : words(': ', ...gapWords(inventory, gap));
}

function gapWords(inventory: Inventory, { permission, cause, account }: JudgedNeed['gaps'][number]): Words {
  const happened = cause === 'denied' ? 'refused' : cause === 'throttled' ? 'throttled' : 'not answered';
  return words(mono(permission), ` was ${happened} in ${accountName(inventory, account)}`);
}

/** What was not read, or cannot be told, of a request that is unknown. Never throws. */
export function unknownCause(inventory: Inventory, telling: JudgedNeed): Words {
  const gap = telling.gaps[0];
  if (gap !== undefined) return gapWords(inventory, gap);
  const reason = telling.notScanned[0] ?? telling.decision.caveats[0];
  if (reason !== undefined) return words(reason);
  const rule = telling.decision.undetermined.find((one) => one.kind === 'rule');
  return words(
    rule === undefined ? 'something that decides it was not read' : `AWS’s pages disagree on ${rule.rule}`,
  );
}

/** The context keys on which a request hangs. Never throws. */
export function dependsCause(telling: JudgedNeed): Words {
  const keys = telling.decision.undetermined.flatMap((one) => (one.kind === 'key' ? one.key : []));
  if (keys.length === 0) return words('text that is known only when the pipeline runs');
  return words(
    ...keys.slice(0, 2).flatMap((key, index) => (index === 0 ? [mono(key)] : [' and ', mono(key)])),
  );
}

/** " in the bucket policy of x in tools": where that key is asked for. */
export function decidingPolicy(inventory: Inventory, { decision, sources }: JudgedNeed): Words {
  const open = decision.evidence.find((one) => one.applies === 'unknown') ?? decision.evidence[0];
  const source = open === undefined ? undefined : sources().get(open.policy);
  if (source === undefined) return [];
  const where = source.account === null ? '' : ` in ${accountName(inventory, source.account)}`;
  return words(` in the ${source.title}${where}`);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
