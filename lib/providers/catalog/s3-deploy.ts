// S3 as a target: the running role uploads the artifact's files.
import { known, UNKNOWN } from '@/lib/iam/context';
import { arnAccount } from '@/lib/names/arn';
import type { ActionProvider, ActionSetting, Call, StatedNeed } from '../action-provider';
import { deployBucketFaults, missingBucketFaults } from '../bucket-faults';
import { viaS3 } from '../bucket-key';
import { configurationText, configurationValue, openByVariable } from '../configuration';

const DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-S3Deploy.html';

export const s3Deploy: ActionProvider = {
  id: 's3-deploy',
  category: 'Deploy',
  owner: 'AWS',
  provider: 'S3',
  title: 'S3 deploy',
  docs: DOCS,
  artifacts: { reads: true, writes: false, acl: 'never' },
  calls: (setting) => [writeObjects(setting), ...encryptObjects(setting)],
  passes: () => [],
};

/** With Extract=false the key is ObjectKey; with Extract=true it is a prefix of every file of the artifact. */
function objectKey(setting: ActionSetting): { readonly text: string; readonly cannotTell?: string } {
  const key = configurationValue(setting.action, 'ObjectKey');
  const extract = configurationValue(setting.action, 'Extract');
  if (key.kind === 'variable') return { text: '*', cannotTell: key.reason };
  if (key.kind === 'missing') return { text: '*' };
  if (extract.kind === 'variable') return { text: '*', cannotTell: extract.reason };
  return {
    text: extract.kind === 'value' && extract.text === 'true' ? `${key.text.replace(/\/$/, '')}/*` : key.text,
  };
}

function writeObjects(setting: ActionSetting): Call {
  const name = configurationText(setting.action, 'BucketName');
  const key = objectKey(setting);
  const bucket = `arn:${setting.partition}:s3:::${name.text}`;
  const objects = `${bucket}/${key.text}`;
  const found = setting.inventory.buckets.get(bucket);
  const acl = setting.action.configuration.CannedACL;
  const cannotTell = name.cannotTell ?? key.cannotTell;
  const need = (action: string, resource: string, essential: boolean, because: string): StatedNeed => ({
    action,
    resource,
    resourceAccount: found?.account ?? null,
    essential,
    because,
    source: DOCS,
    context: acl === undefined ? {} : { 's3:x-amz-acl': acl.includes('#{') ? UNKNOWN : known(acl) },
    ...(cannotTell === undefined ? {} : { cannotTell }),
  });
  return {
    kind: 'writes',
    target: {
      kind: 'bucket',
      name: name.text,
      arn: name.cannotTell === undefined ? bucket : null,
      account: found?.account ?? null,
      region: found?.region.kind === 'read' ? found.region.value : setting.region,
      job: 'deploy bucket',
    },
    needs: [
      need('s3:PutObject', objects, true, 'The action uploads the files of the artifact.'),
      ...(acl === undefined
        ? []
        : [need('s3:PutObjectAcl', objects, true, 'The action sets the canned ACL of its configuration.')]),
      need('s3:GetBucketVersioning', bucket, false, 'CodePipeline looks at the bucket before it uploads.'),
      need('s3:GetBucketAcl', bucket, false, 'CodePipeline looks at the bucket before it uploads.'),
      need('s3:GetBucketLocation', bucket, false, 'CodePipeline looks at the bucket before it uploads.'),
      need('s3:PutObjectVersionAcl', objects, false, 'AWS lists it among what the action uses.'),
      need('s3:GetObjectTagging', objects, false, 'Needed when the objects carry tags.'),
      need('s3:GetObjectVersionTagging', objects, false, 'Needed when the objects carry tags.'),
      need('s3:PutObjectTagging', objects, false, 'Needed when the objects carry tags.'),
    ],
    faults: [
      ...missingBucketFaults(setting.inventory, bucket),
      ...deployBucketFaults(found, { account: setting.account, region: setting.region, acl }),
    ],
  };
}

function encryptObjects(setting: ActionSetting): readonly Call[] {
  const configured = configurationValue(setting.action, 'KMSEncryptionKeyARN');
  const bucket = setting.inventory.buckets.get(
    `arn:${setting.partition}:s3:::${configurationText(setting.action, 'BucketName').text}`,
  );
  const fallback = bucket?.defaultKey.kind === 'read' ? bucket.defaultKey.value : null;
  const key = configured.kind === 'missing' ? fallback : configured.text;
  const isOpen = configured.kind === 'variable';
  if (key === null || (arnAccount(key) === null && !isOpen)) return [];
  const need = (action: string, because: string): StatedNeed => ({
    action,
    resource: isOpen ? '*' : key,
    essential: true,
    because,
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
    context: viaS3(setting.partition, setting.region, setting.account),
    ...openByVariable(setting.action, 'KMSEncryptionKeyARN'),
  });
  return [
    {
      kind: 'encrypts',
      target: {
        kind: 'key',
        name: key,
        arn: isOpen ? null : key,
        account: arnAccount(key),
        region: setting.region,
        job: 'key',
      },
      needs: [
        need('kms:GenerateDataKey', 'S3 asks for a data key to encrypt the upload.'),
        {
          ...need('kms:Decrypt', 'S3 needs it to join the parts of a large upload.'),
          doubt:
            'S3 asks for it only to join the parts of a large upload, and how large the files are is not known',
        },
      ],
    },
  ];
}
