// What is known of a context key in a request: named by the caller, derived from principal and resource, or neither.
import { accountField } from './account-field';
import { ABSENT, known, UNKNOWN } from './context';
import type { Env } from './env';
import type { KeyState } from './request';

const FALSE = known('false');
const TRUE = known('true');

/** The state of a key, by its lower-case name. Never throws. */
export function stateOf(env: Env, key: string): KeyState {
  return (
    env.world?.keys.get(key) ??
    env.states.get(key) ??
    derived(env, key) ??
    (env.request.closed ? ABSENT : UNKNOWN)
  );
}

/** The five keys that follow from principal and resource; null for any other, and where they do not follow.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html (read 2026-11-24) */
function derived(env: Env, key: string): KeyState | null {
  switch (key) {
    case 'aws:principalarn':
      return principalArnState(env);
    case 'aws:principalaccount':
      return principalAccountState(env);
    case 'aws:principaltype':
      return principalTypeState(env);
    case 'aws:principalisawsservice':
      return isAwsServiceState(env);
    case 'aws:resourceaccount':
      return resourceAccountState(env);
    default:
      return null;
  }
}

function principalArnState(env: Env): KeyState | null {
  const { principal } = env;
  switch (principal.kind) {
    case 'role':
    case 'user':
    case 'federated-user':
      return known(principal.arn);
    case 'root':
      return known(`arn:${principal.partition ?? 'aws'}:iam::${principal.account}:root`);
    case 'service':
    case 'anonymous':
      return ABSENT;
    case 'web-identity':
    case 'saml':
      return null;
  }
}

function principalAccountState(env: Env): KeyState | null {
  if (env.principal.kind === 'anonymous') return known('anonymous');
  return 'account' in env.principal ? known(env.principal.account) : null;
}

const TYPES: { readonly [kind: string]: KeyState } = {
  role: known('AssumedRole'),
  user: known('User'),
  'federated-user': known('FederatedUser'),
  root: known('Account'),
  anonymous: known('Anonymous'),
};

function principalTypeState(env: Env): KeyState | null {
  return TYPES[env.principal.kind] ?? null;
}

/** Carried by signed requests only. */
function isAwsServiceState(env: Env): KeyState {
  if (env.principal.kind === 'service') return TRUE;
  return 'account' in env.principal ? FALSE : ABSENT;
}

function resourceAccountState(env: Env): KeyState | null {
  const account = resourceAccount(env);
  if (account === null) return null;
  return account.includes('*') ? UNKNOWN : known(account);
}

/** The account that owns the resource: as the caller says, or as the ARN says; null where neither does. Never throws. */
export function resourceAccount(env: Env): string | null {
  return env.request.resourceAccount ?? accountField(env.resource);
}
