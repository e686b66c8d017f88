// The credentials with which one account is read: the role in it, or the caller's own.
import { STSClient } from '@aws-sdk/client-sts';
import { roleCredentials } from '@/lib/aws/assume-role';
import { AwsProblem } from '@/lib/aws/aws-problem';
import type { Caller } from '@/lib/aws/caller';
import { classifyError } from '@/lib/aws/classify-error';
import type { ClientPool } from '@/lib/aws/client-pool';
import type { CredentialSource } from '@/lib/aws/credential-source';
import { type AccountId, type Arn, type Region, roleArn } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';
import type { Gap } from '@/lib/snapshot/gap';
import { identityOf } from './caller-identity';
import { gapCause } from './gap-cause';

export interface RoleOptions {
  /** Name, with its path if it has one, of the role that is put on in each account; none: the caller's own account only. */
  readonly roleName?: string | undefined;
  readonly externalId?: string | undefined;
  readonly sessionName: string;
}

export type AccountSession =
  | {
      readonly kind: 'open';
      readonly credentials: CredentialSource;
      /** Asks AWS who we are there. */
      readonly identity: () => Promise<Fact | Gap>;
      /** A role was asked for, but the caller's own credentials had to do. */
      readonly isWithoutRole: boolean;
    }
  | { readonly kind: 'refused'; readonly gap: Gap };

/** Opens a session in the account. In the caller's own account its own credentials do where there is no role to put on:
 *  roles rolled out by an organisation's stack set are missing in exactly that account. */
export async function openAccount(
  pool: ClientPool,
  caller: Caller,
  account: AccountId,
  region: Region,
  role: RoleOptions,
): Promise<AccountSession> {
  const isOwn = account === caller.account;
  if (role.roleName === undefined) {
    if (isOwn) return opened(pool, account, region, caller.credentials, false);
    return refused(account, null, { code: 'NoRoleName', cause: 'failed' });
  }
  const arn = roleArn(caller.partition, account, role.roleName);
  const sts = pool.client(
    { account: 'caller', region, service: 'sts' },
    caller.credentials,
    (c) => new STSClient(c),
  );
  const credentials = roleCredentials(sts, caller.credentials, {
    roleArn: arn,
    sessionName: role.sessionName,
    externalId: role.externalId,
  });
  try {
    await credentials();
  } catch (error) {
    if (error instanceof AwsProblem) throw error;
    if (isOwn) return opened(pool, account, region, caller.credentials, true);
    const { kind, code, layer } = classifyError(error);
    return refused(account, arn, {
      code,
      cause: gapCause(kind),
      ...(layer === undefined ? {} : { layer }),
    });
  }
  return opened(pool, account, region, credentials, false);
}

function opened(
  pool: ClientPool,
  account: AccountId,
  region: Region,
  credentials: CredentialSource,
  isWithoutRole: boolean,
): AccountSession {
  const identity = () => identityOf(pool, account, region, credentials);
  return { kind: 'open', credentials, identity, isWithoutRole };
}

function refused(
  account: AccountId,
  scope: Arn | null,
  why: Pick<Gap, 'cause' | 'code' | 'layer'>,
): AccountSession {
  const call = 'sts:AssumeRole';
  return {
    kind: 'refused',
    gap: { source: call, permission: call, account, region: 'global', scope, ...why },
  };
}
