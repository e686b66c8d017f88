// The stranger: a principal that no policy was written for. Whatever lets it put a hat on lets everybody in its account.
import { authorize } from '@/lib/iam/authorize';
import { UNKNOWN } from '@/lib/iam/context';
import type { Decision } from '@/lib/iam/decision';
import { parsePolicy } from '@/lib/iam/parse-policy';
import type { Context, Principal } from '@/lib/iam/request';
import type { Inventory } from '@/lib/model/inventory';
import type { Role } from '@/lib/model/resource';
import { type AccountId, parseArn } from '@/lib/names/arn';
import { conditionKeys } from '@/lib/verdict/condition-keys';
import { inventoryKey } from '@/lib/verdict/inventory-context';
import { policyId } from '@/lib/verdict/policy-shelf';

const EVERYTHING = parsePolicy('stranger', 'identity', {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

/** What a role's trust policy says to a role of `account` that nobody had in mind and whose own policies allow everything.
 *  Conditions are evaluated: one that only the intended caller can meet denies the stranger; one that the caller can choose to meet
 *  (an external id) leaves it undecided. Never throws. */
export function strangerPutsOn(inventory: Inventory, role: Role, account: AccountId): Decision {
  const partition = parseArn(role.arn)?.partition ?? 'aws';
  const principal: Principal = {
    kind: 'role',
    arn: `arn:${partition}:iam::${account}:role/nobody-in-particular`,
    account,
  };
  const context: Record<string, Context[string]> = {};
  for (const key of conditionKeys(role.trust).map((one) => one.toLowerCase())) {
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
      resource: parsePolicy(policyId.trust(role.arn), 'resource', role.trust),
      scp: null,
      rcp: null,
      endpoint: null,
    },
  );
}

/** The index of the trust statement that let the stranger in. Never throws. */
export function openingStatement(decision: Decision): number {
  return decision.evidence.find((one) => one.layer === 'resource' && one.effect === 'Allow')?.statement ?? 0;
}
