// Drawings that every format is tried on: made-up pipelines of any shape, the example's map, and names that want to break out.
import { readFileSync } from 'node:fs';
import { analyze } from '@/lib/analysis/analyze';
import { buildScene } from '@/lib/scene/build-scene';
import { mapOfAccounts } from '@/lib/scene/map-of-accounts';
import { analysisOf } from '@/lib/scene/pipeline.fixture';
import type { PipelineSpec } from '@/lib/scene/pipeline-spec.fixture';
import { checkout, long, small } from '@/lib/scene/samples.fixture';
import type { Scene } from '@/lib/scene/scene';
import { buildStack } from '@/lib/scene/stack/build-stack';
import type { Snapshot } from '@/lib/snapshot/snapshot';

/** What a name may hold at worst: markup of every format, an emoji of several code points, right-to-left text. */
export const HOSTILE = `<b>&"'\`|;#%%{init}$ 👩‍🚀 תפקיד دور ]]> style:x#1;`;

const hostile: PipelineSpec = {
  name: HOSTILE,
  accounts: [{ id: '111111111111', name: HOSTILE }],
  region: 'us-east-1',
  stages: [
    {
      name: HOSTILE,
      actions: [
        {
          name: `x${HOSTILE}`,
          provider: HOSTILE,
          account: 0,
          region: 'us-east-1',
          role: `r${HOSTILE}`,
          source: HOSTILE,
          faults: { reads: 'broken' },
        },
      ],
    },
  ],
};

/** The drawing of a made-up pipeline. */
export function sceneOfSpec(spec: PipelineSpec, selected: string | null = null): Scene {
  const analysis = analysisOf(spec);
  return buildScene(analysis, analysis.pipelines[0]?.arn ?? '', { selected });
}

function stackOfSpec(spec: PipelineSpec, action: string): Scene {
  const analysis = analysisOf(spec);
  const stack = buildStack(analysis, analysis.pipelines[0]?.arn ?? '', action);
  if (stack === null) throw new Error(`no stack of ${action}`);
  return stack;
}

/** One stage with so many actions in so many accounts that the drawing is over every limit of Mermaid. */
export function hugeScene(actions: number, accounts: number): Scene {
  const list = Array.from({ length: accounts }, (_, n) => ({
    id: String(100000000000 + n),
    name: `team-${n}`,
  }));
  const spec: PipelineSpec = {
    name: 'everything',
    accounts: list,
    region: 'us-east-1',
    stages: Array.from({ length: Math.ceil(actions / 30) }, (_, stage) => ({
      name: `Deploy-${stage}`,
      actions: Array.from({ length: 30 }, (__, n) => ({
        name: `Deploy-${stage}-${n}`,
        provider: 'CloudFormation',
        account: (stage * 30 + n) % accounts,
        region: 'us-east-1',
        role: `deploy-${n}`,
      })),
    })),
  };
  const analysis = analysisOf(spec);
  return buildScene(analysis, analysis.pipelines[0]?.arn ?? '', { selected: null, folded: [] });
}

export const EXAMPLE = JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')) as Snapshot;

export const DRAWINGS: readonly (readonly [string, Scene])[] = [
  ['a pipeline', sceneOfSpec(checkout)],
  ['an action brought out', sceneOfSpec(checkout, 'Deploy-Prod/Deploy-Prod-use2')],
  ['a small pipeline', sceneOfSpec(small)],
  ['a long pipeline', sceneOfSpec(long)],
  ['a stack of hats', stackOfSpec(checkout, 'Deploy-Prod/Deploy-Prod-use2')],
  ['the map of accounts', mapOfAccounts(analyze(EXAMPLE), { all: true }).scene],
  ['hostile names', sceneOfSpec(hostile)],
];
