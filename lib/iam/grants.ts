// Grants of a KMS key: they allow beside the key policy, by operation and grantee, and never deny.
import { isJsonObject, type JsonObject } from '@/lib/base/json';
import { arnName, parseArn } from '@/lib/names/arn';
import { arnFields } from './arn-pattern';
import type { Evidence } from './decision';
import type { Doubts } from './doubt';
import type { Env } from './env';
import { appliesToRequest } from './evaluate-policy';
import { grantCondition } from './grant-condition';
import { isArnOfRole } from './named-principal';
import { sessionKey } from './parse-principal';
import { parseStatement } from './parse-statement';
import type { Principal } from './request';
import type { Statement } from './statement';
import { and, or, type Tri } from './tri';

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
  return GRANTABLE.has(env.action) && isKey(env) !== 'no';
}

/** Text that is not known may make it a key. */
function isKey(env: Env): Tri {
  if (arnFields(env.resource)[5]?.startsWith('key/')) return 'yes';
  return env.resourcePattern === null ? 'no' : 'unknown';
}

/** Whether one of the grants, as ListGrants gives them, allows the request. A grant that cannot be read allows nothing: it would
 *  have to name an operation and a grantee. `open` takes what the doubtful ones ask for, as statements. Never throws. */
export function grantsAllow(
  grants: readonly unknown[],
  env: Env,
  doubts: Doubts,
  open: Statement[] | null,
): Tri {
  if (!isGrantable(env)) return 'no';
  const granted = grants.reduce<Tri>(
    (truth, grant) => or(truth, isJsonObject(grant) ? allows(grant, env, doubts, open) : 'no'),
    'no',
  );
  const truth = and(granted, isKey(env));
  if (granted !== 'no' && truth === 'unknown') doubts?.push({ kind: 'resource' });
  return truth;
}

/** The grants that allow the request, one where one surely does, else all that may; as statements of a policy called `grants`. Never
 *  throws. */
export function grantEvidence(grants: readonly unknown[], env: Env): readonly Evidence[] {
  const found = grants.flatMap((grant, index): readonly Evidence[] => {
    const applies = and(isJsonObject(grant) ? allows(grant, env, null, null) : 'no', isKey(env));
    if (applies === 'no') return [];
    return [
      {
        policy: AS_STATEMENT.id,
        statement: index,
        effect: 'Allow',
        layer: 'resource',
        pointer: `/Grants/${index}`,
        applies,
      },
    ];
  });
  const sure = found.find((one) => one.applies === 'yes');
  return sure === undefined ? found : [sure];
}

function allows(grant: JsonObject, env: Env, doubts: Doubts, open: Statement[] | null): Tri {
  if (env.action === 'kms:retiregrant' && isGrantee(grant.RetiringPrincipal, env.principal)) return 'yes';
  const operations = Array.isArray(grant.Operations) ? grant.Operations : [];
  const isListed = operations.some(
    (operation) => typeof operation === 'string' && `kms:${operation.toLowerCase()}` === env.action,
  );
  if (!isListed || !isGrantee(grant.GranteePrincipal, env.principal)) return 'no';
  const asked = grantCondition(grant.Constraints, Object.keys(env.request.context));
  if (asked === null) return 'yes';
  const statement = parseStatement(
    { Effect: 'Allow', Action: '*', Resource: '*', Condition: asked },
    0,
    '',
    AS_STATEMENT,
  );
  const truth = appliesToRequest(statement, env, doubts);
  if (truth === 'unknown') open?.push(statement);
  return truth;
}

const AS_STATEMENT = { id: 'grants', type: 'identity', version: null, duplicates: [] } as const;

function isGrantee(grantee: unknown, principal: Principal): boolean {
  if (typeof grantee !== 'string') return false;
  if (principal.kind === 'service') return grantee.toLowerCase() === principal.service.toLowerCase();
  if (!('account' in principal)) return false;
  const named = parseArn(grantee);
  if (named?.resource === 'root') return named.account === principal.account;
  if (principal.kind === 'root') return false;
  if (principal.kind === 'role' ? isArnOfRole(grantee, principal) : grantee === principal.arn) return true;
  const session = /^assumed-role\/([^/]+)\/(.+)$/.exec(named?.resource ?? '');
  if (principal.kind !== 'role' || !named || !session) return false;
  const role = parseArn(principal.arn);
  return (
    sessionKey(named.partition, named.account, session[1] ?? '') ===
      sessionKey(role?.partition ?? '', principal.account, arnName(principal.arn)) &&
    session[2] === principal.sessionName
  );
}
