// Roles and users by account, for steps that stay within one.
import { groupBy } from '@/lib/base/group-by';
import { mayHold } from '@/lib/findings/may-allow';
import type { Judged } from '@/lib/findings/rule';
import type { Role, User } from '@/lib/model/resource';
import type { AccountId, Region } from '@/lib/names/arn';
import { principalSide } from '@/lib/verdict/principal-side';

/** Roles and users of the account. Never throws. */
export function peopleIn({ inventory, shelf }: Judged, account: AccountId): readonly (Role | User)[] {
  const all = shelf.once('people by account', () =>
    groupBy([...inventory.roles.values(), ...inventory.users.values()], (one) => one.account),
  );
  return all.get(account) ?? [];
}

/** Roles of the account that somebody may change or hand on: those that belong to an AWS service are its own.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
 *  Never throws. */
export function ownRolesIn({ inventory, shelf }: Judged, account: AccountId): readonly Role[] {
  const all = shelf.once('own roles by account', () =>
    groupBy(
      [...inventory.roles.values()].filter(({ path }) => !path.startsWith('/aws-service-role/')),
      (one) => one.account,
    ),
  );
  return all.get(account) ?? [];
}

/** Those of the account of whom some policy may allow all of these actions on something. Asked once. Never throws. */
export function holdersIn(
  judged: Judged,
  account: AccountId,
  actions: readonly string[],
): readonly (Role | User)[] {
  return judged.shelf.onceOf(`holders of ${actions.join(' ')} in`, account, () =>
    peopleIn(judged, account).filter((one) => mayHoldAll(judged, one, actions)),
  );
}

/** Whether some policy of the principal may allow each of these actions on something. False is certain. Never throws. */
export function mayHoldAll(
  { inventory, shelf }: Judged,
  principal: Role | User,
  actions: readonly string[],
): boolean {
  const { identity } = principalSide(inventory, shelf, principal);
  return actions.every((action) => mayHold(identity, action));
}

/** The regions in which pipelines run, in order; `us-east-1` where there are none. Never throws. */
export function regionsOf({ inventory, shelf }: Judged): readonly Region[] {
  return shelf.once('regions of pipelines', () => {
    const regions = [...new Set([...inventory.pipelines.values()].map(({ region }) => region))].sort();
    return regions.length > 0 ? regions : ['us-east-1'];
  });
}
