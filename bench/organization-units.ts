// The organisation itself: accounts, units and the limits on them.
import type { Json } from '@/lib/base/json';
import type { Fact } from '@/lib/snapshot/fact';
import { document, HUB, REGIONS } from './organization-names';

/** The facts of an organisation of these accounts, spread among so many units below the root. */
export function organizationFacts(ids: readonly string[], unitCount: number): readonly Fact[] {
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
