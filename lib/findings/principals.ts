// The roles and users of an account that may be asked about, without trying all of them on everything.
import { groupBy } from '@/lib/base/group-by';
import type { Role, User } from '@/lib/model/resource';
import type { AccountId, Arn, Region } from '@/lib/names/arn';
import { principalSide } from '@/lib/verdict/principal-side';
import { trustPolicy } from '@/lib/verdict/resource-policies';
import { mayHold } from './may-allow';
import { ciTrusts } from './oidc';
import { isAdministrator } from './powers';
import type { Judged } from './rule';

/** Roles and users of the account, roles of AWS's own services left out. Never throws. */
function principalsOf({ inventory, shelf }: Judged, account: AccountId): readonly (Role | User)[] {
  const all = shelf.once('principals by account', () =>
    groupBy(
      [...inventory.roles.values(), ...inventory.users.values()].filter(
        ({ path }) => !path.startsWith('/aws-service-role/'),
      ),
      (one) => one.account,
    ),
  );
  return all.get(account) ?? [];
}

/** Those of whom some policy allows the action, or was not read, and who are no administrators: who may do everything is known to
 *  be able to do this as well. Asked once for each account and action. Never throws. */
export function holdersOf(
  judged: Judged,
  account: AccountId,
  action: string,
  region: Region,
): readonly (Role | User)[] {
  return judged.shelf.once(`holders of ${action} in ${account}`, () =>
    principalsOf(judged, account).filter(
      (one) =>
        mayHold(principalSide(judged.inventory, judged.shelf, one).identity, action) &&
        !isAdministrator(judged, one, region),
    ),
  );
}

/** Whether a program wears it by itself: a service of AWS, or jobs of a CI system; a user, or a role that people and other roles put
 *  on, may be a person. Never throws. */
export function isMachine({ inventory, shelf }: Judged, principal: Role | User): boolean {
  if (principal.kind === 'user') return false;
  const trust = trustPolicy(inventory, shelf, principal.arn)?.policy;
  return (
    trust?.kind === 'policy' &&
    trust.statements.some(
      ({ effect, principals }) =>
        effect === 'Allow' &&
        principals !== null &&
        (principals.services.size > 0 ||
          [...principals.federated].some((one) => one.includes(':oidc-provider/'))),
    )
  );
}

/** The roles that jobs of GitHub and GitLab put on. Never throws. */
export function ciRoles(judged: Judged): ReadonlySet<Arn> {
  return new Set(ciTrusts(judged).map((trust) => trust.role.arn));
}
