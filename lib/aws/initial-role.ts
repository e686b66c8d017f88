// Role chaining: the one role through which a scan reaches all others.
import { STSClient } from '@aws-sdk/client-sts';
import type { Arn, Region } from '@/lib/names/arn';
import { parseArn } from '@/lib/names/arn';
import { roleCredentials } from './assume-role';
import { AwsProblem } from './aws-problem';
import type { Caller } from './caller';
import { classifyError } from './classify-error';
import type { ClientPool } from './client-pool';

export interface InitialRole {
  readonly arn: Arn;
  readonly externalId?: string | undefined;
}

/** The caller once it has put on the initial role; its credentials renew themselves, since a chained session lasts an hour.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining (read 2026-11-24)
 *  @throws AwsProblem when the role cannot be put on */
export async function throughInitialRole(
  pool: ClientPool,
  caller: Caller,
  region: Region,
  role: InitialRole,
  sessionName: string,
): Promise<Caller> {
  const sts = pool.client(
    { account: 'start', region, service: 'sts' },
    caller.credentials,
    (config) => new STSClient(config),
  );
  const credentials = roleCredentials(sts, caller.credentials, {
    roleArn: role.arn,
    sessionName,
    externalId: role.externalId,
  });
  try {
    await credentials();
  } catch (error) {
    if (error instanceof AwsProblem) throw error;
    throw new AwsProblem(
      `\`${caller.arn}\` cannot put on the initial role \`${role.arn}\` (${classifyError(error).code}): check its name, its trust policy and --initial-external-id`,
    );
  }
  const { account, partition, resource } = parseArn(role.arn) ?? { ...caller, resource: '' };
  const name = resource.slice(resource.lastIndexOf('/') + 1);
  const arn = `arn:${partition}:sts::${account}:assumed-role/${name}/${sessionName}`;
  return { account, arn, partition, credentials };
}
