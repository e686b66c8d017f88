// The policies on the resource's side: trust, bucket or key policy, and the RCPs above the owning account.
import type { Json } from '@/lib/base/json';
import type { Need } from '@/lib/graph/hop';
import { field } from '@/lib/model/fact-index';
import type { Inventory } from '@/lib/model/inventory';
import type { Bucket } from '@/lib/model/resource';
import { type AccountId, type Arn, arnAccount, arnName } from '@/lib/names/arn';
import { blameIam, blameResource } from './gaps';
import { guardrailLevels } from './guardrail-policies';
import { type PolicyShelf, policyId, type Shelved } from './policy-shelf';

export interface ResourcePolicies {
  readonly resource: Shelved | null;
  readonly rcp: readonly (readonly Shelved[])[] | null;
  /** KMS grants of the key: the third source of an allow. Null for everything that is no key. */
  readonly grants: readonly Json[] | 'unread' | null;
  /** Whether the bucket shuts out other accounts while its policy is public; false for everything that is no bucket. */
  readonly restrictPublicBuckets: boolean | 'unread';
  /** The account that owns the resource; null where it is not known. */
  readonly account: AccountId | null;
}

/** Services whose resources take part in RCPs, of those that a permission path asks.
 *  @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html (read 2026-11-24) */
const RCP_SERVICES = new Set(['s3', 'sts', 'kms']);

/** Gathers them. Never throws. */
export function resourcePolicies(inventory: Inventory, shelf: PolicyShelf, need: Need): ResourcePolicies {
  const service = need.action.slice(0, need.action.indexOf(':'));
  const resource = service === 's3' ? bucketOf(need.resource) : need.resource;
  const found = shelf.once(`resource ${need.action === 'sts:AssumeRole' ? 'sts' : service} ${resource}`, () =>
    find(inventory, shelf, need, service),
  );
  const account = found.account ?? need.resourceAccount;
  const rcp =
    account !== null && RCP_SERVICES.has(service) ? guardrailLevels(inventory, shelf, account, 'rcp') : null;
  return { ...found, account, rcp };
}

function find(
  inventory: Inventory,
  shelf: PolicyShelf,
  need: Need,
  service: string,
): Omit<ResourcePolicies, 'rcp'> {
  if (need.action === 'sts:AssumeRole')
    return {
      resource: trustPolicy(inventory, shelf, need.resource),
      grants: null,
      restrictPublicBuckets: false,
      account: arnAccount(need.resource),
    };
  if (service === 's3') return bucketPolicy(inventory, shelf, need);
  if (service === 'kms') return keyPolicy(inventory, shelf, need.resource);
  return {
    resource: policyOfOther(shelf, need, service),
    grants: null,
    restrictPublicBuckets: false,
    account: arnAccount(need.resource),
  };
}

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
 *  is enough, and only a Deny could change that; of topics, which a Deny often guards, it counts also there. */
function policyOfOther(shelf: PolicyShelf, need: Need, service: string): Shelved | null {
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

/** The trust policy of a role; null where the role does not exist. Never throws. */
export function trustPolicy(inventory: Inventory, shelf: PolicyShelf, role: Arn): Shelved | null {
  const found = inventory.roles.get(role);
  const account = arnAccount(role);
  const source = { id: policyId.trust(role), title: `trust policy of ${arnName(role)}`, account, arn: role };
  if (found !== undefined) return shelf.read('resource', source, found.trust);
  if (account !== null && inventory.iamReadIn.has(account)) return null;
  const { gaps, notScanned } =
    account === null
      ? { gaps: [], notScanned: `which role is meant is not known` }
      : blameIam(inventory, account);
  return shelf.unread(source, gaps, notScanned);
}

function bucketPolicy(inventory: Inventory, shelf: PolicyShelf, need: Need): Omit<ResourcePolicies, 'rcp'> {
  const arn = bucketOf(need.resource);
  const name = arnName(arn);
  const found = inventory.buckets.get(arn);
  const source = {
    id: policyId.resource(arn),
    title: `bucket policy of ${name}`,
    account: found?.account ?? null,
    arn,
  };
  if (found?.policy.kind === 'read') {
    return {
      resource: found.policy.value === null ? null : shelf.read('resource', source, found.policy.value),
      grants: null,
      restrictPublicBuckets: restrictsPublic(found),
      account: found.account,
    };
  }
  const { gaps, notScanned } = blameResource(
    inventory,
    found?.account ?? null,
    arn,
    's3',
    found === undefined ? null : 's3:GetBucketPolicy',
    `bucket ${name}`,
  );
  return {
    resource: shelf.unread(source, gaps, notScanned),
    grants: null,
    restrictPublicBuckets: 'unread',
    account: found?.account ?? null,
  };
}

function keyPolicy(inventory: Inventory, shelf: PolicyShelf, arn: Arn): Omit<ResourcePolicies, 'rcp'> {
  const found = inventory.keys.get(arn);
  const account = arnAccount(arn);
  const name = found?.aliases[0]?.replace(/^alias\//, '') ?? arnName(arn);
  const source = { id: policyId.resource(arn), title: `key policy of ${name}`, account, arn };
  const grants = found?.grants.kind === 'read' ? found.grants.value : 'unread';
  if (found?.policy.kind === 'read')
    return {
      resource: shelf.read('resource', source, found.policy.value),
      grants,
      restrictPublicBuckets: false,
      account,
    };
  const { gaps, notScanned } = blameResource(
    inventory,
    account,
    arn,
    'kms',
    'kms:GetKeyPolicy',
    `key ${name}`,
  );
  return { resource: shelf.unread(source, gaps, notScanned), grants, restrictPublicBuckets: false, account };
}

/** The setting holds when the bucket or its account makes it; the account's own is not read, so only a yes of the bucket is certain.
 *  @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html (read 2026-11-24) */
function restrictsPublic({ publicAccessBlock }: Bucket): boolean | 'unread' {
  if (publicAccessBlock.kind === 'unread') return 'unread';
  return field(publicAccessBlock.value, 'RestrictPublicBuckets') === true ? true : 'unread';
}

/** The bucket's ARN of an object's. */
function bucketOf(resource: Arn): Arn {
  const slash = resource.indexOf('/');
  return slash < 0 ? resource : resource.slice(0, slash);
}
