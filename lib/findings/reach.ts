// Who can really put a hat on today: the principals of an account that pass both halves.
import { ABSENT, UNKNOWN } from '@/lib/iam/context';
import type { Principal } from '@/lib/iam/request';
import type { Role } from '@/lib/model/resource';
import type { AccountId, Arn } from '@/lib/names/arn';
import { judgeNeed } from '@/lib/verdict/judge-need';
import type { Finding } from './finding';
import type { Judged } from './rule';

/** The roles and users of `account` whose own policies and the role's trust policy let them put it on. `complete` is false when
 *  IAM of the account was not read, or some answers could not be told. Linear in the principals of that account. Never throws. */
export function reachOf(
  { inventory, shelf }: Judged,
  role: Role,
  account: AccountId,
  need: readonly Arn[],
): NonNullable<Finding['reach']> {
  const principals: readonly Principal[] = [
    ...[...inventory.roles.values()]
      .filter((one) => one.account === account && one.arn !== role.arn)
      .map(({ arn }): Principal => ({ kind: 'role', arn, account })),
    ...[...inventory.users.values()]
      .filter((one) => one.account === account)
      .map(({ arn }): Principal => ({ kind: 'user', arn, account })),
  ];
  const can: Arn[] = [];
  let complete = inventory.iamReadIn.has(account);
  for (const principal of principals) {
    const { verdict } = judgeNeed(inventory, shelf, {
      principal,
      action: 'sts:AssumeRole',
      resource: role.arn,
      resourceAccount: role.account,
      base: {},
      context: { 'sts:ExternalId': UNKNOWN, 'aws:SourceArn': ABSENT, 'aws:SourceAccount': ABSENT },
      essential: true,
      because: 'To count who can put the hat on.',
      source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
    });
    if (verdict === 'allowed') can.push('arn' in principal ? principal.arn : '');
    if (verdict === 'unknown') complete = false;
  }
  return { can: can.sort(), need, complete };
}
