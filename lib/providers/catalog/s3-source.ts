// S3 as a source: the running role fetches one versioned object.
import { arnAccount } from '@/lib/names/arn';
import type { ActionProvider, ActionSetting, Call, StatedNeed } from '../action-provider';
import { missingBucketFaults, sourceBucketFaults } from '../bucket-faults';
import { viaS3 } from '../bucket-key';
import { configurationText } from '../configuration';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3.html';

export const s3Source: ActionProvider = {
  id: 's3-source',
  category: 'Source',
  owner: 'AWS',
  provider: 'S3',
  title: 'S3 source',
  docs: DOCS,
  artifacts: {
    reads: false,
    writes: true,
    acl: 'perhaps-across-accounts',
    alsoOnWrite: [
      {
        action: 's3:PutObjectTagging',
        on: 'objects',
        because: 'Needed when the source object carries tags: the artifact takes them over.',
        source: DOCS,
      },
    ],
  },
  calls: (setting) => [readObject(setting), ...decryptObject(setting)],
  passes: () => [],
};

function readObject(setting: ActionSetting): Call {
  const bucketName = configurationText(setting.action, 'S3Bucket');
  const key = configurationText(setting.action, 'S3ObjectKey');
  const bucket = `arn:${setting.partition}:s3:::${bucketName.text}`;
  const object = `${bucket}/${key.text}`;
  const owner = setting.inventory.buckets.get(bucket)?.account ?? null;
  const need = (action: string, resource: string, essential: boolean, because: string): StatedNeed => {
    const cannotTell = bucketName.cannotTell ?? (resource === object ? key.cannotTell : undefined);
    return {
      action,
      resource,
      resourceAccount: owner,
      ...(resource === object ? { objectOwner: 'not known' } : {}),
      essential,
      because,
      source: DOCS,
      ...(cannotTell === undefined ? {} : { cannotTell }),
    };
  };
  return {
    kind: 'reads',
    target: {
      kind: 'bucket',
      name: bucketName.text,
      arn: bucketName.cannotTell === undefined ? bucket : null,
      account: owner,
      region: bucketRegion(setting, bucket),
      job: 'source bucket',
    },
    needs: [
      need('s3:GetObject', object, true, 'CodePipeline downloads the source object.'),
      need(
        's3:GetObjectVersion',
        object,
        true,
        'CodePipeline always downloads the source object by version.',
      ),
      need(
        's3:GetBucketVersioning',
        bucket,
        true,
        'CodePipeline checks that the source bucket is versioned.',
      ),
      need('s3:GetBucketAcl', bucket, false, 'CodePipeline checks who owns the source bucket.'),
      need('s3:GetBucketLocation', bucket, false, 'CodePipeline checks the region of the source bucket.'),
      need('s3:GetObjectTagging', object, false, 'Needed when the source object carries tags.'),
      need('s3:GetObjectVersionTagging', object, false, 'Needed when the source object carries tags.'),
    ],
    faults: [
      ...missingBucketFaults(setting.inventory, bucket),
      ...sourceBucketFaults(setting.inventory.buckets.get(bucket)),
    ],
  };
}

function bucketRegion(setting: ActionSetting, bucket: string): string {
  const region = setting.inventory.buckets.get(bucket)?.region;
  return region?.kind === 'read' ? region.value : setting.region;
}

/** Only where the bucket encrypts with a customer's key by default: what another upload may have chosen is not visible to a scan. */
function decryptObject(setting: ActionSetting): readonly Call[] {
  const bucket = setting.inventory.buckets.get(
    `arn:${setting.partition}:s3:::${configurationText(setting.action, 'S3Bucket').text}`,
  );
  const key = bucket?.defaultKey.kind === 'read' ? bucket.defaultKey.value : null;
  if (key === null || arnAccount(key) === null) return [];
  const region = bucketRegion(setting, bucket?.arn ?? '');
  return [
    {
      kind: 'decrypts',
      target: { kind: 'key', name: key, arn: key, account: arnAccount(key), region, job: 'key' },
      needs: [
        {
          action: 'kms:Decrypt',
          resource: key,
          essential: true,
          because: 'The source bucket encrypts with this key by default.',
          source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
          context: viaS3(setting.partition, region, setting.account),
        },
      ],
    },
  ];
}
