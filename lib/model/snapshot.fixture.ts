// Test support: small snapshots made of facts as AWS would give them.
import type { Json } from '@/lib/base/json';
import type { Fact } from '@/lib/snapshot/fact';
import type { Gap } from '@/lib/snapshot/gap';
import type { Snapshot } from '@/lib/snapshot/snapshot';

export const HUB = '111111111111';
export const DEV = '222222222222';
export const PROD = '333333333333';

/** A snapshot of facts and gaps, with a caller identity for each account in `read`. */
export function snapshotOf(
  facts: readonly (Fact | readonly Fact[])[],
  { gaps = [], read = [HUB, DEV, PROD] }: { gaps?: readonly Gap[]; read?: readonly string[] } = {},
): Snapshot {
  return {
    version: 1,
    id: 'test',
    takenAt: '2026-11-24T04:06:00.000Z',
    accounts: [HUB, DEV, PROD],
    regions: ['us-east-1', 'us-east-2'],
    facts: inOrganization(facts.flat())
      ? [...read.map(callerFact), ...facts.flat()]
      : [...read.map(callerFact), noOrganization, ...facts.flat()],
    gaps,
  };
}

function inOrganization(facts: readonly Fact[]): boolean {
  return facts.some((fact) => fact.kind === 'organization');
}

const noOrganization: Fact = {
  kind: 'organization',
  source: 'organizations:DescribeOrganization',
  account: HUB,
  region: 'global',
  arn: null,
  data: null,
};

function callerFact(account: string): Fact {
  return {
    kind: 'caller-identity',
    source: 'sts:GetCallerIdentity',
    account,
    region: 'global',
    arn: `arn:aws:sts::${account}:assumed-role/HatstackRead/hatstack`,
    data: { Account: account },
  };
}

export function allow(Action: Json, Resource: Json, Condition?: Json): Json {
  return { Effect: 'Allow', Action, Resource, ...(Condition === undefined ? {} : { Condition }) };
}

export function document(...Statement: readonly Json[]): Json {
  return { Version: '2012-10-17', Statement };
}

/** A trust policy that lets AWS principals, or services, put the role on. */
export function trust(Principal: Json, Condition?: Json): Json {
  return document({
    Effect: 'Allow',
    Principal,
    Action: 'sts:AssumeRole',
    ...(Condition === undefined ? {} : { Condition }),
  });
}

export function role(account: string, name: string, trusts: Json, ...statements: readonly Json[]): Fact {
  const arn = `arn:aws:iam::${account}:role/${name}`;
  const RolePolicyList =
    statements.length === 0
      ? []
      : [
          {
            PolicyName: 'inline',
            PolicyDocument: encodeURIComponent(JSON.stringify(document(...statements))),
          },
        ];
  return {
    kind: 'iam-role',
    source: 'iam:GetAccountAuthorizationDetails',
    account,
    region: 'global',
    arn,
    data: {
      RoleName: name,
      Path: '/',
      Arn: arn,
      RoleId: `AROA${name.toUpperCase()}`,
      AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trusts)),
      RolePolicyList,
      AttachedManagedPolicies: [],
    },
  };
}

export function bucket(account: string, name: string, region: string, policy: Json): readonly Fact[] {
  const arn = `arn:aws:s3:::${name}`;
  const fact = (kind: string, source: Fact['source'], data: Json): Fact => ({
    kind,
    source,
    account,
    region: 'global',
    arn,
    data,
  });
  return [
    fact('bucket', 's3:ListBuckets', { Name: name }),
    fact('bucket-location', 's3:GetBucketLocation', { LocationConstraint: region }),
    fact('bucket-policy', 's3:GetBucketPolicy', policy === null ? null : { Policy: JSON.stringify(policy) }),
    fact('bucket-encryption', 's3:GetBucketEncryption', null),
    fact('bucket-ownership', 's3:GetBucketOwnershipControls', {
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    }),
    fact('bucket-versioning', 's3:GetBucketVersioning', { Status: 'Enabled' }),
    fact('bucket-lifecycle', 's3:GetBucketLifecycleConfiguration', null),
  ];
}

export function key(account: string, region: string, id: string, policy: Json | 'unread'): readonly Fact[] {
  const arn = `arn:aws:kms:${region}:${account}:key/${id}`;
  const fact = (kind: string, source: Fact['source'], data: Json, about: string = arn): Fact => ({
    kind,
    source,
    account,
    region,
    arn: about,
    data,
  });
  return [
    fact('key', 'kms:DescribeKey', {
      KeyMetadata: { KeyId: id, Arn: arn, KeyState: 'Enabled', KeyManager: 'CUSTOMER' },
    }),
    ...(policy === 'unread'
      ? []
      : [fact('key-policy', 'kms:GetKeyPolicy', { Policy: JSON.stringify(policy) })]),
    fact('key-grants', 'kms:ListGrants', { Grants: [] }),
    fact(
      'key-alias',
      'kms:ListAliases',
      { AliasName: `alias/${id}`, TargetKeyId: id },
      `arn:aws:kms:${region}:${account}:alias/${id}`,
    ),
  ];
}

export interface ActionSpec {
  readonly name: string;
  readonly type: readonly [category: string, owner: string, provider: string];
  readonly configuration?: { readonly [key: string]: string };
  readonly roleArn?: string;
  readonly region?: string;
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
}

export function pipeline(
  name: string,
  roleArn: string,
  artifacts: Json,
  stages: { readonly [stage: string]: readonly ActionSpec[] },
): Fact {
  const arn = `arn:aws:codepipeline:us-east-1:${HUB}:${name}`;
  return {
    kind: 'pipeline',
    source: 'codepipeline:GetPipeline',
    account: HUB,
    region: 'us-east-1',
    arn,
    data: {
      pipeline: {
        name,
        roleArn,
        ...(artifacts as { readonly [key: string]: Json }),
        stages: Object.entries(stages).map(([stage, actions]) => ({
          name: stage,
          actions: actions.map(
            ({
              name: action,
              type: [category, owner, provider],
              configuration = {},
              roleArn: own,
              region,
              inputs = [],
              outputs = [],
            }) => ({
              name: action,
              actionTypeId: { category, owner, provider, version: '1' },
              runOrder: 1,
              configuration,
              ...(own === undefined ? {} : { roleArn: own }),
              ...(region === undefined ? {} : { region }),
              inputArtifacts: inputs.map((one) => ({ name: one })),
              outputArtifacts: outputs.map((one) => ({ name: one })),
            }),
          ),
        })),
      },
      metadata: { pipelineArn: arn },
    },
  };
}

/** A store for each region, with a customer managed key named like the region. */
export function stores(...regions: readonly string[]): Json {
  return {
    artifactStores: Object.fromEntries(
      regions.map((region) => [
        region,
        { type: 'S3', location: `artifacts-${region}`, encryptionKey: { id: keyArn(region), type: 'KMS' } },
      ]),
    ),
  };
}

export function keyArn(region: string): string {
  return `arn:aws:kms:${region}:${HUB}:key/artifacts-${region}`;
}

/** An organisation of the three accounts under one OU, with FullAWSAccess everywhere and further SCPs on the OU. */
export function organization(scps: { readonly [name: string]: Json | 'unread' }): readonly Fact[] {
  const fact = (kind: string, source: Fact['source'], arn: string | null, data: Json): Fact => ({
    kind,
    source,
    account: HUB,
    region: 'global',
    arn,
    data,
  });
  const policyArn = (name: string) =>
    `arn:aws:organizations::999999999999:policy/o-1/service_control_policy/${name}`;
  const summary = (name: string): Json => ({ Arn: policyArn(name), Name: name });
  const targets = (TargetId: string, ...names: readonly string[]) =>
    fact('organization-policy-targets', 'organizations:ListPoliciesForTarget', null, {
      TargetId,
      Filter: 'SERVICE_CONTROL_POLICY',
      Policies: names.map(summary),
    });
  const policies: { readonly [name: string]: Json | 'unread' } = {
    FullAWSAccess: document(allow('*', '*')),
    ...scps,
  };
  return [
    fact('organization', 'organizations:DescribeOrganization', 'arn:organization', {
      Organization: { Id: 'o-1', MasterAccountId: '999999999999' },
    }),
    fact('organization-root', 'organizations:ListRoots', 'arn:root', {
      Id: 'r-1',
      PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
    }),
    fact('organizational-unit', 'organizations:ListOrganizationalUnitsForParent', 'arn:ou', {
      Id: 'ou-1',
      Name: 'Workloads',
      ParentId: 'r-1',
    }),
    targets('r-1', 'FullAWSAccess'),
    targets('ou-1', 'FullAWSAccess', ...Object.keys(scps)),
    ...Object.entries(policies).flatMap(([name, content]) =>
      content === 'unread'
        ? []
        : [
            fact('organization-policy', 'organizations:DescribePolicy', policyArn(name), {
              Policy: { Content: JSON.stringify(content) },
            }),
          ],
    ),
    ...[HUB, DEV, PROD, '999999999999'].flatMap((id) => [
      fact('organization-account', 'organizations:ListAccounts', `arn:account/${id}`, { Id: id, Name: id }),
      fact('organization-account-parent', 'organizations:ListAccountsForParent', `arn:account/${id}`, {
        Id: id,
        ParentId: 'ou-1',
      }),
      targets(id, 'FullAWSAccess'),
    ]),
  ];
}
