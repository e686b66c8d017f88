// Facts in memory, by what they are about and what they mention.
import { groupBy } from '@/lib/base/group-by';
import type { Fact } from '@/lib/snapshot/fact';
import { BULKY_KINDS, type FactSource } from './fact-source';
import { mentionsIn } from './mentions';

const BULKY: ReadonlySet<string> = new Set(BULKY_KINDS);

/** Indexes them once. */
export function factIndex(all: readonly Fact[]): FactSource {
  const facts = all.filter(({ kind }) => !BULKY.has(kind));
  const byAccount = groupBy(facts, ({ account }) => account);
  const byMention = new Map<string, Set<Fact>>();
  for (const fact of facts)
    for (const name of mentionsIn(fact)) {
      const mentioning = byMention.get(name) ?? new Set();
      byMention.set(name, mentioning.add(fact));
    }
  return {
    ofAccount: async (account) => byAccount.get(account) ?? [],
    mentioning: async (names) => [...new Set(names.flatMap((name) => [...(byMention.get(name) ?? [])]))],
    ofKind: async (kind, accounts) =>
      accounts.flatMap((account) => (byAccount.get(account) ?? []).filter((fact) => fact.kind === kind)),
    isThereAny: async (kind) => facts.some((fact) => fact.kind === kind),
  };
}
