// Remembers what was found in a list of facts: thousands of units ask about the same one.
import type { Fact } from '@/lib/snapshot/fact';

/** The same function, which looks through each list once. */
export function oncePerList<T>(find: (facts: readonly Fact[]) => T): (facts: readonly Fact[]) => T {
  const found = new WeakMap<readonly Fact[], { readonly value: T }>();
  return (facts) => {
    const known = found.get(facts) ?? { value: find(facts) };
    found.set(facts, known);
    return known.value;
  };
}
