// Which accounts of an organisation a scan reads: by unit, by tag, by name.
import { isJsonObject } from '@/lib/base/json';
import type { AccountId } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';
import { organizationAccounts } from './organization-accounts';

/** Units and tags choose; `include` adds to them, or chooses alone; `exclude` has the last word. Nothing chosen: all accounts. */
export interface Reach {
  /** Organizational units, or the root; what hangs below them belongs to them. */
  readonly ous: readonly string[];
  /** An account must have each key, with one of the values that are named for it. */
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  readonly include: readonly AccountId[];
  readonly exclude: readonly AccountId[];
}

export type ChosenAccounts =
  | { readonly kind: 'accounts'; readonly accounts: readonly AccountId[] }
  /** One line that goes on with what to do. */
  | { readonly kind: 'problem'; readonly problem: string };

/** The accounts of the organisation that the reach chooses, suspended ones among them. A name that the organisation does not
 *  have is a problem: a typing error must not read as "nothing there". Never throws. */
export function chooseAccounts(facts: readonly Fact[], reach: Reach): ChosenAccounts {
  const members = organizationAccounts(facts).map(({ id }) => id);
  const stray = [...reach.include, ...reach.exclude].find((id) => !members.includes(id));
  if (stray !== undefined)
    return problem(`account ${stray} is not in the organisation: check --include and --exclude`);
  const parents = parentsOf(facts);
  const branches = new Set([...parents.values()].flat());
  const unknown = reach.ous.find((ou) => !branches.has(ou) && !parents.has(ou));
  if (unknown !== undefined)
    return problem(
      `the organisation has no organizational unit \`${unknown}\`, or it may not be read: check --ou`,
    );
  const tags = tagsOf(facts);
  const isChosen = (id: AccountId) => {
    if (reach.exclude.includes(id)) return false;
    if (reach.include.includes(id)) return true;
    if (reach.ous.length === 0 && reach.tags.length === 0) return reach.include.length === 0;
    const isBelow = reach.ous.length === 0 || ancestorsOf(id, parents).some((ou) => reach.ous.includes(ou));
    return isBelow && hasTags(tags.get(id), reach.tags);
  };
  const accounts = members.filter(isChosen);
  return accounts.length > 0
    ? { kind: 'accounts', accounts }
    : problem('no account of the organisation is chosen: check --ou, --tag, --include and --exclude');
}

function hasTags(has: ReadonlyMap<string, string> | undefined, wanted: Reach['tags']): boolean {
  return wanted.every(({ key }) => wanted.some((tag) => tag.key === key && has?.get(key) === tag.value));
}

/** What each account and unit hangs in; an account hangs in two places while it is moved. */
function parentsOf(facts: readonly Fact[]): ReadonlyMap<string, readonly string[]> {
  const parents = new Map<string, string[]>();
  for (const { kind, data } of facts) {
    if (kind !== 'organizational-unit' && kind !== 'organization-account-parent') continue;
    if (!isJsonObject(data) || typeof data.Id !== 'string' || typeof data.ParentId !== 'string') continue;
    parents.set(data.Id, [...(parents.get(data.Id) ?? []), data.ParentId]);
  }
  return parents;
}

function ancestorsOf(id: string, parents: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const direct = parents.get(id) ?? [];
  return [...direct, ...direct.flatMap((parent) => ancestorsOf(parent, parents))];
}

function tagsOf(facts: readonly Fact[]): ReadonlyMap<AccountId, ReadonlyMap<string, string>> {
  const tags = new Map<AccountId, ReadonlyMap<string, string>>();
  for (const { kind, data } of facts) {
    if (kind !== 'organization-account-tags' || !isJsonObject(data)) continue;
    if (typeof data.ResourceId !== 'string' || !Array.isArray(data.Tags)) continue;
    const pairs = data.Tags.flatMap((tag) =>
      isJsonObject(tag) && typeof tag.Key === 'string' ? [[tag.Key, String(tag.Value ?? '')] as const] : [],
    );
    tags.set(data.ResourceId, new Map(pairs));
  }
  return tags;
}

function problem(text: string): ChosenAccounts {
  return { kind: 'problem', problem: text };
}
