// The principal's side of a question, as the evaluator takes it: gathered once for each principal, asked about many times.
import type { Policies, Policy } from '@/lib/iam/policy';
import type { Principal } from '@/lib/iam/request';
import type { Inventory } from '@/lib/model/inventory';
import type { PolicyShelf, Shelved } from './policy-shelf';
import { type PrincipalPolicies, principalPolicies } from './principal-policies';

export interface PrincipalSide extends Pick<Policies<Policy>, 'identity' | 'boundary' | 'scp'> {
  /** The same policies, with their sources. */
  readonly shelved: readonly Shelved[];
  /** Context keys that they ask for, as written there. */
  readonly keys: ReadonlySet<string>;
}

const NOBODY: PrincipalSide = sideFrom({ identity: [], boundary: null, scp: null });

/** Identity policies, boundary and SCPs of the principal; nothing of a service and of callers without policies. Never throws. */
export function principalSide(inventory: Inventory, shelf: PolicyShelf, principal: Principal): PrincipalSide {
  if (principal.kind !== 'role' && principal.kind !== 'user') return NOBODY;
  return shelf.onceOf(principal.kind === 'role' ? 'side of role' : 'side of user', principal.arn, () =>
    sideFrom(principalPolicies(inventory, shelf, principal)),
  );
}

function sideFrom({ identity, boundary, scp }: PrincipalPolicies): PrincipalSide {
  const shelved = [...identity, ...(boundary === null ? [] : [boundary]), ...(scp ?? []).flat()];
  return {
    shelved,
    keys: new Set(shelved.flatMap((one) => one.keys)),
    identity: identity.map(policyOf),
    boundary: boundary?.policy ?? null,
    scp: scp?.map((level) => level.map(policyOf)) ?? null,
  };
}

function policyOf(one: Shelved): Shelved['policy'] {
  return one.policy;
}
