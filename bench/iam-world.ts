// The roles of a made-up organisation, compiled: who may ask, and what may be assumed.
import type { JsonObject } from '@/lib/base/json';
import type { Actor, AssumeWorld, Target } from '@/lib/iam/assume-world';
import { ABSENT, known } from '@/lib/iam/context';
import { parsePolicy } from '@/lib/iam/parse-policy';
import type { Policy } from '@/lib/iam/policy';
import type { Fact } from '@/lib/snapshot/fact';
import { organization, type Size } from './organization';

interface RoleData {
  readonly AssumeRolePolicyDocument: JsonObject;
  readonly RolePolicyList: readonly { readonly PolicyDocument: JsonObject }[];
  readonly AttachedManagedPolicies?: readonly { readonly PolicyArn: string }[];
}

/** The organisation as a world of assume edges: managed policies and SCPs are compiled once, the others once for each role. */
export function assumeWorld(size: Size): AssumeWorld {
  const { facts } = organization(size);
  const of = (kind: string) => facts.filter((fact) => fact.kind === kind);
  const managed = new Map(of('iam-policy').map((fact) => [fact.arn ?? '', managedPolicy(fact)]));
  const levelsOf = scpLevels(of);
  const actors: Actor[] = [];
  const targets: Target[] = [];
  for (const fact of of('iam-role')) {
    const { account } = fact;
    const arn = fact.arn ?? '';
    const data = fact.data as unknown as RoleData;
    const identity = [
      ...data.RolePolicyList.map((one) => parsePolicy(`inline of ${arn}`, 'identity', one.PolicyDocument)),
      ...(data.AttachedManagedPolicies ?? []).flatMap((one) => managed.get(one.PolicyArn) ?? []),
    ];
    actors.push({
      principal: { kind: 'role', arn, account },
      policies: { identity, boundary: null, scp: levelsOf(account) },
    });
    targets.push({
      arn,
      account,
      trust: parsePolicy(`trust of ${arn}`, 'resource', data.AssumeRolePolicyDocument),
      rcp: null,
    });
  }
  const context = {
    'sts:ExternalId': ABSENT,
    'aws:PrincipalOrgID': known('o-bench'),
    'aws:RequestedRegion': known('us-east-1'),
  };
  return { actors, targets, contextOf: () => context };
}

function managedPolicy({ arn, data }: Fact): Policy {
  const { PolicyVersionList } = data as { PolicyVersionList: readonly { Document: JsonObject }[] };
  return parsePolicy(arn ?? '', 'identity', PolicyVersionList[0]?.Document);
}

/** The SCPs of an account, from the root down. */
function scpLevels(
  of: (kind: string) => readonly Fact[],
): (account: string) => readonly (readonly Policy[])[] {
  const policies = new Map(
    of('organization-policy').map(({ arn, data }) => [
      arn ?? '',
      parsePolicy(arn ?? '', 'scp', (data as { Policy: { Content: string } }).Policy.Content),
    ]),
  );
  const attached = new Map(
    of('organization-policy-targets').map(({ data }) => {
      const { TargetId, Policies } = data as { TargetId: string; Policies: readonly { Arn: string }[] };
      return [TargetId, Policies.flatMap((one) => policies.get(one.Arn) ?? [])];
    }),
  );
  const parents = new Map(
    of('organization-account-parent').map(({ data }) => {
      const { Id, ParentId } = data as { Id: string; ParentId: string };
      return [Id, ParentId];
    }),
  );
  return (account) => ['r-1', parents.get(account) ?? '', account].map((one) => attached.get(one) ?? []);
}
