// What is wrong with a store or a key itself, as far as it was read.
import type { Inventory } from '@/lib/model/inventory';
import type { ArtifactStore } from '@/lib/model/resource';
import { type AccountId, type Arn, arnAccount, parseArn } from '@/lib/names/arn';
import type { ActionSetting } from '@/lib/providers/action-provider';
import type { StructureFault } from './hop';

const STORE_DOCS =
  'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html#troubleshooting-reg-1';
const OWNERSHIP_DOCS = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html';
const LIFECYCLE_DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/limits.html';
const STATE_DOCS = 'https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html';
const MANAGED_DOCS = 'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk';
const KIND_DOCS = 'https://docs.aws.amazon.com/codepipeline/latest/userguide/S3-artifact-encryption.html';
const REGION_DOCS =
  'https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-create-cross-region.html';

/** A store's bucket must lie in the store's region. Never throws. */
export function storeFaults(
  inventory: Inventory,
  store: ArtifactStore,
  bucket: Arn,
): readonly StructureFault[] {
  const region = inventory.buckets.get(bucket)?.region;
  if (region?.kind !== 'read' || region.value === store.region) return [];
  return [
    {
      rule: 'store-in-other-region',
      sentence: `the store of ${store.region} is the bucket ${store.bucket}, which lies in ${region.value}`,
      source: STORE_DOCS,
      certain: true,
    },
  ];
}

/** Days that an approval waits where nothing else is set.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/limits.html (read 2026-11-27) */
const APPROVAL_DAYS = 7;

/** Artifacts must outlive an approval that comes before they are read. Never throws. */
export function expiryFaults({
  inventory,
  pipeline,
  action,
  store,
  partition,
}: ActionSetting): readonly StructureFault[] {
  const days = inventory.buckets.get(`arn:${partition}:s3:::${store?.bucket ?? ''}`)?.expiryDays;
  if (days?.kind !== 'read' || days.value === null || days.value >= APPROVAL_DAYS) return [];
  const waits = pipeline.stages
    .slice(0, action.stageIndex)
    .some((stage) => stage.actions.some((one) => one.category === 'Approval'));
  if (!waits) return [];
  return [
    {
      rule: 'artifacts-expire-early',
      sentence: `a lifecycle rule deletes what is in ${store?.bucket ?? 'the store'} after ${days.value} days, and an approval before this action may wait ${APPROVAL_DAYS}`,
      source: LIFECYCLE_DOCS,
      certain: false,
    },
  ];
}

/** What a role of another account uploads belongs to that account, unless the bucket takes all for its owner or the upload gives
 *  it away with an ACL (observed: https://github.com/awslabs/aws-refarch-cross-account-pipeline/issues/5). Never throws.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html (read 2026-11-24) */
export function ownershipFaults(
  inventory: Inventory,
  bucket: Arn,
  writer: AccountId,
  withAcl: boolean,
): readonly StructureFault[] {
  const found = inventory.buckets.get(bucket);
  if (found?.ownership.kind !== 'read' || found.account === writer) return [];
  const { value } = found.ownership;
  if (value === 'BucketOwnerEnforced' || (value === 'BucketOwnerPreferred' && withAcl)) return [];
  return [
    {
      rule: 'writer-keeps-artifact',
      sentence: `what ${writer} puts into ${found.name} stays its own, and the bucket policy of ${found.account} does not reach it`,
      source: OWNERSHIP_DOCS,
      certain: false,
    },
  ];
}

/** A key must be enabled, symmetric, of the store's region, and for another account not one of AWS's own. Never throws. */
export function keyFaults(
  inventory: Inventory,
  arn: Arn,
  region: string,
  caller: AccountId,
): readonly StructureFault[] {
  const found = inventory.keys.get(arn);
  const name = found?.aliases[0]?.replace(/^alias\//, '') ?? arn.slice(arn.lastIndexOf('/') + 1);
  const fault = (rule: string, sentence: string, source: string): StructureFault => ({
    rule,
    sentence,
    source,
    certain: true,
  });
  const keyRegion = parseArn(arn)?.region ?? region;
  const state = found?.state.kind === 'read' ? found.state.value : null;
  const isOfAws = found?.manager.kind === 'read' && found.manager.value === 'AWS';
  const spec = found?.spec.kind === 'read' ? found.spec.value : null;
  return [
    ...(inventory.absent.has(arn)
      ? [fault('key-missing', `the key ${name} does not exist`, STATE_DOCS)]
      : []),
    ...(keyRegion === region
      ? []
      : [
          fault(
            'key-in-other-region',
            `the key ${name} is of ${keyRegion}, and the artifacts of ${region} need one of their own region`,
            REGION_DOCS,
          ),
        ]),
    ...(state === null || state === 'Enabled'
      ? []
      : [fault('key-not-enabled', `the key ${name} is not enabled: its state is ${state}`, STATE_DOCS)]),
    ...(isOfAws && arnAccount(arn) !== caller
      ? [
          fault(
            'key-of-aws-not-shareable',
            `the key ${name} is one of AWS's own in ${arnAccount(arn)}, which no other account can use`,
            MANAGED_DOCS,
          ),
        ]
      : []),
    ...(spec === null || spec === 'SYMMETRIC_DEFAULT'
      ? []
      : [
          fault(
            'key-not-symmetric',
            `the key ${name} is asymmetric (${spec}), which S3 cannot use`,
            KIND_DOCS,
          ),
        ]),
  ];
}
