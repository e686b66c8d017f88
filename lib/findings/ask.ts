// Questions that a rule asks of the evaluator, with what the answer rests on.
import { sortedBy } from '@/lib/base/sort';
import { ASSUME_CONTEXT, sessionContext } from '@/lib/graph/execution-context';
import { authorize } from '@/lib/iam/authorize';
import { ABSENT, known, UNKNOWN } from '@/lib/iam/context';
import type { Decision, Evidence, VerdictKind } from '@/lib/iam/decision';
import { parsePolicy } from '@/lib/iam/parse-policy';
import type { Policy } from '@/lib/iam/policy';
import type { Context, KeyState } from '@/lib/iam/request';
import type { Role, User } from '@/lib/model/resource';
import { type AccountId, type Arn, parseArn, type Region } from '@/lib/names/arn';
import { globalRegion } from '@/lib/names/partition';
import { inventoryKey } from '@/lib/verdict/inventory-context';
import { judgeNeed } from '@/lib/verdict/judge-need';
import { principalSide } from '@/lib/verdict/principal-side';
import type { FindingDraft, FindingEvidence } from './finding';
import { mayAllow, servicesAllowed, servicesAllowedByPattern } from './may-allow';
import type { Judged } from './rule';

/** An answer: `depends` says that a condition decides at request time, `unknown` that something was not read. */
export interface Answer {
  readonly verdict: VerdictKind;
  readonly evidence: readonly FindingEvidence[];
  /** What was not read, where the verdict is unknown. */
  readonly open: readonly string[];
}

export interface Asked {
  readonly action: string;
  readonly resource: Arn;
  readonly account: AccountId | null;
  readonly region: Region;
  readonly context?: Context;
}

/** The answer where nothing allows. */
export const DENIED: Answer = { verdict: 'denied', evidence: [], open: [] };

/** Whether the principal may do it, both sides heard, as a request of its own. Never throws. */
export function mayDo(all: Judged, principal: Role | User, asked: Asked): Answer {
  const { inventory, shelf } = all;
  if (isKeptOut(all, principal, asked)) return DENIED;
  const judged = judgeNeed(inventory, shelf, {
    principal: { kind: principal.kind, arn: principal.arn, account: principal.account },
    action: asked.action,
    resource: asked.resource,
    resourceAccount: asked.account,
    base: requestContext(asked.region, asked.action),
    context: asked.context ?? {},
    essential: false,
    because: '',
    source: '',
  });
  if (judged.verdict === 'denied' || judged.verdict === 'depends')
    return { verdict: judged.verdict, evidence: [], open: [] };
  const sources = judged.sources();
  return {
    verdict: judged.verdict,
    evidence: evidenceIn(judged.decision, (one) => sources.get(one.policy)),
    open: openLines(judged),
  };
}

/** Services whose resources let nobody in by themselves inside one account. */
const OWN_SIDE_ONLY = /^(codebuild|codepipeline|iam):/;

/** Across accounts the caller's own policies must allow, whatever the other side says; only grants of KMS ask for none. What they
 *  surely do not is denied, without the whole question: of thousands of principals hardly any has a say about a thing.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html (read 2026-11-27) */
function isKeptOut({ inventory, shelf }: Judged, principal: Role | User, asked: Asked): boolean {
  const { action, resource, account } = asked;
  const isOwnSide = account !== null && account !== principal.account && !action.startsWith('kms:');
  // Of a resource that is not known in full a pattern may cover a part.
  if ((!isOwnSide && !OWN_SIDE_ONLY.test(action)) || /[*?]/.test(resource)) return false;
  return !mayAllow(principalSide(inventory, shelf, principal).identity, action, resource);
}

function openLines({ gaps, notScanned, decision }: ReturnType<typeof judgeNeed>): readonly string[] {
  const lines = [...gaps.map((gap) => `${gap.source} was not answered in ${gap.account}`), ...notScanned];
  return lines.length > 0 ? [...new Set(lines)] : rulesOf(decision);
}

function rulesOf({ undetermined, verdict }: Decision): readonly string[] {
  if (verdict !== 'unknown') return [];
  return undetermined.map((one) =>
    one.kind === 'rule'
      ? one.rule
      : one.kind === 'key'
        ? `${one.key} was not read`
        : one.kind === 'policy'
          ? `${one.policy} was not read`
          : 'what it is asked on is not known',
  );
}

/** Whether the principal's own side allows it: identity policies, boundary and SCPs, whatever the other side says. Asked about
 *  something that nobody had in mind, it tells whether the policies name what they are for. Never throws. */
export function ownSideAllows(judged: Judged, principal: Role | User, asked: Asked): Answer {
  if (!speaksOf(judged, principal, asked.action.slice(0, asked.action.indexOf(':')))) return DENIED;
  const { inventory, shelf } = judged;
  const caller = { kind: principal.kind, arn: principal.arn, account: principal.account } as const;
  const { identity, boundary, scp, shelved, keys } = principalSide(inventory, shelf, caller);
  if (!mayAllow(identity, asked.action, asked.resource)) return DENIED;
  const decision = authorize(
    {
      principal: caller,
      action: asked.action,
      resource: asked.resource,
      ...(asked.account === null ? {} : { resourceAccount: asked.account }),
      context: contextOf(judged, principal, asked, keys),
      closed: false,
    },
    {
      identity,
      boundary,
      session: null,
      resource: otherSide(judged, principal.account, asked),
      scp,
      rcp: null,
      endpoint: null,
    },
  );
  if (decision.verdict === 'denied' || decision.verdict === 'depends')
    return { verdict: decision.verdict, evidence: [], open: [] };
  const unread = shelved.filter((one) => one.policy.kind === 'unread');
  const why = unread.flatMap((one) => [
    ...one.gaps.map((gap) => `${gap.source} was not answered in ${gap.account}`),
    ...(one.notScanned === null ? [] : [one.notScanned]),
  ]);
  return {
    verdict: decision.verdict,
    evidence: evidenceIn(decision, (one) => shelved.find((two) => two.source.id === one.policy)?.source),
    open: decision.verdict === 'allowed' ? [] : why.length > 0 ? [...new Set(why)] : rulesOf(decision),
  };
}

/** Whether some Allow of the principal's own policies may speak of an action of the service, named in lower case. False is certain:
 *  then nothing need be asked about it. Never throws. */
export function speaksOf({ inventory, shelf }: Judged, principal: Role | User, service: string): boolean {
  const services = shelf.onceOf('services allowed', principal.arn, () =>
    servicesAllowed(principalSide(inventory, shelf, principal).identity),
  );
  return services === null || services.has(service);
}

/** The same of actions that its policies do not write out: only a wildcard covers an action that no service has. Never throws. */
export function speaksOfAllIn(
  { inventory, shelf }: Judged,
  principal: Role | User,
  service: string,
): boolean {
  const services = shelf.onceOf('services allowed by pattern', principal.arn, () =>
    servicesAllowedByPattern(principalSide(inventory, shelf, principal).identity),
  );
  return services === null || services.has(service);
}

/** The other side as open as it can be without allowing by itself: it leaves it to the caller's account. */
function otherSide({ shelf }: Judged, account: AccountId, { resource }: Asked): Policy {
  const AWS = `arn:${parseArn(resource)?.partition ?? 'aws'}:iam::${account}:root`;
  return shelf.onceOf('other side for', AWS, () =>
    parsePolicy('other side', 'resource', {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS }, Action: '*', Resource: '*' }],
    }),
  );
}

function contextOf(
  { inventory }: Judged,
  principal: Role | User,
  asked: Asked,
  keys: ReadonlySet<string>,
): Context {
  const base: Record<string, KeyState> = {};
  const given = { ...requestContext(asked.region, asked.action), ...asked.context };
  for (const [key, state] of Object.entries(given)) base[key.toLowerCase()] = state;
  const context: Record<string, KeyState> = {};
  const resource = { account: asked.account, tags: {} };
  for (const written of keys) {
    const key = written.toLowerCase();
    const state =
      base[key] ??
      (isTagOfResource(key) ? ABSENT : null) ??
      inventoryKey(inventory, principal, resource, key);
    if (state !== null) context[key] = state;
  }
  return context;
}

/** What nobody had in mind carries no tag. */
function isTagOfResource(key: string): boolean {
  return /^(iam|aws|s3|kms|codepipeline|codebuild|cloudformation|ec2|ecs|lambda):(resourcetag|existingobjecttag)\//.test(
    key,
  );
}

/** A request of the role's own session, to the service itself and over TLS. */
function requestContext(region: Region, action: string): Context {
  const isIam = action.startsWith('iam:');
  const base = sessionContext(isIam ? globalRegion('aws') : region);
  const network = { 'aws:SourceVpc': UNKNOWN, 'aws:SourceVpce': UNKNOWN, 'aws:VpcSourceIp': UNKNOWN };
  return {
    ...base,
    ...network,
    'kms:ViaService': ABSENT,
    ...(action === 'sts:AssumeRole' ? ASSUME_CONTEXT : {}),
    ...(action === 's3:PutObject' ? { 's3:x-amz-server-side-encryption': known('aws:kms') } : {}),
  };
}

function evidenceIn(
  { evidence }: Decision,
  sourceOf: (one: Evidence) => FindingEvidence['source'] | undefined,
): readonly FindingEvidence[] {
  const found = evidence.flatMap((one) => {
    const source = one.effect === 'Allow' && one.layer !== 'scp' ? sourceOf(one) : undefined;
    return source === undefined ? [] : [{ source, statement: one.statement }];
  });
  return sortedEvidence(found);
}

/** Each statement once, by policy and index. Never throws. */
export function sortedEvidence(all: readonly FindingEvidence[]): readonly FindingEvidence[] {
  const unique = new Map(all.map((one) => [`${one.source.id} ${one.statement}`, one]));
  return sortedBy(
    [...unique.values()],
    (one) => `${one.source.id} ${String(one.statement).padStart(4, '0')}`,
  );
}

/** What several answers say of a finding: shown where any is allowed, possible where one is only not known; null where none is
 *  either. Never throws. */
export function togetherSay(
  answers: readonly Answer[],
): Pick<FindingDraft, 'certainty' | 'evidence' | 'open'> | null {
  const sure = answers.filter((one) => one.verdict === 'allowed');
  if (sure.length > 0)
    return { certainty: 'shown', evidence: sortedEvidence(sure.flatMap((one) => one.evidence)) };
  const perhaps = answers.filter((one) => one.verdict === 'unknown');
  if (perhaps.length === 0) return null;
  return {
    certainty: 'possible',
    evidence: sortedEvidence(perhaps.flatMap((one) => one.evidence)),
    open: [...new Set(perhaps.flatMap((one) => one.open))].sort(),
  };
}
