// How people sign in at an identity provider, as the environment says: where, and who of them may come in as what.
import { type Role, roleNamed } from './role';

type Environment = { readonly [name: string]: string | undefined };

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** null: a public client, which has PKCE alone. */
  readonly clientSecret: string | null;
  readonly admits: AdmitRules;
}

/** Who may come in. Domains and subjects: where either is given, one of them must fit. */
export interface AdmitRules {
  readonly emailDomains: readonly string[];
  readonly subjects: readonly string[];
  /** The claim that holds groups or roles, such as `groups` or `realm_access.roles`. */
  readonly roleClaim: string;
  /** What each value of the claim makes of somebody. */
  readonly roles: ReadonlyMap<string, Role>;
  /** For those whom the claim gives none; null: they stay outside. */
  readonly defaultRole: Role | null;
}

const NAMES = {
  issuer: 'HATSTACK_OIDC_ISSUER',
  clientId: 'HATSTACK_OIDC_CLIENT_ID',
  domains: 'HATSTACK_OIDC_EMAIL_DOMAINS',
  subjects: 'HATSTACK_OIDC_SUBJECTS',
  roles: 'HATSTACK_OIDC_ROLES',
  defaultRole: 'HATSTACK_OIDC_DEFAULT_ROLE',
} as const;

/** null: no issuer is named. A text: what is wrong. Never throws. */
export function readOidc(env: Environment): OidcSettings | string | null {
  const issuer = env[NAMES.issuer];
  if (!issuer) return null;
  if (!isIssuer(issuer))
    return `${NAMES.issuer}: \`${issuer}\` is not an https address (http is taken on this machine only)`;
  const clientId = env[NAMES.clientId];
  if (!clientId)
    return `${NAMES.clientId} is missing: the id under which the identity provider knows Hatstack`;
  const admits = readAdmitRules(env);
  if (typeof admits === 'string') return admits;
  return { issuer, clientId, clientSecret: env.HATSTACK_OIDC_CLIENT_SECRET || null, admits };
}

function readAdmitRules(env: Environment): AdmitRules | string {
  const roles = new Map<string, Role>();
  for (const pair of listOf(env[NAMES.roles])) {
    const cut = pair.lastIndexOf('=');
    const role = roleNamed(pair.slice(cut + 1).trim());
    if (cut < 1 || role === null)
      return `${NAMES.roles}: \`${pair}\` is not of the form GROUP=viewer, GROUP=reviewer or GROUP=operator`;
    roles.set(pair.slice(0, cut).trim(), role);
  }
  const byDefault = env[NAMES.defaultRole] || null;
  const defaultRole = roleNamed(byDefault);
  if (byDefault !== null && defaultRole === null)
    return `${NAMES.defaultRole}: \`${byDefault}\` is not viewer, reviewer or operator`;
  const emailDomains = listOf(env[NAMES.domains]).map((domain) => domain.toLowerCase().replace(/^@/, ''));
  const subjects = listOf(env[NAMES.subjects]);
  if (roles.size === 0 && defaultRole === null)
    return `nobody would have a role: give ${NAMES.roles} or ${NAMES.defaultRole}`;
  if (defaultRole !== null && emailDomains.length === 0 && subjects.length === 0)
    return `whoever the identity provider knows would come in: give ${NAMES.domains} or ${NAMES.subjects}`;
  return { emailDomains, subjects, roleClaim: env.HATSTACK_OIDC_ROLE_CLAIM || 'groups', roles, defaultRole };
}

/** Whether the issuer is spoken to without TLS, which only one on this machine may be. Never throws. */
export function isPlainHttp(issuer: string): boolean {
  return new URL(issuer).protocol === 'http:';
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (
    protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
  );
}

function listOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
