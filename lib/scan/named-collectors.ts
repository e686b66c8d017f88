// Gives every collector a name by which a kept plan finds it again.
import type { Collector } from './collector';

/** By name: the service, and a number behind it from the second of a service and phase on. A plan that was made by another
 *  version may name one that is not here. Never throws. */
export function namedCollectors(collectors: readonly Collector[]): ReadonlyMap<string, Collector> {
  const named = new Map<string, Collector>();
  for (const collector of collectors) {
    let name = collector.service;
    for (let number = 2; named.has(name); number += 1) name = `${collector.service}-${number}`;
    named.set(name, collector);
  }
  return named;
}
