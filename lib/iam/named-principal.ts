// Whether a list of principals names an account, a session or an identity provider.
import { arnName } from '@/lib/names/arn';
import type { Doubts } from './doubt';
import type { Env } from './env';
import { stateOf } from './key-state';
import { sessionKey } from './parse-principal';
import type { Principal } from './request';
import { ruling } from './ruling';
import type { PrincipalList } from './statement';
import { type Tri, triOf } from './tri';

/** The partition of an ARN. Never throws. */
export function partitionOf(arn: string): string {
  return arn.slice(4, arn.indexOf(':', 4));
}

/** Whether the account is named as a whole; a canonical user id (S3) stands for an account we cannot tell. Never throws. */
export function isAccountNamed(
  list: PrincipalList,
  account: string,
  partition: string,
  env: Env,
  doubts: Doubts,
): Tri {
  if (list.accounts.size > 0 && (list.accounts.has(account) || list.accounts.has(`${partition}:${account}`)))
    return 'yes';
  if (list.canonicalUsers.size === 0) return 'no';
  return ruling('whose account a canonical user id is', '', env, doubts);
}

/** Whether the very session is named. Sessions are named by role name, without the role's path. Never throws. */
export function isSessionNamed(list: PrincipalList, role: Role, env: Env, doubts: Doubts): Tri {
  if (list.sessions.size === 0) return 'no';
  const names = list.sessions.get(sessionKey(partitionOf(role.arn), role.account, arnName(role.arn)));
  if (names === undefined) return 'no';
  const name = role.sessionName ?? sessionOfUserId(env);
  if (name !== null) return triOf(names.has(name));
  const assumed = env.world?.sessionName;
  if (assumed !== undefined) return triOf(assumed !== null && names.has(assumed));
  doubts?.push({ kind: 'session' });
  return 'unknown';
}

type Role = Extract<Principal, { kind: 'role' }>;

/** Whether the role is named. Where only its name is known, so is a role of that name under any path: an account has one.
 *  Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html (read 2026-11-27): names are unique */
export function isRoleNamed(list: PrincipalList, role: Role): boolean {
  if (list.arns.has(role.arn)) return true;
  return role.isPathOpen === true && [...list.arns].some((arn) => isArnOfRole(arn, role));
}

/** Whether the ARN is the role's, of whose own ARN the path may not be known. Never throws. */
export function isArnOfRole(arn: string, role: Role): boolean {
  if (arn === role.arn) return true;
  if (role.isPathOpen !== true) return false;
  const { head, name } = openRole(role);
  return arn.startsWith(head) && arn.endsWith(`/${name}`);
}

/** The ARN of a role whose path is not known: what stands before it, and after. Never throws. */
export function openRole({ arn, account }: Role): { readonly head: string; readonly name: string } {
  return { head: `arn:${partitionOf(arn)}:iam::${account}:role/`, name: arnName(arn) };
}

/** `aws:userid` of a role session is the role's id, a colon, and the session's name. */
function sessionOfUserId(env: Env): string | null {
  const state = stateOf(env, 'aws:userid');
  const value = state.kind === 'known' ? state.values[0] : undefined;
  return value?.includes(':') ? value.slice(value.indexOf(':') + 1) : null;
}

/** Whether the identity provider is named, by ARN or by URL; the last part of an OIDC provider's ARN is its URL. Never throws. */
export function isProviderNamed(list: PrincipalList, provider: string): boolean {
  if (list.federated.size === 0) return false;
  if (list.federated.has(provider)) return true;
  const url = providerUrl(provider);
  return [...list.federated].some(
    (entry) => entry.startsWith('arn:') !== provider.startsWith('arn:') && providerUrl(entry) === url,
  );
}

function providerUrl(provider: string): string {
  const marker = ':oidc-provider/';
  const at = provider.indexOf(marker);
  return at >= 0 ? provider.slice(at + marker.length) : provider.replace(/^https:\/\//, '');
}
