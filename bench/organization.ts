// Makes organisations of any size as snapshots: seeded, so that two runs measure the same thing.
import type { Json } from '@/lib/base/json';
import type { Fact } from '@/lib/snapshot/fact';
import type { Snapshot } from '@/lib/snapshot/snapshot';

export interface Size {
  readonly accounts: number;
  /** Roles in each account beside those of pipelines. */
  readonly rolesPerAccount: number;
  readonly pipelines: number;
  readonly actionsPerPipeline: number;
  readonly regions: number;
  /** Units below the root among which the accounts are spread, each with limits of its own; one unless said. */
  readonly organizationalUnits?: number;
  /** `mixed`: hubs that reach into other accounts, roles named by pattern, trust in whole accounts, and one administrator in fifty;
   *  `plain` unless said. */
  readonly roles?: 'plain' | 'mixed';
  /** Another number gives another organisation of the same size. */
  readonly seed?: number;
}

const HUB = '100000000000';
/** A key policy holds 32 KB, a few hundred ARNs: so many pipelines share their stores and keys. */
const PIPELINES_PER_STORE = 40;
const REGIONS = ['us-east-1', 'us-east-2', 'us-west-2', 'eu-west-1', 'eu-central-1', 'ap-southeast-2'];

/** The snapshot of an organisation with one hub account, whose pipelines deploy to all others. One in eleven trusts a whole
 *  account, one in thirteen keys forgets a role, as in life. */
export function organization({
  accounts,
  rolesPerAccount,
  pipelines,
  actionsPerPipeline,
  regions: regionCount,
  organizationalUnits = 1,
  roles = 'plain',
  seed = 0,
}: Size): Snapshot {
  const regions = REGIONS.slice(0, regionCount);
  const ids = Array.from({ length: accounts }, (_, index) => String(100000000000 + index));
  const targets = ids.length > 1 ? ids.slice(1) : ids;
  const facts: Fact[] = [
    ...organizationFacts(ids, organizationalUnits),
    ...(roles === 'mixed' ? [administratorAccess()] : []),
  ];
  ids.forEach((account, at) => {
    facts.push(
      ...(roles === 'mixed'
        ? mixedRoles(account, rolesPerAccount, ids, at + seed)
        : plainRoles(account, rolesPerAccount, ids, seed)),
    );
  });
  for (let first = 0; first < pipelines; first += PIPELINES_PER_STORE) {
    const group = `g${first / PIPELINES_PER_STORE}`;
    const users = regions.map((): string[] => []);
    for (let index = first; index < Math.min(first + PIPELINES_PER_STORE, pipelines); index += 1) {
      facts.push(...pipelineFacts(index, actionsPerPipeline, regions, targets, users, group));
    }
    regions.forEach((region, at) => {
      facts.push(...storeFacts(group, region, users[at] ?? []));
    });
  }
  facts.push(...bucketFacts('bench-drop', 'us-east-1'));
  return {
    version: 1,
    id: `bench-${accounts}-${pipelines}`,
    takenAt: '2026-11-24T00:00:00.000Z',
    accounts: ids,
    regions,
    facts,
    gaps: [],
  };
}

const document = (...Statement: readonly Json[]): Json => ({ Version: '2012-10-17', Statement });

function organizationFacts(ids: readonly string[], unitCount: number): readonly Fact[] {
  const units = Array.from({ length: unitCount }, (_, index) => `ou-${index + 1}`);
  const fact = (kind: string, source: Fact['source'], arn: string | null, data: Json): Fact => ({
    kind,
    source,
    account: HUB,
    region: 'global',
    arn,
    data,
  });
  const full = {
    Arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
    Name: 'FullAWSAccess',
  };
  const limits = {
    Arn: `arn:aws:organizations::${HUB}:policy/o-bench/service_control_policy/p-regions`,
    Name: 'regions',
  };
  const accountArn = (id: string) => `arn:aws:organizations::${HUB}:account/o-bench/${id}`;
  const targets = (TargetId: string, Policies: Json) =>
    fact('organization-policy-targets', 'organizations:ListPoliciesForTarget', null, {
      TargetId,
      Filter: 'SERVICE_CONTROL_POLICY',
      Policies,
    });
  return [
    fact(
      'organization',
      'organizations:DescribeOrganization',
      `arn:aws:organizations::${HUB}:organization/o-bench`,
      { Organization: { Id: 'o-bench', MasterAccountId: '999999999999' } },
    ),
    fact('organization-root', 'organizations:ListRoots', `arn:aws:organizations::${HUB}:root/o-bench/r-1`, {
      Id: 'r-1',
      PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
    }),
    ...units.map((Id, index) =>
      fact(
        'organizational-unit',
        'organizations:ListOrganizationalUnitsForParent',
        index === 0 ? 'arn:ou' : `arn:${Id}`,
        {
          Id,
          Name: index === 0 ? 'Workloads' : `Workloads ${index + 1}`,
          ParentId: 'r-1',
        },
      ),
    ),
    fact('organization-policy', 'organizations:DescribePolicy', full.Arn, {
      Policy: { Content: JSON.stringify(document({ Effect: 'Allow', Action: '*', Resource: '*' })) },
    }),
    fact('organization-policy', 'organizations:DescribePolicy', limits.Arn, {
      Policy: {
        Content: JSON.stringify(
          document({
            Effect: 'Deny',
            NotAction: ['iam:*', 'sts:*', 'organizations:*'],
            Resource: '*',
            Condition: { StringNotEquals: { 'aws:RequestedRegion': REGIONS } },
          }),
        ),
      },
    }),
    targets('r-1', [full]),
    ...units.map((unit) => targets(unit, [full, limits])),
    ...ids.flatMap((id, index) => [
      fact('organization-account', 'organizations:ListAccounts', accountArn(id), {
        Id: id,
        Name: `account-${id.slice(-4)}`,
        Status: 'ACTIVE',
      }),
      fact('organization-account-parent', 'organizations:ListAccountsForParent', accountArn(id), {
        Id: id,
        ParentId: units[index % unitCount] ?? 'r-1',
      }),
      targets(id, [full]),
      { ...fact('caller-identity', 'sts:GetCallerIdentity', null, { Account: id }), account: id },
    ]),
  ];
}

function role(account: string, name: string, trust: Json, ...statements: readonly Json[]): Fact {
  const arn = `arn:aws:iam::${account}:role/${name}`;
  return {
    kind: 'iam-role',
    source: 'iam:GetAccountAuthorizationDetails',
    account,
    region: 'global',
    arn,
    data: {
      RoleName: name,
      Path: '/',
      RoleId: `AROA${name}`,
      AssumeRolePolicyDocument: trust,
      RolePolicyList:
        statements.length === 0 ? [] : [{ PolicyName: 'inline', PolicyDocument: document(...statements) }],
    },
  };
}

const trustOf = (Principal: Json, Condition?: Json): Json =>
  document({
    Effect: 'Allow',
    Principal,
    Action: 'sts:AssumeRole',
    ...(Condition === undefined ? {} : { Condition }),
  });

function plainRoles(account: string, count: number, ids: readonly string[], seed: number): readonly Fact[] {
  return Array.from({ length: count }, (_, index) => {
    const other = ids[(Number(account.slice(-6)) + seed + index * 7) % ids.length] ?? account;
    const trust =
      index % 3 === 0
        ? trustOf({ Service: 'ec2.amazonaws.com' })
        : index % 3 === 1
          ? trustOf(
              { AWS: `arn:aws:iam::${other}:root` },
              { StringEquals: { 'aws:PrincipalOrgID': 'o-bench' } },
            )
          : trustOf({ AWS: `arn:aws:iam::${other}:role/app-${index}` });
    return role(
      account,
      `app-${index}`,
      trust,
      {
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:PutObject'],
        Resource: `arn:aws:s3:::app-${account}-${index}/*`,
      },
      { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: `arn:aws:iam::${other}:role/app-${index}` },
    );
  });
}

const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';

function administratorAccess(): Fact {
  return {
    kind: 'iam-policy',
    source: 'iam:GetAccountAuthorizationDetails',
    account: HUB,
    region: 'global',
    arn: ADMINISTRATOR,
    data: {
      PolicyName: 'AdministratorAccess',
      DefaultVersionId: 'v1',
      PolicyVersionList: [
        {
          VersionId: 'v1',
          IsDefaultVersion: true,
          Document: document({ Effect: 'Allow', Action: '*', Resource: '*' }),
        },
      ],
    },
  };
}

/** Roles that reach into other accounts by name and by pattern, and are trusted there by name and by account. */
function mixedRoles(account: string, count: number, ids: readonly string[], at: number): readonly Fact[] {
  const other = (step: number) => ids[(at + ids.length + (step % ids.length)) % ids.length] ?? account;
  const arn = (id: string, index: number | string) => `arn:aws:iam::${id}:role/app-${index}`;
  return Array.from({ length: count }, (_, index) => {
    const isHub = index % 10 === 1;
    const reached =
      index % 10 === 0
        ? ['arn:aws:iam::*:role/app-1']
        : isHub
          ? [1, 2, 3].map((step) => arn(other(step), index))
          : [arn(account, (index + 1) % count), arn(other(7), '2*')];
    const trusted =
      index % 3 === 0
        ? { Service: 'codebuild.amazonaws.com' }
        : { AWS: isHub ? [-1, -2, -3].map((step) => arn(other(step), index)) : [account, other(-7)] };
    const made = role(
      account,
      `app-${index}`,
      trustOf(trusted, index % 4 === 1 ? { StringEquals: { 'aws:PrincipalOrgID': 'o-bench' } } : undefined),
      { Effect: 'Allow', Action: ['s3:Get*', 'logs:*'], Resource: '*' },
      { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: reached },
    );
    if (index % 50 !== 49) return made;
    return {
      ...made,
      data: { ...(made.data as object), AttachedManagedPolicies: [{ PolicyArn: ADMINISTRATOR }] },
    };
  });
}

function pipelineFacts(
  index: number,
  actions: number,
  regions: readonly string[],
  targets: readonly string[],
  users: readonly string[][],
  group: string,
): readonly Fact[] {
  const name = `service-${index}`;
  const pipelineRole = `arn:aws:iam::${HUB}:role/${name}-pipeline`;
  const facts: Fact[] = [];
  const deployed = new Map<string, string>();
  const deploys = Array.from({ length: actions - 1 }, (_, at) => {
    const account = targets[(index + at) % targets.length] ?? HUB;
    const region = regions[at % regions.length] ?? 'us-east-1';
    const roleArn = `arn:aws:iam::${account}:role/${name}-deploy`;
    if ((index + at) % 13 !== 0) users[at % regions.length]?.push(roleArn);
    deployed.set(account, roleArn);
    return {
      name: `Deploy-${at}`,
      actionTypeId: { category: 'Deploy', owner: 'AWS', provider: 'CloudFormation', version: '1' },
      roleArn,
      region,
      configuration: {
        ActionMode: 'CREATE_UPDATE',
        StackName: name,
        TemplatePath: 'source::t.json',
        RoleArn: `arn:aws:iam::${account}:role/${name}-stack`,
      },
      inputArtifacts: [{ name: 'source' }],
      outputArtifacts: [],
    };
  });
  for (const [account] of deployed) {
    facts.push(
      role(
        account,
        `${name}-deploy`,
        trustOf({ AWS: index % 11 === 0 ? `arn:aws:iam::${HUB}:root` : pipelineRole }),
        {
          Effect: 'Allow',
          Action: ['s3:GetObject*', 's3:GetBucket*', 's3:ListBucket'],
          Resource: 'arn:aws:s3:::bench-artifacts-*',
        },
        { Effect: 'Allow', Action: 'kms:Decrypt', Resource: regions.map((region) => keyArn(group, region)) },
        {
          Effect: 'Allow',
          Action: 'cloudformation:*',
          Resource: `arn:aws:cloudformation:*:${account}:stack/${name}/*`,
        },
        { Effect: 'Allow', Action: 'iam:PassRole', Resource: `arn:aws:iam::${account}:role/${name}-stack` },
      ),
      role(account, `${name}-stack`, trustOf({ Service: 'cloudformation.amazonaws.com' })),
    );
  }
  facts.push(
    role(
      HUB,
      `${name}-pipeline`,
      trustOf({ Service: 'codepipeline.amazonaws.com' }),
      { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: [...deployed.values()] },
      { Effect: 'Allow', Action: 's3:*', Resource: ['arn:aws:s3:::bench-*'] },
      {
        Effect: 'Allow',
        Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
        Resource: regions.map((region) => keyArn(group, region)),
      },
    ),
  );
  facts.push({
    kind: 'pipeline',
    source: 'codepipeline:GetPipeline',
    account: HUB,
    region: 'us-east-1',
    arn: `arn:aws:codepipeline:us-east-1:${HUB}:${name}`,
    data: {
      pipeline: {
        name,
        roleArn: pipelineRole,
        artifactStores: Object.fromEntries(
          regions.map((region) => [
            region,
            {
              type: 'S3',
              location: `bench-artifacts-${group}-${region}`,
              encryptionKey: { id: keyArn(group, region), type: 'KMS' },
            },
          ]),
        ),
        stages: [
          {
            name: 'Source',
            actions: [
              {
                name: 'Fetch',
                actionTypeId: { category: 'Source', owner: 'AWS', provider: 'S3', version: '1' },
                configuration: { S3Bucket: 'bench-drop', S3ObjectKey: `${name}.zip` },
                outputArtifacts: [{ name: 'source' }],
              },
            ],
          },
          { name: 'Deploy', actions: deploys },
        ],
      },
    },
  });
  return facts;
}

function keyArn(group: string, region: string): string {
  return `arn:aws:kms:${region}:${HUB}:key/artifacts-${group}`;
}

function bucketFacts(name: string, region: string): readonly Fact[] {
  const arn = `arn:aws:s3:::${name}`;
  const fact = (kind: string, source: Fact['source'], data: Json): Fact => ({
    kind,
    source,
    account: HUB,
    region: 'global',
    arn,
    data,
  });
  const policy = document({
    Effect: 'Allow',
    Principal: { AWS: '*' },
    Action: ['s3:GetObject*', 's3:GetBucket*', 's3:ListBucket'],
    Resource: [arn, `${arn}/*`],
    Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-bench' } },
  });
  return [
    fact('bucket', 's3:ListBuckets', { Name: name }),
    fact('bucket-location', 's3:GetBucketLocation', { LocationConstraint: region }),
    fact('bucket-policy', 's3:GetBucketPolicy', { Policy: JSON.stringify(policy) }),
    fact('bucket-encryption', 's3:GetBucketEncryption', null),
  ];
}

function storeFacts(group: string, region: string, users: readonly string[]): readonly Fact[] {
  const arn = keyArn(group, region);
  const fact = (kind: string, source: Fact['source'], data: Json): Fact => ({
    kind,
    source,
    account: HUB,
    region,
    arn,
    data,
  });
  const policy = document(
    { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${HUB}:root` }, Action: 'kms:*', Resource: '*' },
    {
      Effect: 'Allow',
      Principal: { AWS: [...new Set(users)] },
      Action: ['kms:Decrypt', 'kms:DescribeKey'],
      Resource: '*',
    },
  );
  return [
    ...bucketFacts(`bench-artifacts-${group}-${region}`, region),
    fact('key', 'kms:DescribeKey', { KeyMetadata: { KeyState: 'Enabled', KeyManager: 'CUSTOMER' } }),
    fact('key-policy', 'kms:GetKeyPolicy', { Policy: JSON.stringify(policy) }),
    fact('key-grants', 'kms:ListGrants', { Grants: [] }),
  ];
}
