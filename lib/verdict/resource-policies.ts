// The policies on the resource's side: trust, bucket or key policy, and the RCPs above the owning account.
import type { Json } from '@/lib/base/json';
import type { Need } from '@/lib/graph/hop';
import { RCP_SERVICES } from '@/lib/iam/rcp-services';
import { field } from '@/lib/model/fact-index';
import type { Inventory } from '@/lib/model/inventory';
import type { Bucket } from '@/lib/model/resource';
import { type AccountId, type Arn, arnAccount, arnName } from '@/lib/names/arn';
import { type BucketLists, bucketLists, NO_LISTS } from './bucket-lists';
import { blameIam, blameResource } from './gaps';
import { guardrailLevels } from './guardrail-policies';
import { namedPolicy } from './named-policies';
import { type PolicyShelf, policyId, type Shelved } from './policy-shelf';

export interface ResourcePolicies {
  readonly resource: Shelved | null;
  readonly rcp: readonly (readonly Shelved[])[] | null;
  /** KMS grants of the key: the third source of an allow. Null for everything that is no key. */
  readonly grants: readonly Json[] | 'unread' | null;
  /** Whether the bucket shuts out other accounts while its policy is public; false for everything that is no bucket. */
  readonly restrictPublicBuckets: boolean | 'unread';
  /** Of a bucket whose access control lists may allow too. */
  readonly lists: BucketLists;
  /** Who manages the key; null for everything that is no key, and where it was not read. */
  readonly keyManager: 'AWS' | 'CUSTOMER' | null;
  /** The account that owns the resource; null where it is not known. */
  readonly account: AccountId | null;
}

/** The requests that a trust policy answers. */
const ASSUMES = new Set(['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML']);

/** Gathers them. Never throws. */
export function resourcePolicies(inventory: Inventory, shelf: PolicyShelf, need: Need): ResourcePolicies {
  const service = need.action.slice(0, need.action.indexOf(':'));
  const resource = service === 's3' ? bucketOf(need.resource) : need.resource;
  const caller = 'account' in need.principal ? need.principal.account : '';
  const asksTrust = ASSUMES.has(need.action);
  // Of a policy that is not read it matters who asks; a trust, bucket or key policy is the same for all.
  const kind = asksTrust
    ? 'resource sts'
    : service === 's3'
      ? 'resource s3'
      : service === 'kms'
        ? 'resource kms'
        : `resource ${service} ${caller}`;
  const { own, whole: kept } = shelf.onceOf(kind, resource, () => {
    const found = find(inventory, shelf, need, service);
    const { account } = found;
    const whole = account === null ? null : withOwner(inventory, shelf, found, account, service, resource);
    return { own: found, whole };
  });
  const whole = kept ?? withOwner(inventory, shelf, own, need.resourceAccount, service, resource);
  const lists = service === 's3' ? bucketLists(inventory.buckets.get(resource), need) : NO_LISTS;
  return lists === NO_LISTS ? whole : { ...whole, lists };
}

/** With what hangs on the account that owns it. */
function withOwner(
  inventory: Inventory,
  shelf: PolicyShelf,
  found: Found,
  account: AccountId | null,
  service: string,
  resource: Arn,
): ResourcePolicies {
  const rcp =
    account !== null && RCP_SERVICES.has(service) ? guardrailLevels(inventory, shelf, account, 'rcp') : null;
  const manager = service === 'kms' ? inventory.keys.get(resource)?.manager : undefined;
  const keyManager = manager?.kind === 'read' ? manager.value : null;
  const { resource: policy, grants, restrictPublicBuckets } = found;
  return { resource: policy, grants, restrictPublicBuckets, account, rcp, lists: NO_LISTS, keyManager };
}

type Found = Omit<ResourcePolicies, 'rcp' | 'lists' | 'keyManager'>;

function find(inventory: Inventory, shelf: PolicyShelf, need: Need, service: string): Found {
  if (ASSUMES.has(need.action))
    return {
      resource: trustPolicy(inventory, shelf, need.resource),
      grants: null,
      restrictPublicBuckets: false,
      account: arnAccount(need.resource),
    };
  if (service === 's3') return bucketPolicy(inventory, shelf, need);
  if (service === 'kms') return keyPolicy(inventory, shelf, need.resource);
  return {
    resource: namedPolicy(inventory, shelf, need, service),
    grants: null,
    restrictPublicBuckets: false,
    // The ARN of what AWS itself owns (`cloudformation:…:aws:transform/…`) names no account whose policies count.
    account: need.resourceAccount,
  };
}

/** The trust policy of a role; null where the role does not exist. Never throws. */
export function trustPolicy(inventory: Inventory, shelf: PolicyShelf, role: Arn): Shelved | null {
  return shelf.onceOf('trust policy', role, () => readTrust(inventory, shelf, role));
}

function readTrust(inventory: Inventory, shelf: PolicyShelf, role: Arn): Shelved | null {
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

function bucketPolicy(inventory: Inventory, shelf: PolicyShelf, need: Need): Found {
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

function keyPolicy(inventory: Inventory, shelf: PolicyShelf, arn: Arn): Found {
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
