// Compiles each policy once per analysis, and remembers where its text can be found and what is missing of it.
import type { Json } from '@/lib/base/json';
import { parsePolicy } from '@/lib/iam/parse-policy';
import type { Policy, PolicyType, UnreadPolicy } from '@/lib/iam/policy';
import type { AccountId, Arn } from '@/lib/names/arn';
import type { Gap } from '@/lib/snapshot/gap';
import { conditionKeys } from './condition-keys';
import type { PolicySource } from './judgement';

/** A policy that takes part in a decision, read or not. */
export interface Shelved {
  readonly policy: Policy | UnreadPolicy;
  readonly source: PolicySource;
  /** Context keys that its conditions ask for, in lower case. */
  readonly keys: readonly string[];
  /** Why it was not read; empty when it was. */
  readonly gaps: readonly Gap[];
  readonly notScanned: string | null;
}

export interface PolicyShelf {
  /** What `make` gives, made once per name: what is gathered for one principal or resource serves every need. */
  readonly once: <T>(name: string, make: () => T) => T;
  /** The same for each thing of a kind: looked up by its own name, which no lookup has to put together. */
  readonly onceOf: <T>(kind: string, name: string, make: () => T) => T;
  readonly read: (type: PolicyType, source: Omit<PolicySource, 'document'>, document: Json) => Shelved;
  readonly unread: (
    source: Omit<PolicySource, 'document'>,
    gaps: readonly Gap[],
    notScanned: string | null,
  ) => Shelved;
}

/** A new, empty shelf. */
export function policyShelf(): PolicyShelf {
  const shelf = new Map<PolicyType, Map<string, Shelved>>();
  const gathered = new Map<string, Map<string, unknown>>();
  function onceOf<T>(kind: string, name: string, make: () => T): T {
    const all = mapIn(gathered, kind);
    const found = all.get(name);
    if (found !== undefined || all.has(name)) return found as T;
    const made = make();
    all.set(name, made);
    return made;
  }
  return {
    once: (name, make) => onceOf('', name, make),
    onceOf,
    read(type, source, document) {
      const all = mapIn(shelf, type);
      const found = all.get(source.id);
      if (found !== undefined) return found;
      const made: Shelved = {
        policy: parsePolicy(source.id, type, document),
        source: { document, ...source },
        keys: conditionKeys(document),
        gaps: [],
        notScanned: null,
      };
      all.set(source.id, made);
      return made;
    },
    unread: (source, gaps, notScanned) => ({
      policy: { kind: 'unread', id: source.id },
      source: { document: null, ...source },
      keys: [],
      gaps,
      notScanned,
    }),
  };
}

/** A shelf of its own that takes over from another what is compiled there of the same text: for judging with a few policies
 *  edited. Never throws. */
export function policyShelfOver(compiled: PolicyShelf): PolicyShelf {
  const own = policyShelf();
  return {
    ...own,
    read(type, source, document) {
      const known = compiled.read(type, source, document);
      return known.source.document === document ? known : own.read(type, source, document);
    },
  };
}

function mapIn<K, V>(maps: Map<K, Map<string, V>>, kind: K): Map<string, V> {
  const found = maps.get(kind);
  if (found !== undefined) return found;
  const made = new Map<string, V>();
  maps.set(kind, made);
  return made;
}

/** Ids of policies: one spelling, so that evidence can be traced back to its text. */
export const policyId = {
  inline: (owner: Arn, name: string) => `inline:${owner}/${name}`,
  managed: (arn: Arn) => arn,
  boundary: (arn: Arn) => `boundary:${arn}`,
  identity: (owner: Arn) => `identity:${owner}`,
  trust: (role: Arn) => `trust:${role}`,
  resource: (arn: Arn) => `resource:${arn}`,
  guardrail: (target: string, arn: Arn) => `${arn}@${target}`,
  guardrails: (kind: 'scp' | 'rcp', account: AccountId) => `${kind}:${account}`,
};
