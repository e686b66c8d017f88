// Test support: deployments onto instances, into buckets, and of stacks and stack sets.
import type { Json } from '@/lib/base/json';
import { allow, bucket, DEV, document, HUB, organization, role, trust } from '@/lib/model/snapshot.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { inProfile, refusal, resourceFact, STORE_ACCESS } from '../checked-action.fixture';
import { type Change, other, stackSet, worker } from './d-cases.fixture';
import type { DetectedAs, RegisterEntry } from './entry.fixture';

const GUIDE = 'https://docs.aws.amazon.com/codepipeline/latest/userguide';
type At = Exclude<DetectedAs, { readonly kind: 'shown in' }>;
const wrong = (rule: string, says: RegExp): At => ({ kind: 'fault', at: 'Act/Act', rule, says });
const CANNOT_READ: At = { kind: 'need', at: 'Act/Act', hop: 'reads', need: 's3:GetObject' };

const PROFILE = `arn:aws:iam::${HUB}:instance-profile/tills`;
const till = (...may: readonly Json[]) =>
  inProfile(role(HUB, 'tills', trust({ Service: 'ec2.amazonaws.com' }), ...may), PROFILE);
const instances = (arn: string) =>
  resourceFact('instances', 'ec2:DescribeInstances', arn, {
    Instances: [{ InstanceId: 'i-1', IamInstanceProfile: { Arn: PROFILE } }],
  });

const GROUP = `arn:aws:codedeploy:us-east-1:${HUB}:deploymentgroup:shop/blue`;
const ontoGroup = (facts: readonly Fact[], change: Change = {}) =>
  other(
    ['Deploy', 'AWS', 'CodeDeploy'],
    { ApplicationName: 'shop', DeploymentGroupName: 'blue' },
    {
      facts: [
        resourceFact('deployment-group', 'codedeploy:GetDeploymentGroup', GROUP, {
          applicationName: 'shop',
          deploymentGroupName: 'blue',
          serviceRoleArn: `arn:aws:iam::${HUB}:role/worker`,
          computePlatform: 'Server',
          ec2TagFilters: [{ Key: 'app', Value: 'shop', Type: 'KEY_AND_VALUE' }],
        }),
        worker('codedeploy.amazonaws.com', allow('ec2:DescribeInstances', '*')),
        ...facts,
      ],
      ...change,
    },
  );

const TAG = `arn:aws:ec2:us-east-1:${HUB}:instance/tag:app=shop`;
const ontoTag = (facts: readonly Fact[], change: Change = {}) =>
  other(
    ['Deploy', 'AWS', 'EC2'],
    { InstanceTagKey: 'app', InstanceTagValue: 'shop', InstanceType: 'EC2', TargetDirectory: '/srv' },
    { facts, definition: { pipelineType: 'V2' }, ...change },
  );

const SITE = 'shop-site';
const about = (kind: string, source: Fact['source'], data: Json): Fact => ({
  kind,
  source,
  account: HUB,
  region: 'global',
  arn: `arn:aws:s3:::${SITE}`,
  data,
});
const notRead = (source: Fact['source'], account: string) => ({
  ...refusal(source, `arn:aws:s3:::${SITE}`),
  account,
  region: 'global',
});
const OPEN = document({
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${HUB}:root` },
  Action: 's3:*',
  Resource: [`arn:aws:s3:::${SITE}`, `arn:aws:s3:::${SITE}/*`],
});

/** A deployment into a bucket of an account, of which some facts may be changed or not read. */
function intoBucket(
  account: string,
  {
    acl,
    without,
    region = 'us-east-1',
    facts = [],
  }: {
    readonly acl?: string;
    readonly without?: { readonly kind: string; readonly source: Fact['source'] };
    readonly region?: string;
    readonly facts?: readonly Fact[];
  } = {},
): Snapshot {
  const site = bucket(account, SITE, region, OPEN).filter(({ kind }) => kind !== without?.kind);
  return other(
    ['Deploy', 'AWS', 'S3'],
    { BucketName: SITE, Extract: 'true', ...(acl === undefined ? {} : { CannedACL: acl }) },
    {
      facts: [...site, ...facts.map((fact) => ({ ...fact, account }))],
      gaps: without === undefined ? [] : [notRead(without.source, account)],
    },
  );
}

const OWNERSHIP = { kind: 'bucket-ownership', source: 's3:GetBucketOwnershipControls' } as const;
const uploaderOwns = about('bucket-ownership', 's3:GetBucketOwnershipControls', {
  OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
});

const STACK = `arn:aws:cloudformation:us-east-1:${HUB}:stack/shop`;
const WORKER = `arn:aws:iam::${HUB}:role/worker`;
const execute = (roleArn: string, change: Change = {}) =>
  other(
    ['Deploy', 'AWS', 'CloudFormation'],
    { ActionMode: 'CHANGE_SET_EXECUTE', StackName: 'shop', ChangeSetName: 'next', RoleArn: roleArn },
    {
      facts: [
        resourceFact('stack', 'cloudformation:DescribeStacks', STACK, {
          StackName: 'shop',
          StackStatus: 'UPDATE_COMPLETE',
          RoleARN: WORKER,
        }),
        worker('cloudformation.amazonaws.com'),
      ],
      ...change,
    },
  );

const ofOrganization = (managedBy: string) =>
  stackSet({
    configuration: { PermissionModel: 'SERVICE_MANAGED' },
    facts: managedIn(managedBy),
  });

/** The organisation, with the account among its members that manages it. */
function managedIn(account: string): readonly Fact[] {
  return organization({}).map((fact) =>
    fact.kind === 'organization'
      ? { ...fact, data: { Organization: { Id: 'o-1', MasterAccountId: account } } }
      : fact,
  );
}

const UNTOLD_ORGANIZATION: Snapshot = {
  ...ofOrganization(HUB),
  facts: ofOrganization(HUB).facts.filter(({ kind }) => kind !== 'organization'),
  gaps: [
    {
      ...refusal('organizations:DescribeOrganization', 'arn:organization', null),
      account: HUB,
      region: 'global',
    },
  ],
};

const CLUSTER = `arn:aws:eks:us-east-1:${HUB}:cluster/main`;
const DEPLOYER = `arn:aws:iam::${HUB}:role/shop-pipeline`;

/** A deployment to a cluster that goes by access entries, with an entry for each principal. */
const toCluster = (principals: readonly string[], change: Change = {}) =>
  other(
    ['Deploy', 'AWS', 'EKS'],
    { ClusterName: 'main', ManifestFiles: 'm.yml' },
    {
      definition: { pipelineType: 'V2' },
      facts: [
        resourceFact('cluster', 'eks:DescribeCluster', CLUSTER, {
          cluster: { name: 'main', accessConfig: { authenticationMode: 'API' } },
        }),
        resourceFact('access-entries', 'eks:ListAccessEntries', CLUSTER, { accessEntries: principals }),
        ...principals.map((principalArn) =>
          resourceFact('access-entry-policies', 'eks:ListAssociatedAccessPolicies', CLUSTER, {
            principalArn,
            associatedAccessPolicies: [
              {
                policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
                accessScope: { type: 'cluster' },
              },
            ],
          }),
        ),
      ],
      ...change,
    },
  );

export const DEPLOYMENTS: readonly RegisterEntry[] = [
  {
    id: 'eks-no-access-entry',
    what: 'A cluster of EKS has no access entry for the role that deploys to it.',
    sources: [`${GUIDE}/troubleshooting.html#troubleshooting-eks-deploy`],
    as: wrong('cluster-access-missing', /main has no access entry for shop-pipeline/),
    fires: toCluster([`arn:aws:iam::${HUB}:role/other`]),
    silent: toCluster([DEPLOYER]),
    cannotTell: toCluster([], { facts: [], gaps: [refusal('eks:DescribeCluster', CLUSTER)] }),
  },
  {
    id: 'changeset-execute-stack-role-stale',
    what: 'An action that executes a change set names a role, and the stack uses the one that it keeps.',
    sources: [`${GUIDE}/action-reference-CloudFormation.html`],
    as: {
      kind: 'fault',
      at: 'Act/Act',
      rule: 'stack-role-without-effect',
      says: /has no effect .*role\/worker is used/,
      isWarning: true,
    },
    fires: execute(`arn:aws:iam::${HUB}:role/stronger`),
    silent: execute(WORKER),
    cannotTell: execute(WORKER, {
      facts: [worker('cloudformation.amazonaws.com')],
      gaps: [refusal('cloudformation:DescribeStacks', STACK)],
    }),
  },
  {
    id: 'codedeploy-instance-cannot-read-artifact',
    what: 'The role of the instances of a deployment group may not fetch the artifact.',
    sources: [`${GUIDE}/pipelines-create-cross-account.html`],
    as: { ...CANNOT_READ, says: /tills cannot read/ } as At,
    fires: ontoGroup([instances(GROUP), till()]),
    silent: ontoGroup([instances(GROUP), till(...STORE_ACCESS)]),
    cannotTell: ontoGroup([till(...STORE_ACCESS)], { gaps: [refusal('ec2:DescribeInstances', GROUP)] }),
  },
  {
    id: 'ec2-deploy-instance-role',
    what: 'The role of the instances that an EC2 action deploys to may not fetch the artifact.',
    sources: [`${GUIDE}/action-reference-EC2Deploy.html`],
    as: { ...CANNOT_READ, says: /tills cannot read/ } as At,
    fires: ontoTag([instances(TAG), till()]),
    silent: ontoTag([instances(TAG), till(...STORE_ACCESS)]),
    cannotTell: ontoTag([till(...STORE_ACCESS)], { gaps: [refusal('ec2:DescribeInstances', TAG)] }),
  },
  {
    id: 'stackset-delegated-admin',
    what: 'A stack set with the permissions of the organisation is changed from another account than the managing one.',
    sources: [
      'https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/796',
      `${GUIDE}/action-reference-StackSets.html`,
    ],
    as: wrong('stack-set-not-in-managing-account', /only in the organisation's managing account/),
    fires: ofOrganization(DEV),
    silent: ofOrganization(HUB),
    cannotTell: UNTOLD_ORGANIZATION,
  },
  {
    id: 's3-deploy-bucket-region',
    what: 'The bucket of an S3 deployment lies in another region than the action.',
    sources: ['https://github.com/aws/aws-cdk/issues/7012'],
    as: wrong('deploy-bucket-in-other-region', /lies in eu-west-1, and the action runs in us-east-1/),
    fires: intoBucket(HUB, { region: 'eu-west-1' }),
    silent: intoBucket(HUB),
    cannotTell: intoBucket(HUB, {
      without: { kind: 'bucket-location', source: 's3:GetBucketLocation' },
    }),
  },
  {
    id: 's3-deploy-acl-vs-ownership',
    what: 'An S3 deployment sets an ACL, and the bucket takes none.',
    sources: [
      'https://github.com/aws-samples/cicd-lambda-container/issues/1',
      `${GUIDE}/action-reference-S3Deploy.html`,
    ],
    as: wrong('deploy-bucket-takes-no-acl', /takes no ACLs, and the action sets private/),
    fires: intoBucket(HUB, { acl: 'private' }),
    silent: intoBucket(HUB, { acl: 'private', facts: [uploaderOwns] }),
    cannotTell: intoBucket(HUB, { acl: 'private', without: OWNERSHIP }),
  },
  {
    id: 's3-deploy-cross-account-ownership',
    what: 'The files that an S3 deployment puts into a bucket of another account go on belonging to the uploading one.',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html'],
    as: {
      kind: 'fault',
      at: 'Act/Act',
      rule: 'deployed-objects-stay-foreign',
      says: /go on belonging to 111111111111/,
      isWarning: true,
    },
    fires: intoBucket(DEV, { facts: [uploaderOwns] }),
    silent: intoBucket(DEV),
    cannotTell: intoBucket(DEV, { without: OWNERSHIP }),
  },
];
