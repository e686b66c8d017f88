// Policies of resources that no scan reads yet, and where that matters.
import type { Need } from '@/lib/graph/hop';
import { arnAccount, arnName } from '@/lib/names/arn';
import { type PolicyShelf, policyId, type Shelved } from './policy-shelf';

/** Services whose resources may carry a policy that is not read yet, with what that policy is called. */
const POLICED: Readonly<Record<string, string>> = {
  codeconnections: 'resource policies of connections',
  'codestar-connections': 'resource policies of connections',
  codepipeline: 'resource policies of pipelines',
  ecr: 'repository policies',
  lambda: 'function policies',
  logs: 'resource policies of log groups',
  secretsmanager: 'resource policies of secrets',
  sns: 'topic policies',
  ssm: 'shares of parameters',
};

/** A policy that was not read can decide across accounts, where both sides must allow. Inside one account the identity policy
 *  is enough, and only a Deny could change that; of topics, which a Deny often guards, it counts also there. Never throws. */
export function unreadPolicy(shelf: PolicyShelf, need: Need, service: string): Shelved | null {
  const what = POLICED[service];
  const account = arnAccount(need.resource) ?? need.resourceAccount;
  const caller = 'account' in need.principal ? need.principal.account : null;
  if (what === undefined || need.resource === '*') return null;
  if (service === 'ssm' && !need.resource.includes(':parameter/')) return null;
  if (account === caller && service !== 'sns') return null;
  const source = {
    id: policyId.resource(need.resource),
    title: `resource policy of ${arnName(need.resource)}`,
    account,
    arn: need.resource,
  };
  return shelf.unread(source, [], `${what} are not read yet`);
}
