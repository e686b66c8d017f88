// Who can really put a hat on today: the principals of an account that pass both halves.
import { whoCanAssume } from '@/lib/iam/who-can-assume';
import type { Role } from '@/lib/model/resource';
import type { AccountId, Arn } from '@/lib/names/arn';
import { assumeIndex, assumeTarget } from '@/lib/verdict/assume-index';
import { verdictAtWill } from '@/lib/verdict/at-will';
import type { FindingReach } from './finding';
import type { Judged } from './rule';

/** The roles and users of `account` whose own policies and the role's trust policy let them put it on. `complete` is false when
 *  IAM of the account was not read, or some answers could not be told. Asks only about those whose policies reach the role.
 *  Never throws. */
export function reachOf(
  { inventory, shelf }: Judged,
  role: Role,
  account: AccountId,
  need: readonly Arn[],
): FindingReach {
  const can: Arn[] = [];
  let complete = inventory.iamReadIn.has(account);
  for (const { principal, decision } of whoCanAssume(
    assumeIndex(inventory, shelf),
    assumeTarget(inventory, shelf, role),
  )) {
    if (!('arn' in principal) || principal.account !== account || principal.arn === role.arn) continue;
    const verdict = verdictAtWill(decision);
    if (verdict === 'allowed') can.push(principal.arn);
    if (verdict === 'unknown') complete = false;
  }
  return { can: can.sort(), need, complete };
}
