// Test support: repositories, images and approvals.
import type { Json } from '@/lib/base/json';
import { allow, DEV, document, HUB, key, PROD, role, trust } from '@/lib/model/snapshot.fixture';
import { type ActionCase, refusal, resourceFact, snapshotOfCase } from '../checked-action.fixture';
import type { RegisterEntry } from './entry.fixture';

const UPLOAD: ActionCase['action'] = {
  type: ['Deploy', 'AWS', 'S3'],
  configuration: { BucketName: 'drop', Extract: 'true' },
};
const REPOSITORY = `arn:aws:codecommit:us-east-1:${HUB}:shop`;
const repository = (data: Json) => resourceFact('repository', 'codecommit:GetRepository', REPOSITORY, data);
const fetched = (facts: NonNullable<ActionCase['facts']>) =>
  snapshotOfCase({
    action: UPLOAD,
    source: {
      type: ['Source', 'AWS', 'CodeCommit'],
      configuration: { RepositoryName: 'shop', BranchName: 'main' },
    },
    facts,
  });

const IMAGES = `arn:aws:ecr:us-east-1:${HUB}:repository/shop`;
const imageSource = (facts: NonNullable<ActionCase['facts']>) =>
  snapshotOfCase({
    action: UPLOAD,
    source: { type: ['Source', 'AWS', 'ECR'], configuration: { RepositoryName: 'shop' } },
    facts,
  });

const TOOLS_IMAGES = `arn:aws:ecr:us-east-1:${PROD}:repository/shop`;
const DEFINITION = `arn:aws:ecs:us-east-1:${HUB}:task-definition/shop:3`;
const SERVICE = `arn:aws:ecs:us-east-1:${HUB}:service/main/shop`;
const TASK = `arn:aws:iam::${HUB}:role/task`;

/** A service of ECS whose image lies in the registry of another account. */
const rolled = (facts: NonNullable<ActionCase['facts']>, more: Partial<ActionCase> = {}) =>
  snapshotOfCase({
    action: { type: ['Deploy', 'AWS', 'ECS'], configuration: { ClusterName: 'main', ServiceName: 'shop' } },
    facts: [
      resourceFact('container-service', 'ecs:DescribeServices', SERVICE, {
        serviceName: 'shop',
        taskDefinition: DEFINITION,
      }),
      resourceFact('task-definition', 'ecs:DescribeTaskDefinition', DEFINITION, {
        taskDefinition: {
          executionRoleArn: TASK,
          containerDefinitions: [{ image: `${PROD}.dkr.ecr.us-east-1.amazonaws.com/shop:1` }],
        },
      }),
      role(HUB, 'task', trust({ Service: 'ecs-tasks.amazonaws.com' }), allow('ecr:*', '*')),
      ...facts,
    ],
    read: [HUB, DEV, PROD],
    ...more,
  });
const registry = (policy: Json | null) =>
  resourceFact(
    'registry-policy',
    'ecr:GetRegistryPolicy',
    TOOLS_IMAGES.replace('repository/shop', 'repository/*'),
    policy === null ? null : { policyText: JSON.stringify(policy) },
  );
const pulls = (account: string) =>
  resourceFact('image-repository-policy', 'ecr:GetRepositoryPolicy', TOOLS_IMAGES, {
    policyText: JSON.stringify(
      document({
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchCheckLayerAvailability'],
      }),
    ),
  });

const TOPIC = `arn:aws:sns:us-east-1:${DEV}:approvals`;
const topic = (account: string, attributes: { readonly [name: string]: string } = {}) =>
  resourceFact('topic', 'sns:GetTopicAttributes', TOPIC, {
    Attributes: {
      Policy: JSON.stringify(
        document({
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${account}:root` },
          Action: 'sns:Publish',
          Resource: TOPIC,
        }),
      ),
      ...attributes,
    },
  });
export const approved = (
  facts: NonNullable<ActionCase['facts']>,
  action: Partial<ActionCase['action']> = {},
  more: Partial<ActionCase> = {},
) =>
  snapshotOfCase({
    action: {
      type: ['Approval', 'AWS', 'Manual'],
      inputs: [],
      configuration: { NotificationArn: TOPIC },
      ...action,
    },
    facts: [key(DEV, 'us-east-1', 'topics', document(allow('kms:*', '*'))), ...facts],
    ...more,
  });

export const SOURCES: readonly RegisterEntry[] = [
  {
    id: 'codecommit-source-wrong-region',
    what: 'The repository of a CodeCommit source is not in the pipeline’s region.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeCommit.html'],
    as: {
      kind: 'fault',
      at: 'Source/Fetch',
      rule: 'repository-missing',
      says: /there is no repository shop/,
    },
    fires: fetched([repository(null)]),
    silent: fetched([repository({ repositoryMetadata: { repositoryName: 'shop' } })]),
    cannotTell: {
      never: 'a repository that was not read is taken to be there: that it is missing AWS alone can say',
    },
  },
  {
    id: 'cross-account-source-no-role',
    what: 'The image repository of a source belongs to another account, and the source names no role there.',
    sources: ['https://github.com/aws/aws-cdk/issues/10420'],
    as: {
      kind: 'fault',
      at: 'Source/Fetch',
      rule: 'image-repository-missing',
      says: /there is no image repository shop/,
    },
    fires: imageSource([resourceFact('image-repository', 'ecr:DescribeRepositories', IMAGES, null)]),
    silent: imageSource([
      resourceFact('image-repository', 'ecr:DescribeRepositories', IMAGES, { repositoryName: 'shop' }),
    ]),
    cannotTell: {
      never: 'a repository that was not read is taken to be there: that it is missing AWS alone can say',
    },
  },
  {
    id: 'ecr-cross-account-image-pull',
    what: 'The repository of an image does not let the account in that pulls it.',
    sources: ['https://github.com/aws/amazon-ecs-agent/issues/308'],
    as: { kind: 'need', at: 'Act/Act', hop: 'calls', need: 'ecr:BatchGetImage', says: /image repository/ },
    fires: rolled([pulls(DEV), registry(null)]),
    silent: rolled([pulls(HUB), registry(null)]),
    cannotTell: rolled([registry(null)], { gaps: [refusal('ecr:GetRepositoryPolicy', TOOLS_IMAGES)] }),
  },
  {
    id: 'approval-in-other-region',
    what: 'An approval is set to another region than the pipeline’s.',
    sources: ['https://github.com/awslabs/aws-deployment-framework/pull/701'],
    as: {
      kind: 'fault',
      at: 'Act/Act',
      rule: 'approval-in-other-region',
      says: /must stay in the pipeline's region/,
    },
    fires: approved([], { configuration: {}, region: 'us-east-2' }),
    silent: approved([], { configuration: {} }),
    cannotTell: { never: 'it stands in the definition of the pipeline' },
  },
  {
    id: 'approval-sns',
    what: 'The topic of an approval does not let the pipeline role publish, or is encrypted with a key that it may not use.',
    sources: [
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals-service-role-permissions.html',
    ],
    as: { kind: 'need', at: 'Act/Act', hop: 'calls', need: 'sns:Publish', says: /topic/ },
    fires: approved([topic(PROD)]),
    silent: approved([topic(HUB)]),
    cannotTell: approved([], {}, { gaps: [refusal('sns:GetTopicAttributes', TOPIC)] }),
  },
];
