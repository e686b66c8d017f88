// Templates in, snapshot out: what a scan would record once they are deployed.
import { isJsonObject, type Json } from '@/lib/base/json';
import { sortedBy } from '@/lib/base/sort';
import type { Arn } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';
import type { Gap } from '@/lib/snapshot/gap';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { declaredResources, type TemplateProblem } from './declared-resources';
import type { Resource, World } from './resource-type';
import { RESOURCE_TYPES } from './resource-types/index';
import { stackFacts } from './stack-facts';
import type { StackTemplate } from './stack-template';

export interface TemplateSettings {
  readonly id: string;
  /** ISO 8601, UTC: what the snapshot takes for now. */
  readonly takenAt: string;
  /** Documents of managed policies that no template holds: AWS's own. One that is missing stays unread. */
  readonly managedPolicies?: { readonly [arn: Arn]: Json };
}

export interface TemplateReading {
  readonly snapshot: Snapshot;
  /** Types and intrinsics that are not known, and whatever else could not be made sense of. */
  readonly problems: readonly TemplateProblem[];
}

/** The snapshot that a scan of the templates' accounts would leave, were nothing else in them. Ids and names that AWS gives are made
 *  up, and the same each time. Resources with a problem carry no facts; the accounts in which IAM's are among them have a gap, so
 *  that nothing counts as absent there. Never throws. */
export function templatesToSnapshot(
  stacks: readonly StackTemplate[],
  { id, takenAt, managedPolicies = {} }: TemplateSettings,
): TemplateReading {
  const declared = declaredResources(stacks, RESOURCE_TYPES, (stack) => partitionOf(stack.region));
  const world = worldOf(declared.resources, stacks, managedPolicies);
  const told = declared.resources.map((resource) => {
    const before = declared.problems.length;
    const facts = RESOURCE_TYPES.get(resource.type)?.facts(resource, world) ?? [];
    return { resource, facts, isClear: declared.problems.length === before };
  });
  // A property is resolved once, when somebody first asks: its problem may have come up with a resource that refers to it.
  const isTroubled = ({ stack, logicalId }: Resource) =>
    declared.problems.some((one) => one.logicalId === logicalId && one.stack === stack.name);
  const facts = told.flatMap((one) => (one.isClear && !isTroubled(one.resource) ? one.facts : []));
  const accounts = [...new Set(stacks.map((stack) => stack.account))].sort();
  const all = [...accounts.flatMap(accountFacts), ...awsPolicyFacts(facts, managedPolicies), ...facts];
  return {
    snapshot: {
      version: 1,
      id,
      takenAt,
      accounts,
      regions: [...new Set(stacks.map((stack) => stack.region))].sort(),
      facts: [...all, ...stackFacts(stacks, all)],
      gaps: gapsOf(stacks, declared.problems),
    },
    problems: declared.problems,
  };
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html (read 2026-11-27) */
function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

function worldOf(
  resources: readonly Resource[],
  stacks: readonly StackTemplate[],
  managedPolicies: World['managedPolicies'],
): World {
  return {
    ofType: (...types) => resources.filter((one) => types.includes(one.type)),
    stacks,
    managedPolicies,
  };
}

function accountFacts(account: string): readonly Fact[] {
  const global = { account, region: 'global', arn: null } as const;
  return [
    {
      ...global,
      kind: 'caller-identity',
      source: 'sts:GetCallerIdentity',
      data: { Account: account },
    },
    { ...global, kind: 'organization', source: 'organizations:DescribeOrganization', data: null },
  ];
}

/** AWS's own policies in use, in each account that uses them, as GetAccountAuthorizationDetails lists them. */
function awsPolicyFacts(
  facts: readonly Fact[],
  documents: TemplateSettings['managedPolicies'] = {},
): readonly Fact[] {
  const used = new Map<string, Fact>();
  for (const { account, data } of facts) {
    const attached = isJsonObject(data) ? data.AttachedManagedPolicies : undefined;
    for (const one of Array.isArray(attached) ? (attached as readonly Json[]) : []) {
      const arn = isJsonObject(one) ? String(one.PolicyArn) : '';
      const document = documents[arn];
      if (document === undefined) continue;
      used.set(`${account} ${arn}`, {
        kind: 'iam-policy',
        source: 'iam:GetAccountAuthorizationDetails',
        account,
        region: 'global',
        arn,
        data: {
          PolicyName: arn.slice(arn.lastIndexOf('/') + 1),
          Arn: arn,
          DefaultVersionId: 'v1',
          PolicyVersionList: [
            {
              Document: encodeURIComponent(JSON.stringify(document)),
              VersionId: 'v1',
              IsDefaultVersion: true,
            },
          ],
        },
      });
    }
  }
  return sortedBy([...used], ([key]) => key).map(([, fact]) => fact);
}

/** Where something was not understood, IAM of the account cannot be taken for read whole. */
function gapsOf(stacks: readonly StackTemplate[], problems: readonly TemplateProblem[]): readonly Gap[] {
  const troubled = new Set(problems.map((one) => one.stack));
  const accounts = new Set(stacks.filter((one) => troubled.has(one.name)).map((one) => one.account));
  return [...accounts].sort().map((account) => ({
    source: 'iam:GetAccountAuthorizationDetails',
    permission: 'iam:GetAccountAuthorizationDetails',
    account,
    region: 'global',
    scope: null,
    cause: 'unsupported',
    code: 'TemplateNotUnderstood',
  }));
}
