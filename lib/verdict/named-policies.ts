// Policies on topics, image repositories, secrets, functions, event buses and the like: read, not read, or not there.
import type { Json } from '@/lib/base/json';
import type { Need } from '@/lib/graph/hop';
import { field, listField } from '@/lib/model/fact-index';
import type { Inventory } from '@/lib/model/inventory';
import { type Arn, arnAccount, arnName, parseArn } from '@/lib/names/arn';
import { type Blame, blameUnread } from './gaps';
import { type PolicyShelf, policyId, type Shelved } from './policy-shelf';

interface Policed {
  /** `the topic policy`, before `of approvals`. */
  readonly title: string;
  /** The call that tells; null where AWS has none that only reads, or the scan makes none. */
  readonly call: string | null;
}

/** Services whose resources may carry a policy. */
const POLICED: Readonly<Record<string, Policed>> = {
  codeconnections: { title: 'share', call: null },
  'codestar-connections': { title: 'share', call: null },
  codepipeline: { title: 'resource policy', call: null },
  ecr: { title: 'repository policy', call: 'ecr:GetRepositoryPolicy' },
  events: { title: 'event bus policy', call: 'events:ListEventBuses' },
  lambda: { title: 'function policy', call: 'lambda:GetPolicy' },
  logs: { title: 'resource policy', call: null },
  secretsmanager: { title: 'secret policy', call: 'secretsmanager:GetResourcePolicy' },
  sns: { title: 'topic policy', call: 'sns:GetTopicAttributes' },
  ssm: { title: 'share', call: null },
};

/** The policy as it was read; null where there is none. One that was not read can decide across accounts, where both sides must
 *  allow; inside one account the identity policy is enough, and only a Deny could change that: of topics, which a Deny often guards, it
 *  counts also there. Never throws. */
export function namedPolicy(
  inventory: Inventory,
  shelf: PolicyShelf,
  need: Need,
  service: string,
): Shelved | null {
  const policed = POLICED[service];
  if (policed === undefined || need.resource === '*') return null;
  const title = `${policed.title} of ${arnName(need.resource)}`;
  const account = arnAccount(need.resource) ?? need.resourceAccount;
  const source = { id: policyId.resource(need.resource), title, account, arn: need.resource };
  const found = inventory.resourcePolicies.get(need.resource);
  if (found !== undefined) {
    const doubt = service === 'ecr' ? registryDoubt(inventory, need.resource) : null;
    if (doubt !== null) return shelf.unread(source, doubt.gaps, doubt.notScanned);
    return found.policy === null ? null : shelf.read('resource', source, found.policy);
  }
  if (service === 'ssm' && !need.resource.includes(':parameter/')) return null;
  const caller = 'account' in need.principal ? need.principal.account : null;
  if (account === caller && service !== 'sns') return null;
  const { call } = policed;
  if (call === null) return shelf.unread(source, [], `a ${title} is not read yet`);
  const region = parseArn(need.resource)?.region || null;
  const { gaps, notScanned } = blameUnread(inventory, {
    arn: need.resource,
    account,
    region,
    call,
    what: `the ${title}`,
  });
  return shelf.unread(source, gaps, notScanned);
}

/** What a registry's policy is for as a rule: replication and caches. No pull or push hangs on these. */
const OF_REGISTRIES = new Set(['ecr:replicateimage', 'ecr:batchimportupstreamimage', 'ecr:createrepository']);

/** Why the repository's own policy is not the whole answer: its registry has a policy that was not read, or that speaks of more than
 *  replication, where its version decides how far it reaches. Null where that is not so.
 *  @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions.html (read 2026-11-27) */
function registryDoubt(inventory: Inventory, repository: Arn): Blame | null {
  const arn = `${repository.slice(0, repository.indexOf(':repository/'))}:repository/*`;
  const account = arnAccount(repository);
  const registry = inventory.resourcePolicies.get(arn);
  if (registry === undefined) {
    const region = parseArn(repository)?.region || null;
    const what = `the policy of the registry of ${account}`;
    return blameUnread(inventory, { arn, account, region, call: 'ecr:GetRegistryPolicy', what });
  }
  const actions = listField(registry.policy ?? undefined, 'Statement').flatMap((one) =>
    actionsOf(field(one, 'Action')),
  );
  const isNarrow = actions.every((one) => typeof one === 'string' && OF_REGISTRIES.has(one.toLowerCase()));
  return isNarrow
    ? null
    : {
        gaps: [],
        notScanned: `the registry of ${account} has a policy of its own, which is not weighed yet`,
      };
}

/** A list, or one alone; null stands for a statement that names none. */
function actionsOf(action: Json): readonly Json[] {
  return Array.isArray(action) ? action : [action];
}
