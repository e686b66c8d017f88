import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildInventory } from '@/lib/model/build-inventory';
import { HUB, keyArn, snapshotOf } from '@/lib/model/snapshot.fixture';
import type { ActionSetting } from './action-provider';
import { PROVIDERS } from './catalog/index';
import { providerDocument } from './document';
import { SAMPLES } from './samples.fixture';

const FOLDER = 'docs/providers';
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

function settingOf(id: string): ActionSetting {
  const sample = SAMPLES[id];
  const provider = PROVIDERS.find((one) => one.id === id);
  if (sample === undefined || provider === undefined) throw new Error(`no sample of ${id}`);
  return {
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
}

test.each(PROVIDERS.map(({ id }) => id))(
  'docs/providers/%s.md is current (npm run golden rewrites it)',
  (id) => {
    const provider = PROVIDERS.find((one) => one.id === id);
    if (provider === undefined) throw new Error(`no provider ${id}`);
    const text = providerDocument(provider, settingOf(id));
    const file = join(FOLDER, `${id}.md`);
    if (process.env.GOLDEN === 'write') {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, text);
    }
    expect(existsSync(file) ? readFileSync(file, 'utf8') : 'not there').toBe(text);
  },
);

test('there is a page of every provider, and of nothing else', () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual(PROVIDERS.map(({ id }) => `${id}.md`).toSorted());
});
