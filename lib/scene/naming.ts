// What things are called on the screen: accounts by name, roles by account and name, regions short.
import type { GraphNode } from '@/lib/graph/hop';
import type { Inventory } from '@/lib/model/inventory';

/** The account's name in the organisation, else its id; `?` where no account is known. Never throws. */
export function accountName(inventory: Inventory, account: string | null): string {
  return account === null ? '?' : (inventory.accounts.get(account)?.name ?? account);
}

/** A node's name as a sentence uses it. Never throws. */
export function nodeName(nodes: readonly GraphNode[], id: string): string {
  return nodes.find((node) => node.id === id)?.name ?? id;
}

/** `us-east-2` as `use2`, the way region suffixes are written. Never throws. */
export function shortRegion(region: string): string {
  const [area = '', direction = '', number = ''] = region.replace('-gov', 'gov').split('-');
  return `${area}${direction.slice(0, 1)}${number}`;
}
