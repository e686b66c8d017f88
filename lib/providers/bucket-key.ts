// The KMS key behind a bucket that an action reads or writes, and the requests S3 then makes in the role's name.
import { ABSENT, known, PRESENT } from '@/lib/iam/context';
import type { Context } from '@/lib/iam/request';
import { dnsSuffix } from '@/lib/names/partition';

/** The context of a KMS request that S3 makes with the caller's permissions (a forward access session).
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html (read 2026-11-24)
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html (read 2026-11-24) */
export function viaS3(partition: string, region: string, callerAccount: string): Context {
  const name = `${partition} ${region} ${callerAccount}`;
  const found = contexts.get(name) ?? newContext(partition, region, callerAccount);
  contexts.set(name, found);
  return found;
}

/** One object for each caller's account and region, shared by all needs: a pure function's answers, kept. */
const contexts = new Map<string, Context>();

function newContext(partition: string, region: string, callerAccount: string): Context {
  return {
    'kms:ViaService': known(`s3.${region}.${dnsSuffix(partition)}`),
    'kms:CallerAccount': known(callerAccount),
    'kms:EncryptionContext:aws:s3:arn': PRESENT,
    'kms:EncryptionContextKeys': known('aws:s3:arn'),
    'kms:GrantIsForAWSResource': ABSENT,
    'aws:ViaAWSService': known('true'),
    'aws:CalledVia': known('s3.amazonaws.com'),
    'aws:CalledViaFirst': known('s3.amazonaws.com'),
    'aws:CalledViaLast': known('s3.amazonaws.com'),
  };
}
