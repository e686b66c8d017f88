import { describe, expect, it } from 'vitest';
import { buildInventory } from '@/lib/model/build-inventory';
import {
  allow,
  DEV,
  HUB,
  PROD,
  pipeline,
  role,
  snapshotOf,
  stores,
  trust,
} from '@/lib/model/snapshot.fixture';
import { PIPELINE_ROLE, PROD_ROLE, workingPipeline } from '@/lib/model/working-pipeline.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import { buildGraph } from './build-graph';

function graphOf(facts: readonly Fact[]) {
  const inventory = buildInventory(snapshotOf(facts));
  const [first] = inventory.pipelines.values();
  if (first === undefined) throw new Error('the test has no pipeline');
  return buildGraph(inventory, first);
}

function pathOf(facts: readonly Fact[], action: string) {
  const path = graphOf(facts).paths.find((one) => one.action === action);
  if (path === undefined) throw new Error(`the test has no action ${action}`);
  return path;
}

const oneAction = (
  action: Parameters<typeof pipeline>[3][string][number],
  artifacts = stores('us-east-1'),
): readonly Fact[] => [
  role(HUB, 'shop-pipeline', trust({ Service: 'codepipeline.amazonaws.com' }), allow('*', '*')),
  pipeline('shop', PIPELINE_ROLE, artifacts, {
    Source: [
      {
        name: 'Fetch',
        type: ['Source', 'AWS', 'S3'],
        configuration: { S3Bucket: 'drop', S3ObjectKey: 'a.zip' },
        outputs: ['source'],
      },
    ],
    Next: [action],
  }),
];

describe('the permission path of an action', () => {
  it('of a cross-account, cross-region deployment has seven hops in the order of an execution', () => {
    const path = pathOf(workingPipeline(), 'Deploy-Prod');
    expect(path.hops.map((hop) => hop.kind)).toEqual([
      'runs-as',
      'replicates',
      'assumes',
      'reads',
      'decrypts',
      'calls',
      'passes',
    ]);
  });

  it('reads from the store and key of the action’s own region', () => {
    const path = pathOf(workingPipeline(), 'Deploy-Prod');
    expect(path.hops.find((hop) => hop.kind === 'reads')?.to).toBe('bucket:arn:aws:s3:::artifacts-us-east-2');
    expect(path.hops.find((hop) => hop.kind === 'decrypts')?.to).toContain(
      `key:arn:aws:kms:us-east-2:${HUB}:`,
    );
  });

  it('replicates with the pipeline role, reading from one store and writing to the other', () => {
    const hop = pathOf(workingPipeline(), 'Deploy-Prod').hops.find((one) => one.kind === 'replicates');
    expect(hop?.needs.map((need) => need.action)).toEqual([
      's3:GetObject',
      'kms:Decrypt',
      's3:PutObject',
      'kms:GenerateDataKey',
      'kms:Decrypt',
    ]);
    expect(new Set(hop?.needs.map((need) => 'arn' in need.principal && need.principal.arn))).toEqual(
      new Set([PIPELINE_ROLE]),
    );
  });

  it('of an action in the region where its input was made replicates nothing', () => {
    expect(pathOf(workingPipeline(), 'Deploy-Dev').hops.map((hop) => hop.kind)).not.toContain('replicates');
  });

  it('of an action without a role of its own puts on the pipeline role only', () => {
    const path = pathOf(workingPipeline(), 'Fetch');
    expect(path.role).toBe(PIPELINE_ROLE);
    expect(path.hops.map((hop) => hop.kind)).toEqual(['runs-as', 'reads', 'writes', 'encrypts']);
  });

  it('of an approval without a topic needs no hat', () => {
    const path = pathOf(workingPipeline(), 'Approve');
    expect(path.role).toBeNull();
    expect(path.hops).toEqual([]);
  });

  it('of a provider that is not modelled still has its roles', () => {
    const path = pathOf(
      oneAction({
        name: 'Build',
        type: ['Build', 'AWS', 'Mystery'],
        roleArn: PROD_ROLE,
        inputs: ['source'],
      }),
      'Build',
    );
    expect(path.modelled).toBe(false);
    expect(path.hops.map((hop) => hop.kind)).toEqual(['runs-as', 'assumes']);
  });
});

describe('names in the configuration', () => {
  it('resolve in the account of the role that runs the action', () => {
    const calls = pathOf(workingPipeline(), 'Deploy-Prod').hops.find((hop) => hop.kind === 'calls');
    expect(calls?.needs[0]?.resource).toBe(`arn:aws:cloudformation:us-east-2:${PROD}:stack/shop/*`);
  });

  it('that hold a variable make a need unknown with the reason, not wrong', () => {
    const path = pathOf(
      oneAction({
        name: 'Upload',
        type: ['Deploy', 'AWS', 'S3'],
        configuration: { BucketName: '#{variables.Target}', Extract: 'true' },
        inputs: ['source'],
      }),
      'Upload',
    );
    const writes = path.hops.find((hop) => hop.kind === 'writes');
    expect(writes?.needs.every((need) => need.cannotTell?.includes('#{variables.Target}'))).toBe(true);
  });
});

describe('the shape of a pipeline', () => {
  it('without a store in the action’s region is at fault', () => {
    const path = pathOf(
      oneAction({
        name: 'Upload',
        type: ['Deploy', 'AWS', 'S3'],
        configuration: { BucketName: 'x', Extract: 'true' },
        region: 'eu-west-1',
        inputs: ['source'],
      }),
      'Upload',
    );
    expect(path.hops.flatMap((hop) => hop.faults.map((fault) => fault.rule))).toEqual(['no-store-in-region']);
  });

  it.each([
    ['aws/s3', undefined, 'store-key-not-shareable'],
    ['a bare key id', '1234abcd-12ab-34cd-56ef-1234567890ab', 'store-key-by-id'],
    ['an alias name', 'alias/artifacts', 'store-key-by-alias'],
  ])('that encrypts with %s cannot be used from another account', (_, id, rule) => {
    const artifacts = {
      artifactStore: {
        type: 'S3',
        location: 'artifacts-us-east-1',
        ...(id === undefined ? {} : { encryptionKey: { id, type: 'KMS' } }),
      },
    };
    const deploy = {
      name: 'Upload',
      type: ['Deploy', 'AWS', 'S3'] as const,
      configuration: { BucketName: 'x', Extract: 'true' },
      inputs: ['source'],
    };
    const faults = (roleArn: string | undefined) =>
      pathOf(
        oneAction({ ...deploy, ...(roleArn === undefined ? {} : { roleArn }) }, artifacts),
        'Upload',
      ).hops.flatMap((hop) => hop.faults.map((fault) => fault.rule));
    expect(faults(PROD_ROLE)).toEqual([rule]);
    expect(faults(undefined)).toEqual([]);
  });

  it('cannot pass a role of another account', () => {
    const foreign = {
      name: 'Deploy',
      type: ['Deploy', 'AWS', 'CloudFormation'] as const,
      roleArn: PROD_ROLE,
      configuration: {
        ActionMode: 'DELETE_ONLY',
        StackName: 's',
        RoleArn: `arn:aws:iam::${DEV}:role/build-stack`,
      },
    };
    expect(
      pathOf(oneAction(foreign), 'Deploy')
        .hops.at(-1)
        ?.faults.map((fault) => fault.rule),
    ).toEqual(['passed-role-other-account']);
  });
});

describe('every need', () => {
  it('has a reason and the documentation that says so', () => {
    for (const path of graphOf(workingPipeline()).paths) {
      for (const need of path.hops.flatMap((hop) => hop.needs)) {
        expect(need.source).toMatch(/^https:\/\//);
        expect(need.because).toMatch(/\.$/);
      }
    }
  });
});
