// Needed, granted, surplus of one role, and the set of policies that keeps what is needed and drops the rest.
import type { Judged } from '@/lib/findings/rule';
import type { PolicyChange } from '@/lib/fixes/fix';
import type { Inventory } from '@/lib/model/inventory';
import { withEdits } from '@/lib/model/overlay';
import type { Role } from '@/lib/model/resource';
import { type LeastIdentity, leastIdentity } from './identity';
import { type RoleUse, roleUse } from './role-needs';
import { leastStores } from './stores';
import { type LeastTrust, leastTrust } from './trust';

export interface Least {
  readonly role: Role;
  readonly use: RoleUse;
  readonly identity: LeastIdentity;
  readonly trust: LeastTrust;
  readonly stores: readonly PolicyChange[];
}

/** Null where no pipeline uses the role: then nothing is known of what it is for. Never throws. */
export function leastOf(judged: Judged, role: Role): Least | null {
  const use = roleUse(judged, role.arn);
  if (use === null) return null;
  return {
    role,
    use,
    identity: leastIdentity(judged, role, use),
    trust: leastTrust(judged, role, use),
    stores: leastStores(judged, role, use),
  };
}

/** Every policy that changes, the role's own first. Never throws. */
export function changesOf({ identity, trust, stores }: Least): readonly PolicyChange[] {
  return [identity.change, trust.change, ...stores].flatMap((one) => one ?? []);
}

/** The inventory as it would be with the set in place of what stands there. Never throws. */
export function withLeast(inventory: Inventory, least: Least): Inventory {
  const { identity, role } = least;
  const edited = withEdits(
    inventory,
    changesOf(least).map(({ place, after }) => ({ place, document: after })),
  );
  const found = edited.roles.get(role.arn);
  if (identity.change === null || found === undefined) return edited;
  const { inline, attached } = identity.removes;
  const roles = new Map(edited.roles).set(role.arn, {
    ...found,
    inline: found.inline.filter(({ name }) => !inline.includes(name)),
    attached: found.attached.filter((arn) => !attached.includes(arn)),
  });
  return { ...edited, roles };
}
