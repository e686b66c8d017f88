// How people sign in, as the environment says.
import { type OidcSettings, readOidc } from './oidc-settings';
import { hashOf, SHORTEST_TOKEN } from './secret';
import type { SessionRules } from './sessions';

type Environment = { readonly [name: string]: string | undefined };

/** `none`: whoever sits at this machine may do all. `token`: whoever knows the secret of this hash. `oidc`: whom the
 *  identity provider knows and the rules admit. */
export type Login =
  | { readonly kind: 'none' }
  | { readonly kind: 'token'; readonly hash: string }
  | { readonly kind: 'oidc'; readonly oidc: OidcSettings };

export interface LoginSettings {
  readonly login: Login;
  /** The origin that users type, where it is not that of the request: `https://hats.acme.example`. */
  readonly ownOrigin: string | null;
  /** More names than the loopback's that are answered to. */
  readonly hosts: readonly string[];
  readonly session: SessionRules;
}

export type ReadLogin =
  | { readonly kind: 'settings'; readonly settings: LoginSettings }
  | { readonly kind: 'problem'; readonly problem: string };

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** The settings, or one line that says what is wrong with them. In production nothing is served without a login
 *  unless HOSTNAME, which says where Next's server binds, is the loopback. Never throws. */
export function readLogin(env: Environment): ReadLogin {
  const ownOrigin = originOf(env.HATSTACK_URL);
  if (ownOrigin === undefined)
    return problem(
      `HATSTACK_URL: \`${env.HATSTACK_URL}\` is not an address such as https://hats.acme.example`,
    );
  const login = loginOf(env);
  if (login.kind === 'problem') return login;
  if (login.kind === 'none' && env.NODE_ENV === 'production' && !LOOPBACK.includes(env.HOSTNAME ?? ''))
    return problem(
      'this server is bound beyond the loopback address and no login is set: give HATSTACK_TOKEN or HATSTACK_OIDC_ISSUER, or bind it to 127.0.0.1',
    );
  const idle = minutesOf(env, 'HATSTACK_SESSION_IDLE_MINUTES', 60);
  const whole = minutesOf(env, 'HATSTACK_SESSION_MINUTES', 12 * 60);
  for (const minutes of [idle, whole]) if (typeof minutes === 'string') return problem(minutes);
  const hosts = (env.HATSTACK_HOSTS ?? '').split(',').map((name) => name.trim());
  const named = ownOrigin === null ? [] : [new URL(ownOrigin).host];
  return {
    kind: 'settings',
    settings: {
      login,
      ownOrigin,
      hosts: [...hosts, ...named].filter((name) => name !== ''),
      session: { idleMs: Number(idle) * 60_000, absoluteMs: Number(whole) * 60_000 },
    },
  };
}

/** Whether browsers reach this server by https, so that its cookies may be kept to that. Never throws. */
export function isHttps(settings: LoginSettings): boolean {
  return settings.ownOrigin?.startsWith('https://') ?? false;
}

function problem(text: string): { readonly kind: 'problem'; readonly problem: string } {
  return { kind: 'problem', problem: text };
}

function loginOf(env: Environment): Login | { readonly kind: 'problem'; readonly problem: string } {
  const oidc = readOidc(env);
  if (typeof oidc === 'string') return problem(oidc);
  const token = tokenLogin(env);
  if (oidc === null || token.kind === 'problem') return token;
  if (token.kind === 'token') return problem('a token and an identity provider are both given: choose one');
  return { kind: 'oidc', oidc };
}

function tokenLogin(env: Environment): Login | { readonly kind: 'problem'; readonly problem: string } {
  if (env.HATSTACK_TOKEN) {
    const isLong = env.HATSTACK_TOKEN.length >= SHORTEST_TOKEN;
    if (!isLong) return problem(`HATSTACK_TOKEN has fewer than ${SHORTEST_TOKEN} characters`);
    return { kind: 'token', hash: hashOf(env.HATSTACK_TOKEN) };
  }
  const hash = env.HATSTACK_TOKEN_HASH;
  if (!hash) return { kind: 'none' };
  if (!/^[0-9a-f]{64}$/.test(hash)) return problem('HATSTACK_TOKEN_HASH is not a SHA-256 in hex');
  return { kind: 'token', hash };
}

/** null: not given. undefined: not an address. */
function originOf(text: string | undefined): string | null | undefined {
  if (!text) return null;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.pathname === '/' && url.search === '' ? url.origin : undefined;
}

/** The number, or what is wrong with it. */
function minutesOf(env: Environment, name: string, otherwise: number): number | string {
  const text = env[name];
  if (!text) return otherwise;
  const minutes = Number(text);
  return minutes > 0 && Number.isFinite(minutes)
    ? minutes
    : `${name}: \`${text}\` is not a number of minutes`;
}
