// Test support: a provider's sample configuration as an action of a pipeline in which everything turns up.
import { buildInventory } from '@/lib/model/build-inventory';
import { HUB, keyArn, snapshotOf } from '@/lib/model/snapshot.fixture';
import type { ActionProvider, ActionSetting } from './action-provider';
import { PROVIDERS } from './catalog/index';
import { type ProviderSample, SAMPLES } from './samples.fixture';

const PIPELINE = {
  kind: 'pipeline',
  arn: `arn:aws:codepipeline:us-east-1:${HUB}:shop`,
  account: HUB,
  region: 'us-east-1',
  name: 'shop',
  type: 'V2',
  roleArn: `arn:aws:iam::${HUB}:role/shop-pipeline`,
  stores: [{ region: 'us-east-1', bucket: 'artifacts-us-east-1', key: keyArn('us-east-1') }],
  stages: [],
  pullRequestSources: [],
  runs: {},
  updated: null,
  pollingDisabledAt: null,
} as const;

/** The provider of that id, and its sample, changed where asked, as an action of account HUB in us-east-1. Throws where there is none. */
export function sampleSetting(
  id: string,
  change: Partial<ProviderSample> = {},
): { readonly provider: ActionProvider; readonly setting: ActionSetting } {
  const found = SAMPLES[id];
  const provider = PROVIDERS.find((one) => one.id === id);
  if (found === undefined || provider === undefined) throw new Error(`no sample of ${id}`);
  const sample = { ...found, ...change };
  const setting: ActionSetting = {
    pipeline: PIPELINE,
    partition: 'aws',
    role: PIPELINE.roleArn,
    account: HUB,
    region: 'us-east-1',
    store: PIPELINE.stores[0],
    inventory: buildInventory(snapshotOf(sample.facts ?? [])),
    action: {
      stage: 'Act',
      stageIndex: 1,
      name: 'Act',
      category: provider.category,
      owner: provider.owner,
      provider: provider.provider,
      version: '1',
      runOrder: 1,
      configuration: sample.configuration,
      roleArn: null,
      region: null,
      inputArtifacts: sample.inputs ?? [],
      outputArtifacts: sample.outputs ?? [],
      variables: [],
    },
  };
  return { provider, setting };
}
