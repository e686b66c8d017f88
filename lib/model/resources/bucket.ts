// S3 buckets that pipelines name, with what decides access to them.
import { isJsonObject, type Json } from '@/lib/base/json';
import { arnName } from '@/lib/names/arn';
import { field, listField, readFact, textField } from '../fact-index';
import { policyDocument } from '../policy-document';
import type { Reader } from '../reader';
import type { Bucket } from '../resource';

/** Reads buckets. A bucket without a policy has `read` null; one whose policy was refused is unread.
 *  GetBucketLocation answers null for us-east-1 and EU for eu-west-1.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html (read 2026-11-24) */
export const bucketReader: Reader<'bucket'> = {
  kind: 'bucket',
  facts: [
    'bucket',
    'bucket-location',
    'bucket-policy',
    'bucket-encryption',
    'bucket-ownership',
    'bucket-public-access-block',
    'bucket-versioning',
    'bucket-notification',
    'bucket-lifecycle',
  ],
  read: (facts) => ({
    resources: facts.all('bucket').flatMap(({ arn, account, data: named }): Bucket | readonly [] => {
      if (named === null) return [];
      const about = (kind: string) => facts.about(kind, arn ?? '');
      return {
        kind: 'bucket',
        arn: arn ?? '',
        name: arnName(arn ?? ''),
        account,
        region: readFact(about('bucket-location'), (data) => location(textField(data, 'LocationConstraint'))),
        policy: readFact(about('bucket-policy'), (data) =>
          data === null ? null : policyDocument(field(data, 'Policy')),
        ),
        versioning: readFact(about('bucket-versioning'), (data) => textField(data, 'Status')),
        ownership: readFact(about('bucket-ownership'), (data) =>
          textField(listField(data, 'OwnershipControls', 'Rules')[0], 'ObjectOwnership'),
        ),
        publicAccessBlock: readFact(about('bucket-public-access-block'), (data) =>
          field(data, 'PublicAccessBlockConfiguration'),
        ),
        defaultKey: readFact(about('bucket-encryption'), defaultKey),
        tellsEvents: readFact(
          about('bucket-notification'),
          (data) => field(data, 'EventBridgeConfiguration') !== null,
        ),
        expiryDays: readFact(about('bucket-lifecycle'), expiryDays),
      };
    }),
    problems: [],
  }),
};

function location(constraint: string | null): string {
  if (constraint === null || constraint === '') return 'us-east-1';
  return constraint === 'EU' ? 'eu-west-1' : constraint;
}

function defaultKey(data: Json): string | null {
  const rule = listField(data, 'ServerSideEncryptionConfiguration', 'Rules')[0];
  return textField(rule, 'ApplyServerSideEncryptionByDefault', 'KMSMasterKeyID');
}

/** Of enabled rules that hold for every object; those for a prefix, a tag or a size may or may not meet artifacts.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRule.html (read 2026-11-27) */
function expiryDays(data: Json): number | null {
  const days = listField(data, 'Rules').flatMap((rule) => {
    const after = field(rule, 'Expiration', 'Days');
    const isForAll = textField(rule, 'Status') === 'Enabled' && isUnfiltered(rule);
    return isForAll && typeof after === 'number' ? after : [];
  });
  return days.length === 0 ? null : Math.min(...days);
}

function isUnfiltered(rule: Json): boolean {
  const filter = field(rule, 'Filter');
  const others = isJsonObject(filter) ? Object.keys(filter).filter((name) => name !== 'Prefix') : [];
  return others.length === 0 && [field(rule, 'Prefix'), field(filter, 'Prefix')].every((one) => !one);
}
