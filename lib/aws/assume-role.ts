// Puts on a role in an account.
import { AssumeRoleCommand, type STSClient } from '@aws-sdk/client-sts';
import type { Arn } from '@/lib/names/arn';
import { remembered } from './caller';
import type { CredentialSource } from './client-pool';

export interface RoleToAssume {
  readonly roleArn: Arn;
  readonly sessionName: string;
  readonly externalId?: string | undefined;
}

/** Credentials of the role, fetched when first asked for and again before they expire. The source throws what the SDK threw. */
export function roleCredentials(sts: STSClient, role: RoleToAssume): CredentialSource {
  return remembered(async () => {
    const { Credentials: granted } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: role.roleArn,
        RoleSessionName: role.sessionName,
        ExternalId: role.externalId,
      }),
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
