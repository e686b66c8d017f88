// Grants of a KMS key: they allow beside the key policy, by operation and grantee, and never deny.
import { isJsonObject, type JsonObject } from '@/lib/base/json';
import { arnName, parseArn } from '@/lib/names/arn';
import type { Doubts } from './doubt';
import type { Env } from './env';
import { stateOf } from './key-state';
import { sessionKey } from './parse-principal';
import type { KeyState, Principal } from './request';
import { and, or, type Tri, triOf } from './tri';

/** Operations a grant can allow.
 *  @see https://docs.aws.amazon.com/kms/latest/developerguide/grants.html (read 2026-11-24) */
const GRANTABLE: ReadonlySet<string> = new Set(
  [
    'CreateGrant',
    'Decrypt',
    'DeriveSharedSecret',
    'DescribeKey',
    'Encrypt',
    'GenerateDataKey',
    'GenerateDataKeyPair',
    'GenerateDataKeyPairWithoutPlaintext',
    'GenerateDataKeyWithoutPlaintext',
    'GenerateMac',
    'GetPublicKey',
    'ReEncryptFrom',
    'ReEncryptTo',
    'RetireGrant',
    'Sign',
    'Verify',
    'VerifyMac',
  ].map((operation) => `kms:${operation.toLowerCase()}`),
);

/** Whether a grant can allow the action at all. Never throws. */
export function isGrantable(env: Env): boolean {
  return GRANTABLE.has(env.action) && env.resource.includes(':key/');
}

/** Whether one of the grants, as ListGrants gives them, allows the request. A grant that cannot be read allows nothing: it would
 *  have to name an operation and a grantee. Never throws. */
export function grantsAllow(grants: readonly unknown[], env: Env, doubts: Doubts): Tri {
  if (!isGrantable(env)) return 'no';
  return grants.reduce<Tri>(
    (truth, grant) => or(truth, isJsonObject(grant) ? allows(grant, env, doubts) : 'no'),
    'no',
  );
}

function allows(grant: JsonObject, env: Env, doubts: Doubts): Tri {
  if (env.action === 'kms:retiregrant' && isGrantee(grant.RetiringPrincipal, env.principal)) return 'yes';
  const operations = Array.isArray(grant.Operations) ? grant.Operations : [];
  const isListed = operations.some(
    (operation) => typeof operation === 'string' && `kms:${operation.toLowerCase()}` === env.action,
  );
  if (!isListed || !isGrantee(grant.GranteePrincipal, env.principal)) return 'no';
  const constraints = isJsonObject(grant.Constraints) ? grant.Constraints : {};
  const subset = constraints.EncryptionContextSubset ?? constraints.EncryptionContextEquals;
  return isJsonObject(subset) ? carriesContext(subset, env, doubts) : 'yes';
}

/** Each pair of a constraint must be in the request's encryption context. (That an `Equals` constraint allows no further pair
 *  cannot be told from single keys; we do not judge it.) */
function carriesContext(pairs: JsonObject, env: Env, doubts: Doubts): Tri {
  return Object.entries(pairs).reduce<Tri>((truth, [name, value]) => {
    const key = `kms:encryptioncontext:${name.toLowerCase()}`;
    const carried = holds(stateOf(env, key), String(value));
    if (carried === 'unknown') doubts?.push({ kind: 'key', key });
    return and(truth, carried);
  }, 'yes');
}

function holds(state: KeyState, value: string): Tri {
  if (state.kind === 'known') return triOf(state.values.length === 1 && state.values[0] === value);
  return state.kind === 'absent' ? 'no' : 'unknown';
}

function isGrantee(grantee: unknown, principal: Principal): boolean {
  if (typeof grantee !== 'string') return false;
  if (principal.kind === 'service') return grantee.toLowerCase() === principal.service.toLowerCase();
  if (!('account' in principal)) return false;
  const named = parseArn(grantee);
  if (named?.resource === 'root') return named.account === principal.account;
  if (principal.kind === 'root') return false;
  if (grantee === principal.arn) return true;
  const session = /^assumed-role\/([^/]+)\/(.+)$/.exec(named?.resource ?? '');
  if (principal.kind !== 'role' || !named || !session) return false;
  const role = parseArn(principal.arn);
  return (
    sessionKey(named.partition, named.account, session[1] ?? '') ===
      sessionKey(role?.partition ?? '', principal.account, arnName(principal.arn)) &&
    session[2] === principal.sessionName
  );
}
