// The stranger: a principal that no policy was written for. Whatever lets it put a hat on lets everybody in its account.
import { authorize } from '@/lib/iam/authorize';
import { ABSENT, known, UNKNOWN } from '@/lib/iam/context';
import type { Decision } from '@/lib/iam/decision';
import { parsePolicy } from '@/lib/iam/parse-policy';
import type { KeyState, Principal } from '@/lib/iam/request';
import type { Role } from '@/lib/model/resource';
import { type AccountId, parseArn } from '@/lib/names/arn';
import { inventoryKey } from '@/lib/verdict/inventory-context';
import { policyId } from '@/lib/verdict/policy-shelf';
import { trustPolicy } from '@/lib/verdict/resource-policies';
import type { FindingDraft } from './finding';
import type { Judged } from './rule';

/** An account that cannot be one of the organisation's: AWS never hands this id out. */
export const FOREIGN_ACCOUNT = '000000000000';

const EVERYTHING = parsePolicy('stranger', 'identity', {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

/** What a role's trust policy says to a role of `account` that nobody had in mind and whose own policies allow everything.
 *  Conditions are evaluated: one that only the intended caller can meet denies the stranger, and so does an external id, which it
 *  cannot guess. One that wants no external id stops nobody: the caller may leave it out, or send any.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html (read 2026-11-27) Never throws. */
export function strangerPutsOn(judged: Judged, role: Role, account: AccountId): Decision {
  const without = decideFor(judged, role, account, ABSENT);
  if (without.verdict === 'allowed') return without;
  const madeUp = decideFor(judged, role, account, known('made-up-by-a-stranger'));
  return madeUp.verdict === 'allowed' || without.verdict === 'denied' ? madeUp : without;
}

function decideFor(
  { inventory, shelf }: Judged,
  role: Role,
  account: AccountId,
  externalId: KeyState,
): Decision {
  const trust = trustPolicy(inventory, shelf, role.arn);
  const partition = parseArn(role.arn)?.partition ?? 'aws';
  const principal: Principal = {
    kind: 'role',
    arn: `arn:${partition}:iam::${account}:role/nobody-in-particular`,
    account,
  };
  const context: Record<string, KeyState> = { 'sts:externalid': externalId };
  for (const key of (trust?.keys ?? []).map((one) => one.toLowerCase())) {
    const tag = key.startsWith('aws:principaltag/');
    const state = tag ? UNKNOWN : inventoryKey(inventory, principal, role, key);
    if (state !== null) context[key] = state;
  }
  return authorize(
    {
      principal,
      action: 'sts:AssumeRole',
      resource: role.arn,
      resourceAccount: role.account,
      context,
      closed: false,
    },
    {
      identity: [EVERYTHING],
      boundary: null,
      session: null,
      resource: trust?.policy ?? { kind: 'unread', id: policyId.trust(role.arn) },
      scp: null,
      rcp: null,
      endpoint: null,
    },
  );
}

/** What the stranger's answer comes to: shown, possible, or null where it stays out. Never throws. */
export function strangerSays(
  { inventory, shelf }: Judged,
  role: Role,
  decision: Decision,
): Pick<FindingDraft, 'certainty' | 'evidence' | 'open'> | null {
  if (decision.verdict !== 'allowed' && decision.verdict !== 'unknown') return null;
  const source = trustPolicy(inventory, shelf, role.arn)?.source;
  const opening = decision.evidence.filter((one) => one.layer === 'resource' && one.effect === 'Allow');
  return {
    certainty: decision.verdict === 'allowed' ? 'shown' : 'possible',
    evidence: source === undefined ? [] : opening.map(({ statement }) => ({ source, statement })),
    open:
      decision.verdict === 'allowed'
        ? []
        : decision.caveats.length > 0
          ? decision.caveats
          : ['the trust policy could not be read in full'],
  };
}
