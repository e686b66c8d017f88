// Notes what a judgement looks up, so that the same pipeline can be judged later from that alone.
import type { Inventory } from '@/lib/model/inventory';
import type { PolicyShelf } from '@/lib/verdict/policy-shelf';

export interface Noting {
  /** The same inventory; what is looked up in it by name is noted. */
  readonly inventory: Inventory;
  /** The same shelf; what is remembered from an earlier pipeline counts as looked up again. */
  readonly shelf: PolicyShelf;
  /** Does the work. @returns what it gives, and the ARNs and account ids that were looked up on the way, found or not */
  readonly noting: <T>(work: () => T) => { readonly value: T; readonly names: ReadonlySet<string> };
}

/** Makes an inventory and a shelf that note. What is found by walking over a whole table is not noted: it shows in what was
 *  judged. Managed policies are not noted either: they hang on their roles and users. Never throws. */
export function noting(whole: Inventory, under: PolicyShelf): Noting {
  let names: Set<string> | null = null;
  const note = (name: string) => {
    for (const part of name.split(' ')) names?.add(part);
  };
  function inside<T>(work: () => T): { value: T; names: Set<string> } {
    const outer = names;
    const own = new Set<string>();
    names = own;
    try {
      return { value: work(), names: own };
    } finally {
      names = outer;
    }
  }
  const once = <T>(kind: string, name: string, make: () => T): T => {
    const kept = under.onceOf(`noted ${kind}`, name, () => inside(make));
    for (const one of kept.names) names?.add(one);
    return kept.value;
  };
  return {
    inventory: notingInventory(whole, note),
    shelf: { ...under, once: (name, make) => once('', name, make), onceOf: once },
    noting: inside,
  };
}

class NotingMap<V> extends Map<string, V> {
  constructor(
    table: ReadonlyMap<string, V>,
    readonly note: (name: string) => void,
  ) {
    super();
    for (const [name, value] of table) this.set(name, value);
  }
  override get(name: string): V | undefined {
    this.note(name);
    return super.get(name);
  }
  override has(name: string): boolean {
    this.note(name);
    return super.has(name);
  }
}

class NotingSet extends Set<string> {
  constructor(
    names: ReadonlySet<string>,
    readonly note: (name: string) => void,
  ) {
    super();
    for (const name of names) this.add(name);
  }
  override has(name: string): boolean {
    this.note(name);
    return super.has(name);
  }
}

function notingInventory(whole: Inventory, note: (name: string) => void): Inventory {
  const tables = Object.entries(whole).map(([name, table]) => {
    if (table instanceof Map && name !== 'managedPolicies') return [name, new NotingMap(table, note)];
    if (table instanceof Set) return [name, new NotingSet(table, note)];
    return [name, table];
  });
  return Object.fromEntries(tables) as Inventory;
}
