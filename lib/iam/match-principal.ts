// Whether a statement's Principal or NotPrincipal covers who asks, and how strongly: by name, by role, or by account.
import { parseArn } from '@/lib/names/arn';
import type { Doubts } from './doubt';
import { type Env, note } from './env';
import { stateOf } from './key-state';
import { isNotExcluded } from './match-not-principal';
import { isAccountNamed, isProviderNamed, isRoleNamed, isSessionNamed, partitionOf } from './named-principal';
import type { Principal } from './request';
import { ruling } from './ruling';
import type { PrincipalList, Statement } from './statement';
import { type Tri, triOf } from './tri';

/** How strongly the principal is covered; each kind of grant reaches differently far. */
export interface Strength {
  /** The very requester, or everyone. */
  readonly direct: Tri;
  /** The role (or user) whose session asks. */
  readonly entity: Tri;
  /** The requester's account: a delegation. */
  readonly account: Tri;
}

const NOBODY: Strength = { direct: 'no', entity: 'no', account: 'no' };
const DIRECT: Strength = { direct: 'yes', entity: 'no', account: 'no' };
const ENTITY: Strength = { direct: 'no', entity: 'yes', account: 'no' };
const ACCOUNT: Strength = { direct: 'no', entity: 'no', account: 'yes' };
const MAYBE_DIRECT: Strength = { direct: 'unknown', entity: 'no', account: 'no' };

/** How strongly the statement covers the principal of the request. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html (read 2026-11-24) */
export function coversPrincipal(
  list: PrincipalList,
  statement: Statement,
  env: Env,
  doubts: Doubts,
): Strength {
  if (!list.isNegated) return named(list, statement.effect !== 'Allow', env, doubts);
  const truth = isNotExcluded(list, statement, env, doubts);
  if (statement.effect === 'Allow' && truth !== 'no')
    note(env, 'NotPrincipal with Allow grants to everyone who is not listed');
  return truth === 'yes' ? DIRECT : truth === 'no' ? NOBODY : MAYBE_DIRECT;
}

function named(list: PrincipalList, isDeny: boolean, env: Env, doubts: Doubts): Strength {
  const { principal } = env;
  const isEveryone = list.hasEveryone || list.hasEveryAwsPrincipal;
  switch (principal.kind) {
    case 'role':
      if (isEveryone) return DIRECT;
      return strengthOf(
        isSessionNamed(list, principal, env, doubts),
        triOf(isRoleNamed(list, principal) || isIdNamed(list, env)),
        isAccountNamed(list, principal.account, partitionOf(principal.arn), env, doubts),
      );
    case 'user':
      if (isEveryone || list.arns.has(principal.arn) || isIdNamed(list, env)) return DIRECT;
      return strengthOf(
        'no',
        'no',
        isAccountNamed(list, principal.account, partitionOf(principal.arn), env, doubts),
      );
    case 'federated-user':
      if (isEveryone || list.arns.has(principal.arn)) return DIRECT;
      return strengthOf(
        'no',
        isParentNamed(list, principal, env, doubts),
        isAccountNamed(list, principal.account, partitionOf(principal.arn), env, doubts),
      );
    case 'root':
      if (isEveryone) return DIRECT;
      return strengthOf(
        'no',
        'no',
        isAccountNamed(list, principal.account, principal.partition ?? 'aws', env, doubts),
      );
    case 'service':
      return serviceStrength(list, principal.service, isDeny, env, doubts);
    case 'web-identity':
    case 'saml':
      // A provider's callers are let in by a Federated entry alone, and kept out by `*` as well.
      return (isDeny && isEveryone) || isProviderNamed(list, principal.provider) ? DIRECT : NOBODY;
    case 'anonymous':
      return isEveryone ? DIRECT : NOBODY;
  }
}

function strengthOf(direct: Tri, entity: Tri, account: Tri): Strength {
  if (direct === 'no') {
    if (account === 'no') return entity === 'no' ? NOBODY : entity === 'yes' ? ENTITY : { ...NOBODY, entity };
    if (account === 'yes' && entity === 'no') return ACCOUNT;
  }
  if (direct === 'yes' && entity === 'no' && account === 'no') return DIRECT;
  return { direct, entity, account };
}

/** An id in place of an ARN is what is left of a deleted role or user; a new one of the same name has another id. */
function isIdNamed(list: PrincipalList, env: Env): boolean {
  if (list.uniqueIds.size === 0) return false;
  note(env, 'a principal is named by the id of a role or user that was deleted');
  const state = stateOf(env, 'aws:userid');
  const value =
    state.kind === 'known' ? state.values[0] : state.kind === 'present' ? state.prefix : undefined;
  return value !== undefined && list.uniqueIds.has(value.split(':')[0] ?? '');
}

function isParentNamed(
  list: PrincipalList,
  principal: Extract<Principal, { kind: 'federated-user' }>,
  env: Env,
  doubts: Doubts,
): Tri {
  if (principal.parent !== undefined) return triOf(list.arns.has(principal.parent));
  const couldBe = [...list.arns].some((arn) => {
    const parts = parseArn(arn);
    return parts?.account === principal.account && parts.resource.startsWith('user/');
  });
  if (!couldBe) return 'no';
  return ruling('which user a federated user came from', '', env, doubts);
}

function serviceStrength(
  list: PrincipalList,
  service: string,
  isDeny: boolean,
  env: Env,
  doubts: Doubts,
): Strength {
  if (list.hasEveryone || list.services.has(service.toLowerCase())) return DIRECT;
  if (!list.hasEveryAwsPrincipal) return NOBODY;
  if (isDeny) return DIRECT;
  const truth = ruling('whether {"AWS": "*"} allows a service principal', '', env, doubts);
  return truth === 'yes' ? DIRECT : truth === 'no' ? NOBODY : MAYBE_DIRECT;
}
