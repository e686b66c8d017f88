// One need answered: a verdict with its evidence, and what was missing for a better one.
import type { Need } from '@/lib/graph/hop';
import { authorize } from '@/lib/iam/authorize';
import { ABSENT, known } from '@/lib/iam/context';
import type { Decision } from '@/lib/iam/decision';
import { explain } from '@/lib/iam/explain';
import type { Inventory } from '@/lib/model/inventory';
import type { Gap } from '@/lib/snapshot/gap';
import { blameUnread } from './gaps';
import { isScannable } from './inventory-context';
import type { JudgedNeed } from './judgement';
import type { PolicyShelf } from './policy-shelf';
import { type Question, questionOf } from './question';

/** Judges a need from what was scanned. A need that the configuration leaves open is unknown, with the reason. The long answer and
 *  the sources are gathered anew when asked for: of thousands of needs a reader opens a few. Never throws. */
export function judgeNeed(inventory: Inventory, shelf: PolicyShelf, need: Need): JudgedNeed {
  const question = questionOf(inventory, shelf, need);
  const open = openOf(inventory, need);
  const decided =
    open === null ? openByScan(takenForGranted(decide(question), question, need)) : leftOpen(open);
  const doubt = doubtOf(need, decided);
  const decision = doubt === undefined ? decided : doubted(decided, doubt);
  const { gaps, notScanned } = open ?? missing(inventory, question, decision, need);
  return {
    need,
    verdict: decision.verdict,
    decision,
    explain() {
      const asked = questionOf(inventory, shelf, need);
      return { ...explain(withoutMfa(asked), asked.policies), decision };
    },
    sources: () =>
      new Map(questionOf(inventory, shelf, need).shelved.map((one) => [one.source.id, one.source])),
    gaps,
    notScanned: doubt === undefined ? notScanned : [doubt],
  };
}

interface Missing {
  readonly gaps: readonly Gap[];
  readonly notScanned: readonly string[];
}

/** Why the request itself is not known: a variable in the configuration, or a resource that was not read; null where it is. */
function openOf(inventory: Inventory, need: Need): Missing | null {
  if (need.cannotTell !== undefined) return { gaps: [], notScanned: [need.cannotTell] };
  if (need.unread === undefined) return null;
  const { gaps, notScanned } = blameUnread(inventory, need.unread);
  return { gaps, notScanned: notScanned === null ? [] : [notScanned] };
}

function leftOpen({ gaps, notScanned }: Missing): Decision {
  return {
    verdict: 'unknown',
    by: 'special',
    evidence: [],
    undetermined: [{ kind: 'resource' }],
    caveats: [...notScanned, ...gaps.map((gap) => `${gap.permission} was refused`)],
  };
}

/** Why this verdict is not the last word, where it is not. */
function doubtOf({ doubt, doubtOfAllow }: Need, { verdict }: Decision): string | undefined {
  if (verdict === 'denied') return doubt;
  return verdict === 'allowed' ? doubtOfAllow : undefined;
}

/** A verdict that AWS may see otherwise: nobody sees whether the request is made, or its pages disagree. */
function doubted(decision: Decision, doubt: string): Decision {
  return {
    ...decision,
    verdict: 'unknown',
    undetermined: [...decision.undetermined, { kind: 'resource' }],
    caveats: [...decision.caveats, doubt],
  };
}

const SOURCE_KEYS = /^aws:source(arn|account)$/i;

/** An allow that rests on source keys says so: AWS recommends conditions on them, but does not say for every service that it sends
 *  them. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html (read 2026-11-24) */
function mindful(decision: Decision, keys: ReadonlySet<string>): Decision {
  const asked = [...keys].filter((key) => SOURCE_KEYS.test(key)).sort();
  if (decision.verdict !== 'allowed' || asked.length === 0) return decision;
  const caveat = `taken for granted that the service sends ${asked.join(' and ')}: AWS does not say so for every service`;
  return { ...decision, caveats: [...decision.caveats, caveat] };
}

/** An allow that rests on an object's being the bucket owner's says so. */
function takenForGranted(decision: Decision, { policies }: Question, need: Need): Decision {
  const isOpen = need.objectOwner === 'not known' && policies.objectOwnership !== undefined;
  if (decision.verdict !== 'allowed' || !isOpen) return decision;
  const caveat =
    'taken for granted that the object belongs to the owner of the bucket: whoever uploads there keeps what it uploads';
  return { ...decision, caveats: [...decision.caveats, caveat] };
}

const MFA = 'aws:multifactorauthpresent';

/** AWS's pages do not agree whether a role's session carries the MFA key as false or not at all. Where both readings give one
 *  verdict it stands; where they differ nobody can tell.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html (read 2026-11-24) */
function decide({ request, policies, keys }: Question): Decision {
  if (request.principal.kind === 'service') return mindful(authorize(request, policies), keys);
  const key = mfaKey(keys);
  if (key === undefined) return authorize(request, policies);
  const withKey = authorize({ ...request, context: { ...request.context, [key]: known('false') } }, policies);
  const without = authorize(withoutMfa({ request, keys }), policies);
  if (withKey.verdict === without.verdict) return without;
  const rule = 'whether a role session carries aws:MultiFactorAuthPresent';
  return {
    ...without,
    verdict: 'unknown',
    undetermined: [...without.undetermined, { kind: 'rule', rule }],
    caveats: [...without.caveats, `AWS’s pages disagree on ${rule}`],
  };
}

function mfaKey(keys: ReadonlySet<string>): string | undefined {
  for (const key of keys) if (key.length === MFA.length && key.toLowerCase() === MFA) return key;
  return undefined;
}

/** The request of one of both readings, for which the long answer speaks. */
function withoutMfa({ request, keys }: Pick<Question, 'request' | 'keys'>): Question['request'] {
  const key = mfaKey(keys);
  if (key === undefined || request.principal.kind === 'service') return request;
  return { ...request, context: { ...request.context, [key]: ABSENT } };
}

/** A verdict that hangs on configuration which was not read is unknown: nothing about the request decides it. */
function openByScan(decision: Decision): Decision {
  return decision.verdict === 'depends' && unreadKeys(decision).length > 0
    ? { ...decision, verdict: 'unknown' }
    : decision;
}

function unreadKeys({ undetermined }: Pick<Decision, 'undetermined'>): readonly string[] {
  return undetermined.flatMap((one) =>
    one.kind === 'key' && isScannable(one.key.toLowerCase()) ? one.key : [],
  );
}

const NOTHING = { gaps: [], notScanned: [] } as const;

function missing(
  inventory: Inventory,
  { shelved }: Question,
  { undetermined }: Decision,
  need: Need,
): Missing {
  if (undetermined.length === 0) return NOTHING;
  const unread = new Set(undetermined.flatMap((one) => (one.kind === 'policy' ? one.policy : [])));
  const keys: string[] = unreadKeys({ undetermined }).map((key) => `${key} was not read`);
  if (unread.has('acl')) keys.push('access control lists of the bucket and its objects are not read');
  if (unread.has('publicAccess'))
    keys.push('whether the bucket or its account shuts out public policies was not read');
  if (unread.size === 0 && keys.length === 0) return NOTHING;
  const blamed = shelved.filter((one) => unread.has(one.source.id) && one.policy.kind === 'unread');
  const grants = [...unread].some((id) => id.includes('grant'))
    ? inventory.gaps.filter((gap) => gap.source === 'kms:ListGrants' && gap.scope === need.resource)
    : [];
  return {
    gaps: [...new Set([...blamed.flatMap((one) => one.gaps), ...grants])],
    notScanned: [...new Set([...blamed.flatMap((one) => one.notScanned ?? []), ...keys])],
  };
}
