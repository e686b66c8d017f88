// Which keys encrypt the artifacts that an action reads and writes.
import type { PipelineAction } from '@/lib/model/resource';
import type { ActionSetting } from '@/lib/providers/action-provider';
import { providerOf } from '@/lib/providers/catalog/index';
import { settingOf } from './action-setting';
import { producersOf } from './artifact-flow';
import { keyOfStore, resolveKey, type StoreKey, type WrittenKey } from './store-key';

/** The keys of the inputs, each once. Mostly that is the store's. What a build made is encrypted with its project's key, but a
 *  copy in another region again with the store's. A project that was not read is taken to use the store's key, as the console
 *  and the CDK set it up. Never throws.
 *  @see https://docs.aws.amazon.com/codebuild/latest/APIReference/API_Project.html (read 2026-11-24) */
export function inputKeys(setting: ActionSetting, callerAccount: string): readonly StoreKey[] {
  const { pipeline, inventory, store } = setting;
  if (store === null) return [];
  const own = keyOfStore(pipeline, store);
  const written = producersOf(setting).map(({ action }) =>
    (action.region ?? pipeline.region) === setting.region
      ? (ownKeyOf(settingOf(inventory, pipeline, action), action) ?? own)
      : own,
  );
  const distinct = new Map((written.length === 0 ? [own] : written).map((key) => [keyName(key), key]));
  return [...distinct.values()].map((key) => resolveKey(inventory, key, callerAccount));
}

function keyName({ written, home }: WrittenKey): string {
  return written === null || /(^|:)alias\/aws\/s3$/.test(written) ? `aws/s3 ${home}` : written;
}

/** The key with which an action encrypts what it makes, where that is not the store's. */
function ownKeyOf(setting: ActionSetting, action: PipelineAction): WrittenKey | null {
  const writer = providerOf(action)
    ?.serviceRoles?.(setting)
    .find((one) => one.artifacts?.writes === true);
  if (writer?.artifacts?.writeKey === undefined) return null;
  return writtenKey(setting, writer.artifacts.writeKey);
}

/** The key of a project in the setting's account. Never throws. */
export function writtenKey(setting: ActionSetting, written: string | null): WrittenKey {
  const { account, partition, region, action } = setting;
  return { written, home: account, region, partition, owner: `the project of ${action.name}` };
}
