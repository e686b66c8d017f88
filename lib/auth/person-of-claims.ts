// What an identity provider says of somebody becomes a person with a role, or a reason to stay outside.
import type { AdmitRules } from './oidc-settings';
import { highestRole, type Role } from './role';
import type { Person } from './sessions';

export type Claims = Readonly<Record<string, unknown>>;

export type PersonOrReason =
  | { readonly kind: 'person'; readonly person: Person }
  /** For the audit. */
  | { readonly kind: 'refused'; readonly who: string; readonly why: string };

/** An e-mail address counts only when the provider says that it is verified. The highest role that fits counts. Never
 *  throws. Source: https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims */
export function personOf(claims: Claims, rules: AdmitRules): PersonOrReason {
  const subject = textOf(claims.sub);
  const email = claims.email_verified === true ? textOf(claims.email) : null;
  const name = email ?? subject;
  if (subject === null || name === null)
    return { kind: 'refused', who: 'nobody', why: 'the identity provider names no subject' };
  if (!isWelcome(subject, email, rules)) {
    const why =
      email === null && rules.emailDomains.length > 0
        ? 'neither an allowed subject nor a verified e-mail address'
        : 'neither an allowed subject nor of an allowed e-mail domain';
    return { kind: 'refused', who: name, why };
  }
  const role = highestRole(rolesOf(claims, rules)) ?? rules.defaultRole;
  if (role === null) return { kind: 'refused', who: name, why: `no role by the claim ${rules.roleClaim}` };
  return { kind: 'person', person: { name, role } };
}

function isWelcome(subject: string, email: string | null, { emailDomains, subjects }: AdmitRules): boolean {
  if (emailDomains.length === 0 && subjects.length === 0) return true;
  const domain = email?.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return subjects.includes(subject) || (domain !== undefined && emailDomains.includes(domain));
}

function rolesOf(claims: Claims, { roleClaim, roles }: AdmitRules): readonly Role[] {
  const value = claimAt(claims, roleClaim);
  const values = Array.isArray(value) ? value : [value];
  return values.flatMap((one) => (typeof one === 'string' ? (roles.get(one) ?? []) : []));
}

/** The claim of that name, or by its path: some providers nest them. */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name
    .split('.')
    .reduce<unknown>((at, part) => (isRecord(at) && Object.hasOwn(at, part) ? at[part] : undefined), claims);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
