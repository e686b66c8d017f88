// Puts on a role in an account.
import { AssumeRoleCommand, type STSClient } from '@aws-sdk/client-sts';
import type { Arn } from '@/lib/names/arn';
import { type CredentialSource, remembered } from './credential-source';
import { withFreshCredentials } from './fresh-credentials';

export interface RoleToAssume {
  readonly roleArn: Arn;
  readonly sessionName: string;
  readonly externalId?: string | undefined;
}

/** Credentials of the role, fetched when first asked for and again before they expire. `caller` is what `sts` signs with.
 *  The source throws what the SDK threw, and AwsProblem when those of the caller are gone. */
export function roleCredentials(
  sts: STSClient,
  caller: CredentialSource,
  role: RoleToAssume,
): CredentialSource {
  return remembered(async () => {
    const input = {
      RoleArn: role.roleArn,
      RoleSessionName: role.sessionName,
      ExternalId: role.externalId,
    };
    const { Credentials: granted } = await withFreshCredentials(caller, () =>
      sts.send(new AssumeRoleCommand(input)),
    );
    if (!granted?.AccessKeyId || !granted.SecretAccessKey)
      throw new Error('AssumeRole answered without credentials');
    return {
      accessKeyId: granted.AccessKeyId,
      secretAccessKey: granted.SecretAccessKey,
      ...(granted.SessionToken === undefined ? {} : { sessionToken: granted.SessionToken }),
      ...(granted.Expiration === undefined ? {} : { expiration: granted.Expiration }),
    };
  });
}
