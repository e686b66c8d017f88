// Asks AWS, with the credentials of an account, whose they are.
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { AwsProblem } from '@/lib/aws/aws-problem';
import { classifyError } from '@/lib/aws/classify-error';
import type { ClientPool } from '@/lib/aws/client-pool';
import type { CredentialSource } from '@/lib/aws/credential-source';
import { withFreshCredentials } from '@/lib/aws/fresh-credentials';
import { plainJson } from '@/lib/aws/plain-json';
import type { AccountId, Region } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';
import type { Gap } from '@/lib/snapshot/gap';
import { gapCause } from './gap-cause';

/** The `caller-identity` fact of the account, or the gap in its place. GetCallerIdentity needs no permission. */
export async function identityOf(
  pool: ClientPool,
  account: AccountId,
  region: Region,
  credentials: CredentialSource,
): Promise<Fact | Gap> {
  const source = 'sts:GetCallerIdentity';
  const place = { source, account, region: 'global' } as const;
  const clients = pool.lease();
  try {
    const sts = clients.client(
      { account, region, service: 'sts' },
      credentials,
      (config) => new STSClient(config),
    );
    const identity = await withFreshCredentials(credentials, () =>
      sts.send(new GetCallerIdentityCommand({})),
    );
    return { kind: 'caller-identity', ...place, arn: identity.Arn ?? null, data: plainJson(identity) };
  } catch (error) {
    if (error instanceof AwsProblem) throw error;
    const { kind, code, layer } = classifyError(error);
    const why = { cause: gapCause(kind), code, ...(layer === undefined ? {} : { layer }) };
    return { ...place, permission: source, scope: null, ...why };
  } finally {
    clients.end();
  }
}
