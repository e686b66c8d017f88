// The table `serve` of hatstack.yaml: how the dashboard is served, as the environment variables that say the same.
import { isMap } from 'yaml';
import { notA, textsIn } from './read-tiers';
import { keyOf } from './yaml-nodes';

export const SERVE_KEY = 'serve';

/** Each key with its variable. Lists are written with commas there. */
const KEYS = {
  host: 'HATSTACK_HOST',
  port: 'PORT',
  login: 'HATSTACK_LOGIN',
  'allowed-hosts': 'HATSTACK_HOSTS',
  url: 'HATSTACK_URL',
  'oidc-issuer': 'HATSTACK_OIDC_ISSUER',
  'oidc-client-id': 'HATSTACK_OIDC_CLIENT_ID',
  'oidc-email-domains': 'HATSTACK_OIDC_EMAIL_DOMAINS',
  'oidc-subjects': 'HATSTACK_OIDC_SUBJECTS',
  'oidc-role-claim': 'HATSTACK_OIDC_ROLE_CLAIM',
  'oidc-roles': 'HATSTACK_OIDC_ROLES',
  'oidc-default-role': 'HATSTACK_OIDC_DEFAULT_ROLE',
} as const;

const LISTS: readonly string[] = ['allowed-hosts', 'oidc-email-domains', 'oidc-subjects', 'oidc-roles'];
const SECRETS: readonly string[] = ['token', 'oidc-client-secret'];

/** Values by variable. */
export type GivenServe = Readonly<Record<string, string>>;

/** The table under `serve`; or the first mistake as one line. Never throws. */
export function readServe(node: unknown, where: (node: unknown) => string): GivenServe | string {
  if (!isMap(node)) return `${where(node)}\`serve\` takes keys and values, such as \`port: 4000\``;
  const given: Record<string, string> = {};
  for (const pair of node.items) {
    const key = keyOf(pair);
    if (SECRETS.includes(key))
      return `${where(pair.key)}\`${key}\` is a secret: give it in the environment, as HATSTACK_${key.toUpperCase().replaceAll('-', '_')}`;
    if (!isKey(key)) return `${where(pair.key)}${notA('key', key, Object.keys(KEYS))}`;
    const texts = textsIn(pair.value);
    if (texts === null || texts.length === 0)
      return `${where(pair.key)}\`${key}\` has no value that can be read`;
    if (texts.length > 1 && !LISTS.includes(key))
      return `${where(pair.key)}\`${key}\` takes one value, not several`;
    given[KEYS[key]] = texts.join(',');
  }
  return given;
}

function isKey(key: string): key is keyof typeof KEYS {
  return Object.hasOwn(KEYS, key);
}
