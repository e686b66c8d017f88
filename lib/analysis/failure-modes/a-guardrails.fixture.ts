// Test support: what stands above roles: boundaries, the organisation's policies, and AWS's own limits.
import type { Json } from '@/lib/base/json';
import { allow, document, HUB, organization, PROD, snapshotOf, trust } from '@/lib/model/snapshot.fixture';
import {
  PIPELINE_IDENTITY,
  PIPELINE_ROLE,
  PROD_ROLE,
  workingPipeline,
} from '@/lib/model/working-pipeline.fixture';
import type { Fact } from '@/lib/snapshot/fact';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { changed, iamRefused, type RegisterEntry, refused } from './entry.fixture';

const SCPS =
  'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html';
const deployProd = { kind: 'need', at: 'Prod/Deploy-Prod' } as const;

/** The organisation was not read: nobody knows what stands above the accounts. */
function organizationRefused(prodTrust?: Json): Snapshot {
  const gap = refused('organizations:DescribeOrganization', HUB);
  const { facts, ...rest } = changed(prodTrust === undefined ? {} : { prodTrust }, [gap]);
  return { ...rest, facts: facts.filter((fact) => fact.kind !== 'organization') };
}

const under = (scps: Parameters<typeof organization>[0]) => changed({ extra: organization(scps) });
const ofOrganization = (id: string) =>
  trust({ AWS: '*' }, { StringEquals: { 'aws:PrincipalOrgID': id, 'aws:PrincipalArn': PIPELINE_ROLE } });

/** The production role within a boundary. */
function bounded(boundary: Json | null): Snapshot {
  const arn = `arn:aws:iam::${PROD}:policy/limit`;
  const facts = workingPipeline().map((fact): Fact => {
    if (fact.arn !== PROD_ROLE) return fact;
    const data = fact.data as { readonly [name: string]: Json };
    return { ...fact, data: { ...data, PermissionsBoundary: { PermissionsBoundaryArn: arn } } };
  });
  const policy: Fact = {
    kind: 'iam-policy',
    source: 'iam:GetAccountAuthorizationDetails',
    account: PROD,
    region: 'global',
    arn,
    data: {
      Arn: arn,
      PolicyName: 'limit',
      DefaultVersionId: 'v1',
      PolicyVersionList: [
        {
          VersionId: 'v1',
          IsDefaultVersion: true,
          Document: encodeURIComponent(JSON.stringify(boundary)),
        },
      ],
    },
  };
  return snapshotOf([...facts, ...(boundary === null ? [] : [policy])]);
}

/** The organisation, with RCPs on the root; `unread`: their text was refused. */
function underRcp(content: Json | 'unread'): Snapshot {
  const arn = 'arn:aws:organizations::999999999999:policy/o-1/resource_control_policy/p-1';
  const facts = organization({}).flatMap((fact): readonly Fact[] => {
    if (fact.kind === 'organization-root') {
      const types = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'];
      const PolicyTypes = types.map((Type) => ({ Type, Status: 'ENABLED' }));
      return [{ ...fact, data: { Id: 'r-1', PolicyTypes } }];
    }
    if (fact.kind !== 'organization-policy-targets') return [fact];
    const { TargetId = null } = fact.data as { readonly [name: string]: Json };
    const Policies = TargetId === 'r-1' ? [{ Arn: arn, Name: 'ours-only' }] : [];
    return [fact, { ...fact, data: { TargetId, Filter: 'RESOURCE_CONTROL_POLICY', Policies } }];
  });
  const policy: Fact = {
    kind: 'organization-policy',
    source: 'organizations:DescribePolicy',
    account: HUB,
    region: 'global',
    arn,
    data: { Policy: { Content: JSON.stringify(content) } },
  };
  const gaps = content === 'unread' ? [refused('organizations:DescribePolicy', HUB, arn)] : [];
  return changed({ extra: [...facts, ...(content === 'unread' ? [] : [policy])] }, gaps);
}
const rcp = (organizationId: string): Json =>
  document(
    { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': organizationId } },
    },
  );

const regionsOnly = (...regions: readonly string[]): Json =>
  document({
    Effect: 'Deny',
    NotAction: ['iam:*', 'sts:*'],
    Resource: '*',
    Condition: { StringNotEquals: { 'aws:RequestedRegion': regions } },
  });

const stuffed = (statements: number) =>
  changed({
    pipelineIdentity: [
      ...PIPELINE_IDENTITY,
      ...Array.from({ length: statements }, (_, index) =>
        allow('sts:AssumeRole', `arn:aws:iam::${String(400_000_000_000 + index)}:role/deploy`),
      ),
    ],
  });

export const GUARDRAILS: readonly RegisterEntry[] = [
  {
    id: 'trust-org-id-mismatch',
    what: 'A policy wants principals of an organisation to which the pipeline’s account does not belong.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid',
    ],
    as: {
      ...deployProd,
      hop: 'assumes',
      need: 'sts:AssumeRole',
      says: /a condition in its trust policy is not met .*PrincipalOrgID/,
    },
    fires: changed({ prodTrust: ofOrganization('o-other'), extra: organization({}) }),
    silent: changed({ prodTrust: ofOrganization('o-1'), extra: organization({}) }),
    cannotTell: organizationRefused(ofOrganization('o-1')),
  },
  {
    id: 'permission-boundary-blocks',
    what: 'A role’s own policies allow a request, but its permissions boundary does not.',
    sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html'],
    as: {
      ...deployProd,
      hop: 'reads',
      need: 's3:GetObject',
      says: /its permissions boundary does not allow s3:GetObject/,
    },
    fires: bounded(document(allow('cloudformation:*', '*'))),
    silent: bounded(document(allow('*', '*'))),
    cannotTell: bounded(null),
  },
  {
    id: 'scp-denies',
    what: 'An SCP above the account of a role denies what the role does.',
    sources: [SCPS],
    as: {
      ...deployProd,
      hop: 'passes',
      need: 'iam:PassRole',
      says: /an SCP of the organisation \(no-passing\) denies it/,
    },
    fires: under({ 'no-passing': document({ Effect: 'Deny', Action: 'iam:PassRole', Resource: '*' }) }),
    silent: under({}),
    cannotTell: under({ 'no-passing': 'unread' }),
  },
  {
    id: 'scp-region-deny-cross-region',
    what: 'An SCP shuts the region in which an action runs.',
    sources: [SCPS, 'https://github.com/awsdocs/aws-organizations-docs/issues/8'],
    as: {
      ...deployProd,
      hop: 'replicates',
      need: 's3:PutObject',
      says: /an SCP of the organisation \(regions\) denies it/,
    },
    fires: under({ regions: regionsOnly('us-east-1') }),
    silent: under({ regions: regionsOnly('us-east-1', 'us-east-2') }),
    cannotTell: under({ regions: 'unread' }),
  },
  {
    id: 'rcp-denies',
    what: 'A resource control policy above the owner of a bucket or key shuts a role out.',
    sources: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html'],
    as: { ...deployProd, hop: 'reads', need: 's3:GetObject', says: /an RCP of the organisation/ },
    fires: underRcp(rcp('o-other')),
    silent: underRcp(rcp('o-1')),
    cannotTell: underRcp('unread'),
  },
  {
    id: 'aws-role-policy-size',
    what: 'The inline policies of a role come near the size that AWS allows.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
      'https://github.com/aws/aws-cdk/issues/19243',
    ],
    as: {
      kind: 'fault',
      at: 'Source/Fetch',
      rule: 'inline-policies-near-limit',
      says: /the inline policies of shop-pipeline take \d+ of the 10240 characters/,
      isWarning: true,
    },
    fires: stuffed(100),
    silent: stuffed(10),
    cannotTell: iamRefused(HUB),
  },
];
