// Everything that an action's needs are made from, gathered from its pipeline.
import type { Inventory } from '@/lib/model/inventory';
import type { Pipeline, PipelineAction } from '@/lib/model/resource';
import { arnAccount, parseArn } from '@/lib/names/arn';
import type { ActionSetting } from '@/lib/providers/action-provider';

/** The setting of an action. Never throws. */
export function settingOf(inventory: Inventory, pipeline: Pipeline, action: PipelineAction): ActionSetting {
  const role = action.roleArn ?? pipeline.roleArn;
  const region = action.region ?? pipeline.region;
  return {
    pipeline,
    action,
    inventory,
    role,
    region,
    partition: parseArn(pipeline.arn)?.partition ?? 'aws',
    account: arnAccount(role) ?? pipeline.account,
    store: pipeline.stores.find((store) => store.region === region) ?? null,
  };
}
