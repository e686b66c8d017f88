// Each rule about the shape of a pipeline: a pipeline in which it fires, and one like it in which it does not.
import { describe, expect, it } from 'vitest';
import { buildInventory } from '@/lib/model/build-inventory';
import { DEV, PROD, pipeline, snapshotOf, stores } from '@/lib/model/snapshot.fixture';
import { PIPELINE_ROLE } from '@/lib/model/working-pipeline.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import { buildGraph } from './build-graph';
import { SHAPE_RULES } from './shape-rules';

type Action = Parameters<typeof pipeline>[3][string][number];

const source: Action = {
  name: 'Fetch',
  type: ['Source', 'AWS', 'S3'],
  configuration: { S3Bucket: 'drop', S3ObjectKey: 'a.zip' },
  outputs: ['source'],
};
const deployRole = (account: string) => `arn:aws:iam::${account}:role/deploy`;
const upload: Action = {
  name: 'Act',
  type: ['Deploy', 'AWS', 'S3'],
  configuration: { BucketName: 'x', Extract: 'true' },
  inputs: ['source'],
};
const build = (account: string): Action => ({
  name: 'Build',
  type: ['Build', 'AWS', 'CodeBuild'],
  configuration: { ProjectName: 'shop' },
  roleArn: deployRole(account),
  inputs: ['source'],
  outputs: ['made'],
});

function shaped(actions: readonly Action[], type = 'V2', first: Partial<Action> = {}): Fact {
  const fact = pipeline('shop', PIPELINE_ROLE, stores('us-east-1', 'us-east-2'), {
    Source: [{ ...source, ...first }],
    Act: actions,
  });
  const data = fact.data as { readonly pipeline: object };
  return { ...fact, data: { ...data, pipeline: { ...data.pipeline, pipelineType: type } } as Fact['data'] };
}

const CASES: { readonly [rule: string]: { readonly fires: Fact; readonly not: Fact } } = {
  'action-type-needs-v2': {
    fires: shaped([{ ...upload, type: ['Compute', 'AWS', 'Commands'] }], 'V1'),
    not: shaped([{ ...upload, type: ['Compute', 'AWS', 'Commands'] }], 'V2'),
  },
  'approval-in-other-region': {
    fires: shaped([{ name: 'Act', type: ['Approval', 'AWS', 'Manual'], region: 'us-east-2' }]),
    not: shaped([{ name: 'Act', type: ['Approval', 'AWS', 'Manual'], region: 'us-east-1' }]),
  },
  'artifact-between-other-accounts': {
    fires: shaped([build(DEV), { ...upload, inputs: ['made'], roleArn: deployRole(PROD) }]),
    not: shaped([build(DEV), { ...upload, inputs: ['made'], roleArn: deployRole(DEV) }]),
  },
  'clone-reference-not-built': {
    fires: shaped([upload], 'V2', {
      type: ['Source', 'AWS', 'CodeCommit'],
      configuration: { RepositoryName: 'shop', OutputArtifactFormat: 'CODEBUILD_CLONE_REF' },
    }),
    not: shaped([{ ...build(DEV), name: 'Act' }], 'V2', {
      type: ['Source', 'AWS', 'CodeCommit'],
      configuration: { RepositoryName: 'shop', OutputArtifactFormat: 'CODEBUILD_CLONE_REF' },
    }),
  },
  'foreign-action-in-other-region': {
    fires: shaped([{ ...upload, type: ['Build', 'Custom', 'Jenkins'], region: 'us-east-2' }]),
    not: shaped([{ ...upload, type: ['Build', 'Custom', 'Jenkins'] }]),
  },
  'role-on-foreign-action': {
    fires: shaped([{ ...upload, type: ['Build', 'Custom', 'Jenkins'], roleArn: deployRole(DEV) }]),
    not: shaped([{ ...upload, roleArn: deployRole(DEV) }]),
  },
  'source-in-other-region': {
    fires: shaped([upload], 'V2', { region: 'us-east-2' }),
    not: shaped([{ ...upload, region: 'us-east-2' }]),
  },
};

function firing(fact: Fact): readonly string[] {
  const inventory = buildInventory(snapshotOf([fact]));
  const [first] = inventory.pipelines.values();
  if (first === undefined) throw new Error('the test has no pipeline');
  return buildGraph(inventory, first).paths.flatMap(({ hops }) =>
    hops.flatMap(({ faults }) => faults.map(({ rule }) => rule)),
  );
}

describe.each(SHAPE_RULES.map(({ id }) => id))('the rule %s', (id) => {
  it('fires where the shape is wrong, and is silent where it is right', () => {
    const cases = CASES[id];
    if (cases === undefined) throw new Error(`no cases of ${id}`);
    expect(firing(cases.fires)).toContain(id);
    expect(firing(cases.not)).not.toContain(id);
  });

  it('has a source', () => {
    expect(SHAPE_RULES.find((rule) => rule.id === id)?.source).toMatch(/^https:\/\//);
  });
});
