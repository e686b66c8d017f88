// Facts become an inventory of typed resources.
import { sortedBy } from '@/lib/base/sort';
import type { AccountId, Arn } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { indexFacts } from './fact-index';
import type { Inventory } from './inventory';
import type { Resource, ResourceKind } from './resource';
import { READERS } from './resources/index';
import { TIER_NAMES, type Tier, type TierSettings, tierFrom } from './tier';

/** The inventory of a snapshot: tables sorted by ARN, what was refused, and what could not be made sense of. Never throws. */
export function buildInventory(snapshot: Snapshot, tiers: TierSettings = {}): Inventory {
  const facts = indexFacts(snapshot.facts);
  const problems: string[] = [];
  const table = <K extends ResourceKind>(kind: K): ReadonlyMap<string, Extract<Resource, { kind: K }>> => {
    // The registry pairs every kind with its own reader; the compiler loses the pairing behind a type parameter.
    const reading = READERS[kind].read(facts) as unknown as {
      resources: readonly Extract<Resource, { kind: K }>[];
      problems: readonly string[];
    };
    problems.push(...reading.problems);
    return new Map(sortedBy(reading.resources, nameOf).map((one) => [nameOf(one), one]));
  };
  const accounts = table('account');
  const refused = new Set(
    snapshot.gaps
      .filter((gap) => gap.source === 'iam:GetAccountAuthorizationDetails')
      .map((gap) => gap.account),
  );
  return {
    takenAt: snapshot.takenAt,
    regions: snapshot.regions,
    accounts,
    tiers: tiersOf(accounts, tiers),
    roles: table('role'),
    users: table('user'),
    groups: table('group'),
    managedPolicies: table('managed-policy'),
    identityProviders: table('identity-provider'),
    pipelines: table('pipeline'),
    buckets: table('bucket'),
    keys: table('key'),
    projects: table('build-project'),
    functions: table('function'),
    deploymentGroups: table('deployment-group'),
    containerServices: table('container-service'),
    taskDefinitions: table('task-definition'),
    stateMachines: table('state-machine'),
    stacks: table('stack'),
    stackSets: table('stack-set'),
    eventRules: table('event-rule'),
    instances: table('instances'),
    connections: table('connection'),
    clusters: table('cluster'),
    topics: table('topic'),
    webhooks: table('webhook'),
    resourcePolicies: table('resource-policy'),
    rulesListed: listedRules(snapshot),
    absent: absentArns(snapshot.facts),
    iamReadIn: new Set(
      facts
        .all('caller-identity')
        .map((fact) => fact.account)
        .filter((account) => !refused.has(account)),
    ),
    gaps: snapshot.gaps,
    problems,
  };
}

/** Accounts that were read, and those that the settings list although nobody read them. */
function tiersOf(accounts: Inventory['accounts'], settings: TierSettings): ReadonlyMap<AccountId, Tier> {
  const listed = TIER_NAMES.flatMap((tier) => settings[tier]?.accounts ?? []);
  const unread = { name: '', ouPath: [], ouIds: [], tags: {} };
  return new Map(
    [...new Set([...accounts.keys(), ...listed])].flatMap((id) => {
      const tier = tierFrom({ ...unread, ...accounts.get(id), id }, settings);
      return tier === null ? [] : [[id, tier] as const];
    }),
  );
}

/** Facts whose `null` says that the thing itself is not there; of the others `null` means one property of it. */
const EXISTENCE = new Set([
  'bucket',
  'build-project',
  'cluster',
  'connection',
  'container-service',
  'deployment-group',
  'function',
  'image-repository',
  'key',
  'repository',
  'stack',
  'stack-set',
  'state-machine',
  'topic',
]);

function absentArns(facts: readonly Fact[]): ReadonlySet<Arn> {
  return new Set(
    facts.flatMap(({ kind, arn, data }) => (EXISTENCE.has(kind) && data === null ? (arn ?? []) : [])),
  );
}

/** Not those of which a bus was asked in vain. */
function listedRules({ facts, gaps }: Snapshot): ReadonlySet<string> {
  const name = (account: string, target: Arn | null) => `${account} ${target ?? ''}`;
  const refused = new Set(
    gaps.flatMap(({ source, account, scope }) => (source === LIST_RULES ? name(account, scope) : [])),
  );
  const listed = facts.flatMap(({ kind, account, arn }) =>
    kind === 'event-rule-names' ? name(account, arn) : [],
  );
  return new Set(listed.filter((one) => !refused.has(one)));
}

const LIST_RULES = 'events:ListRuleNamesByTarget';

function nameOf(resource: Resource): string {
  return resource.kind === 'account' ? resource.id : resource.arn;
}
