// To which account the artifacts in a store belong, where that is not the bucket's own.
import type { Bucket, PipelineAction } from '@/lib/model/resource';
import { type AccountId, arnAccount } from '@/lib/names/arn';
import type { ActionSetting } from '@/lib/providers/action-provider';
import { providerOf } from '@/lib/providers/catalog/index';
import { aclOf } from './artifact-acl';
import { producersOf } from './artifact-flow';

/** Whether the bucket's owner becomes the owner of what others upload; null where that was not read. A bucket without the setting,
 *  from before there was one, leaves it with the writer. Never throws.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html (read 2026-11-24) */
export function takesOver({ ownership }: Bucket, withAcl: boolean): boolean | null {
  if (ownership.kind === 'unread') return null;
  return ownership.value === 'BucketOwnerEnforced' || (ownership.value === 'BucketOwnerPreferred' && withAcl);
}

/** The account that keeps an input of the action in the store of a region as its own; null where all of them are the bucket owner's,
 *  or given to it by their ACL. What was made in another region was put there by the pipeline role. Never throws. */
export function ownerOfInputs(
  setting: ActionSetting,
  bucket: Bucket | undefined,
  region: string,
  reader: AccountId,
): AccountId | null {
  if (bucket === undefined) return null;
  for (const { action } of producersOf(setting)) {
    const isCopy = (action.region ?? setting.pipeline.region) !== region;
    const writer = isCopy ? setting.pipeline.account : accountOf(setting, action);
    const rule = isCopy ? 'never' : (providerOf(action)?.artifacts.acl ?? 'never');
    const withAcl = aclOf(rule, writer !== bucket.account) === 'yes';
    if (writer === bucket.account || takesOver(bucket, withAcl) === true) continue;
    if (!(withAcl && reader === bucket.account)) return writer;
  }
  return null;
}

function accountOf({ pipeline }: ActionSetting, { roleArn }: PipelineAction): AccountId {
  return arnAccount(roleArn ?? pipeline.roleArn) ?? pipeline.account;
}
