// What reading or writing one artifact takes: the object in the store, and the key behind it.
import { ABSENT, known, UNKNOWN } from '@/lib/iam/context';
import type { Context } from '@/lib/iam/request';
import type { ArtifactStore, Pipeline } from '@/lib/model/resource';
import type { StatedNeed, StoreAsk } from '@/lib/providers/action-provider';
import { viaS3 } from '@/lib/providers/bucket-key';
import type { UploadAcl } from './artifact-acl';

const STORE_DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/how-to-custom-role.html';
const KMS_DOCS = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html';

/** The keys of artifacts begin with the pipeline's name, cut to 20 characters, then the artifact's name, cut to 10, then a random part
 *  (observed: https://github.com/aws/aws-cdk/issues/3274); `*` stands for what is not known before the run. */
function artifactObjects(partition: string, pipeline: Pipeline, store: ArtifactStore): string {
  const whole = pipeline.name.length <= 20;
  return `arn:${partition}:s3:::${store.bucket}/${pipeline.name.slice(0, 20)}${whole ? '/' : ''}*`;
}

/** Requests on the store for reading an input artifact. `owner`: of the bucket; `objectOwner`: of the artifact, where that is somebody
 *  else. Never throws. */
export function readNeeds(
  partition: string,
  pipeline: Pipeline,
  store: ArtifactStore,
  owner: string,
  objectOwner: string | null,
): readonly StatedNeed[] {
  const objects = artifactObjects(partition, pipeline, store);
  const bucket = `arn:${partition}:s3:::${store.bucket}`;
  const need = needOn(owner, {}, objectOwner);
  return [
    need(
      's3:GetObject',
      objects,
      true,
      'The input artifact is fetched from the store of the action’s region.',
    ),
    need('s3:GetObjectVersion', objects, false, 'Artifacts of a versioned store are fetched by version.'),
    need('s3:GetBucketVersioning', bucket, false, 'CodePipeline looks at the store before it reads.'),
    need('s3:GetBucketLocation', bucket, false, 'CodePipeline looks at the store before it reads.'),
    need(
      's3:ListBucket',
      bucket,
      false,
      'Turns “access denied” into “not found” when the object is missing.',
    ),
  ];
}

interface Upload {
  /** Of the bucket. */
  readonly owner: string;
  readonly keyArn: string | null;
  readonly acl: UploadAcl;
  readonly also: readonly StoreAsk[];
}

/** Requests on the store for writing an output artifact. Never throws. */
export function writeNeeds(
  partition: string,
  pipeline: Pipeline,
  store: ArtifactStore,
  { owner, keyArn, acl, also }: Upload,
): readonly StatedNeed[] {
  const objects = artifactObjects(partition, pipeline, store);
  const bucket = `arn:${partition}:s3:::${store.bucket}`;
  const need = needOn(owner, uploadContext(keyArn, acl));
  return [
    need('s3:PutObject', objects, true, 'The output artifact is put into the store of the action’s region.'),
    ...aclNeeds(acl, (essential, because) => need('s3:PutObjectAcl', objects, essential, because)),
    need('s3:GetBucketVersioning', bucket, false, 'CodePipeline looks at the store before it writes.'),
    need('s3:GetBucketLocation', bucket, false, 'CodePipeline looks at the store before it writes.'),
    ...also.map(({ action, on, because, source }) => ({
      ...need(action, on === 'bucket' ? bucket : objects, false, because),
      source,
    })),
  ];
}

function aclNeeds(
  acl: UploadAcl,
  need: (essential: boolean, because: string) => StatedNeed,
): readonly StatedNeed[] {
  if (acl === 'no') return [];
  return acl === 'yes'
    ? [need(true, 'This action uploads with an ACL.')]
    : [need(false, 'Needed if this action uploads with an ACL, as CodeCommit’s does across accounts.')];
}

/** Requests that S3 makes on the key, in the name of the role that reads the artifact. Never throws. */
export function decryptNeeds(
  keyArn: string,
  partition: string,
  region: string,
  caller: string,
): readonly StatedNeed[] {
  return [
    keyNeed(
      'kms:Decrypt',
      keyArn,
      partition,
      region,
      caller,
      'S3 decrypts the artifact in the name of the role that reads it.',
    ),
  ];
}

/** Seen to upload in parts (https://github.com/aws/aws-cdk/issues/3170); of others nobody knows how they do. */
const UPLOADS_IN_PARTS: readonly string[] = ['CodeCommit'];

const PARTS_DOUBT =
  'S3 asks for it only to join the parts of a large upload, and how the artifact is uploaded is not known';

/** Requests that S3 makes on the key, in the name of the role that writes the artifact. `provider`: of the action that writes. Never
 *  throws. */
export function encryptNeeds(
  keyArn: string,
  partition: string,
  region: string,
  caller: string,
  provider: string,
): readonly StatedNeed[] {
  const parts = keyNeed(
    'kms:Decrypt',
    keyArn,
    partition,
    region,
    caller,
    'S3 needs it to join the parts of a large upload.',
  );
  return [
    keyNeed(
      'kms:GenerateDataKey',
      keyArn,
      partition,
      region,
      caller,
      'S3 asks for a data key in the name of the role that writes the artifact.',
    ),
    UPLOADS_IN_PARTS.includes(provider) ? parts : { ...parts, doubt: PARTS_DOUBT },
  ];
}

function keyNeed(
  action: string,
  keyArn: string,
  partition: string,
  region: string,
  caller: string,
  because: string,
): StatedNeed {
  return {
    action,
    resource: keyArn,
    essential: true,
    because,
    source: KMS_DOCS,
    context: viaS3(partition, region, caller),
  };
}

function needOn(owner: string, context: Context, objectOwner: string | null = null) {
  return (action: string, resource: string, essential: boolean, because: string): StatedNeed => ({
    action,
    resource,
    resourceAccount: owner,
    essential,
    because,
    source: STORE_DOCS,
    context: { 's3:ResourceAccount': known(owner), ...context },
    ...(objectOwner === null ? {} : { objectOwner }),
  });
}

/** Uploads ask for SSE-KMS; the key id is sent only where the store names a key.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/S3-artifact-encryption.html (read 2026-11-24) */
function uploadContext(keyArn: string | null, acl: UploadAcl): Context {
  const given = { yes: known('bucket-owner-full-control'), no: ABSENT, perhaps: UNKNOWN };
  return {
    's3:x-amz-server-side-encryption': known('aws:kms'),
    's3:x-amz-server-side-encryption-aws-kms-key-id': keyArn === null ? ABSENT : known(keyArn),
    's3:x-amz-acl': given[acl],
  };
}
