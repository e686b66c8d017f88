// NotPrincipal: everyone but those listed, where session, role and account must all be listed to be exempt.
import type { Doubt, Doubts } from './doubt';
import type { Env } from './env';
import { isAccountNamed, isProviderNamed, isRoleNamed, isSessionNamed, partitionOf } from './named-principal';
import type { Principal } from './request';
import { ruling } from './ruling';
import type { PrincipalList, Statement } from './statement';
import { not, or, type Tri, triOf } from './tri';

const PARTIAL = 'a NotPrincipal that lists only part of session, role and account';

/** Whether a NotPrincipal leaves the requester in: `yes` when nothing of session, entity and account is listed, `no` when all of
 *  it is; where some is missing services differ. A requester with a permissions boundary is never exempt from a Deny.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html (read 2026-11-24) */
export function isNotExcluded(list: PrincipalList, statement: Statement, env: Env, doubts: Doubts): Tri {
  const causes: Doubt[] = [];
  const chain = isEveryoneListed(list) ? (['yes'] as const) : listedChain(list, env, causes);
  const some = chain.reduce<Tri>(or, 'no');
  const missing = chain.map(not).reduce<Tri>(or, 'no');
  const truth: Tri = missing === 'no' ? 'no' : some === 'no' ? 'yes' : partial(chain, statement, env, causes);
  if (truth === 'unknown') doubts?.push(...causes);
  if (statement.effect !== 'Deny' || !hasEntity(env.principal) || truth === 'yes') return truth;
  if (env.hasBoundary === 'yes') return 'yes';
  if (env.hasBoundary === 'no') return truth;
  doubts?.push({ kind: 'boundary' });
  return 'unknown';
}

function partial(chain: readonly Tri[], statement: Statement, env: Env, causes: Doubt[]): Tri {
  const ruled = ruling(PARTIAL, `${statement.evidence.policy}${statement.pointer}`, env, causes);
  return chain.includes('unknown') ? 'unknown' : ruled;
}

function isEveryoneListed(list: PrincipalList): boolean {
  return list.hasEveryone || list.hasEveryAwsPrincipal;
}

function hasEntity(principal: Principal): boolean {
  return principal.kind === 'role' || principal.kind === 'user';
}

function listedChain(list: PrincipalList, env: Env, causes: Doubt[]): readonly Tri[] {
  const { principal } = env;
  const account = (id: string, partition: string) => isAccountNamed(list, id, partition, env, causes);
  switch (principal.kind) {
    case 'role':
      return [
        isSessionNamed(list, principal, env, causes),
        triOf(isRoleNamed(list, principal)),
        account(principal.account, partitionOf(principal.arn)),
      ];
    case 'user':
    case 'federated-user':
      return [triOf(list.arns.has(principal.arn)), account(principal.account, partitionOf(principal.arn))];
    case 'root':
      return [account(principal.account, principal.partition ?? 'aws')];
    case 'service':
      return [triOf(list.services.has(principal.service.toLowerCase()))];
    case 'web-identity':
    case 'saml':
      return [triOf(isProviderNamed(list, principal.provider))];
    case 'anonymous':
      return ['no'];
  }
}
