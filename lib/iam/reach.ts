// Which roles an identity policy can reach with sts:AssumeRole: an index from the role's ARN back to policies.
import { accountField } from './account-field';
import { arnFields } from './arn-pattern';
import { candidateStatements } from './evaluate-policy';
import type { Policy } from './policy';
import type { ArnGlob, ResourceList } from './statement';
import { isPlain, matchesAnyOrder, matchesPattern } from './wildcard';

/** The policies of an account by what they can reach; each policy stands in as few lists as its patterns allow. */
export interface ReachIndex {
  /** Policies that list the role's very ARN. */
  readonly exact: ReadonlyMap<string, readonly Policy[]>;
  /** Patterns with the account written out. */
  readonly byAccount: ReadonlyMap<string, readonly Reaching[]>;
  /** Patterns over accounts. */
  readonly overAccounts: readonly Reaching[];
  /** Policies that may reach any role. */
  readonly anywhere: readonly Policy[];
}

interface Reaching {
  readonly policy: Policy;
  readonly glob: ArnGlob;
}

/** The index of the policies; each is looked at once. Never throws. */
export function reachIndex(policies: Iterable<Policy>): ReachIndex {
  const index = {
    exact: new Map<string, Policy[]>(),
    byAccount: new Map<string, Reaching[]>(),
    overAccounts: [] as Reaching[],
    anywhere: [] as Policy[],
  };
  for (const policy of policies) {
    const lists = candidateStatements(policy, 'sts:AssumeRole').flatMap((statement) =>
      statement.effect === 'Deny' ? [] : [statement.resources],
    );
    if (lists.some(isAnywhere)) index.anywhere.push(policy);
    else
      for (const pattern of lists.flatMap((list) => list?.patterns ?? [])) {
        if (pattern.kind === 'literal') append(index.exact, pattern.arn, policy);
        else if (pattern.kind === 'glob') {
          const account =
            pattern.strict === null || pattern.loose !== null ? null : plainAccount(pattern.strict);
          if (account === null) index.overAccounts.push({ policy, glob: pattern });
          else append(index.byAccount, account, { policy, glob: pattern });
        }
      }
  }
  return index;
}

/** Whether a list may cover any role: everything, everything but some, a variable, or not readable. */
function isAnywhere(list: ResourceList | null): boolean {
  if (list === null || list.isNegated) return true;
  return list.patterns.some((pattern) => pattern.kind === 'everything' || pattern.kind === 'template');
}

function plainAccount(pattern: string): string | null {
  const account = arnFields(pattern)[4];
  return account !== undefined && isPlain(account) ? account : null;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Every policy that may allow sts:AssumeRole on the role. Never throws. */
export function policiesReaching(index: ReachIndex, role: string): ReadonlySet<Policy> {
  const found = new Set(index.anywhere);
  for (const policy of index.exact.get(role) ?? []) found.add(policy);
  for (const { policy, glob } of index.byAccount.get(accountField(role) ?? '') ?? [])
    if (matches(glob, role)) found.add(policy);
  for (const { policy, glob } of index.overAccounts) if (matches(glob, role)) found.add(policy);
  return found;
}

function matches({ strict, loose }: ArnGlob, role: string): boolean {
  if (strict !== null && matchesPattern(strict, role)) return true;
  return loose !== null && matchesAnyOrder(loose, role);
}
