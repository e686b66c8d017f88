// Test support: one cross-account, cross-region pipeline in which everything works; each test breaks one thing.
import type { Json } from '@/lib/base/json';
import type { Fact } from '@/lib/snapshot/fact';
import {
  type ActionSpec,
  allow,
  bucket,
  DEV,
  document,
  HUB,
  key,
  keyArn,
  PROD,
  pipeline,
  role,
  stores,
  trust,
} from './snapshot.fixture';

export const PIPELINE_ROLE = `arn:aws:iam::${HUB}:role/shop-pipeline`;
export const PROD_ROLE = `arn:aws:iam::${PROD}:role/deploy`;
export const DEV_ROLE = `arn:aws:iam::${DEV}:role/deploy`;
const OBJECTS = ['us-east-1', 'us-east-2'].map((region) => `arn:aws:s3:::artifacts-${region}/*`);
const KEYS = ['us-east-1', 'us-east-2'].map(keyArn);

export interface Changes {
  /** Principals of the us-east-2 key's statement for users of artifacts. */
  readonly use2KeyUsers?: Json;
  readonly prodTrust?: Json;
  readonly name?: string;
  /** Fields of the pipeline's definition, such as its type. */
  readonly definition?: { readonly [name: string]: Json };
  readonly use2BucketOwner?: string;
  readonly use1BucketPolicy?: Json | null;
  readonly use2BucketPolicy?: Json | null;
  readonly prodIdentity?: readonly Json[];
  readonly pipelineIdentity?: readonly Json[];
  readonly pipelineTrust?: Json;
  /** What is different about the actions, and the stages after the last. */
  readonly fetch?: Partial<ActionSpec>;
  readonly devAction?: Partial<ActionSpec>;
  readonly prodAction?: Partial<ActionSpec>;
  readonly more?: { readonly [stage: string]: readonly ActionSpec[] };
  readonly artifacts?: Json;
  readonly extra?: readonly Fact[];
  readonly without?: (fact: Fact) => boolean;
}

const bucketPolicy = (region: string): Json =>
  document({
    Effect: 'Allow',
    Principal: { AWS: [DEV_ROLE, PROD_ROLE] },
    Action: ['s3:GetObject*', 's3:GetBucket*', 's3:ListBucket'],
    Resource: [`arn:aws:s3:::artifacts-${region}`, `arn:aws:s3:::artifacts-${region}/*`],
  });

export const keyPolicy = (users: Json): Json =>
  document(
    { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${HUB}:root` }, Action: 'kms:*', Resource: '*' },
    {
      Sid: 'UseForArtifacts',
      Effect: 'Allow',
      Principal: { AWS: users },
      Action: ['kms:Decrypt', 'kms:DescribeKey'],
      Resource: '*',
    },
  );

export const deployIdentity = (account: string): readonly Json[] => [
  allow(['s3:GetObject*', 's3:GetBucket*', 's3:ListBucket'], ['arn:aws:s3:::artifacts-*']),
  allow('kms:Decrypt', KEYS),
  allow('cloudformation:*', `arn:aws:cloudformation:*:${account}:stack/shop/*`),
  allow('iam:PassRole', `arn:aws:iam::${account}:role/build-stack`, {
    StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' },
  }),
];

export const PIPELINE_IDENTITY: readonly Json[] = [
  allow('sts:AssumeRole', [DEV_ROLE, PROD_ROLE]),
  allow('s3:*', ['arn:aws:s3:::drop', 'arn:aws:s3:::drop/*', 'arn:aws:s3:::artifacts-*', ...OBJECTS]),
  allow(['kms:Decrypt', 'kms:GenerateDataKey'], KEYS),
];

/** The facts of the pipeline, with what a test changes. */
export function workingPipeline(changes: Changes = {}): readonly Fact[] {
  const facts: readonly Fact[] = [
    role(
      HUB,
      'shop-pipeline',
      changes.pipelineTrust ?? trust({ Service: 'codepipeline.amazonaws.com' }),
      ...(changes.pipelineIdentity ?? PIPELINE_IDENTITY),
    ),
    role(DEV, 'deploy', trust({ AWS: PIPELINE_ROLE }), ...deployIdentity(DEV)),
    role(
      PROD,
      'deploy',
      changes.prodTrust ?? trust({ AWS: PIPELINE_ROLE }),
      ...(changes.prodIdentity ?? deployIdentity(PROD)),
    ),
    role(DEV, 'build-stack', trust({ Service: 'cloudformation.amazonaws.com' })),
    role(PROD, 'build-stack', trust({ Service: 'cloudformation.amazonaws.com' })),
    ...bucket(HUB, 'drop', 'us-east-1', null),
    ...bucket(
      HUB,
      'artifacts-us-east-1',
      'us-east-1',
      changes.use1BucketPolicy === undefined ? bucketPolicy('us-east-1') : changes.use1BucketPolicy,
    ),
    ...bucket(
      changes.use2BucketOwner ?? HUB,
      'artifacts-us-east-2',
      'us-east-2',
      changes.use2BucketPolicy === undefined ? bucketPolicy('us-east-2') : changes.use2BucketPolicy,
    ),
    ...key(HUB, 'us-east-1', 'artifacts-us-east-1', keyPolicy([DEV_ROLE, PROD_ROLE])),
    ...key(HUB, 'us-east-2', 'artifacts-us-east-2', keyPolicy(changes.use2KeyUsers ?? [DEV_ROLE, PROD_ROLE])),
    defined(
      pipeline(changes.name ?? 'shop', PIPELINE_ROLE, changes.artifacts ?? stores('us-east-1', 'us-east-2'), {
        Source: [
          {
            name: 'Fetch',
            type: ['Source', 'AWS', 'S3'],
            configuration: { S3Bucket: 'drop', S3ObjectKey: 'shop.zip' },
            outputs: ['source'],
            ...changes.fetch,
          },
        ],
        Dev: [{ ...deploy('Deploy-Dev', DEV), ...changes.devAction }],
        Approve: [{ name: 'Approve', type: ['Approval', 'AWS', 'Manual'] }],
        Prod: [{ ...deploy('Deploy-Prod', PROD), region: 'us-east-2', ...changes.prodAction }],
        ...changes.more,
      }),
      changes.definition,
    ),
    ...(changes.extra ?? []),
  ];
  return facts.filter((fact) => !(changes.without?.(fact) ?? false));
}

function deploy(name: string, account: string): ActionSpec {
  return {
    name,
    type: ['Deploy', 'AWS', 'CloudFormation'],
    roleArn: `arn:aws:iam::${account}:role/deploy`,
    inputs: ['source'],
    configuration: {
      ActionMode: 'CREATE_UPDATE',
      StackName: 'shop',
      TemplatePath: 'source::template.json',
      RoleArn: `arn:aws:iam::${account}:role/build-stack`,
    },
  };
}

function defined(fact: Fact, definition: Changes['definition']): Fact {
  if (definition === undefined) return fact;
  const data = fact.data as { readonly pipeline: { readonly [name: string]: Json } };
  return { ...fact, data: { ...data, pipeline: { ...data.pipeline, ...definition } } };
}
