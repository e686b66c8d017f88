// How a sentence names a hat: by account and name.
import type { Inventory } from '@/lib/model/inventory';
import { type Arn, arnAccount, arnName } from '@/lib/names/arn';

/** `acme-prod/deploy`. Never throws. */
export function hatWords(inventory: Inventory, arn: Arn): string {
  const account = arnAccount(arn) ?? '';
  return `${inventory.accounts.get(account)?.name ?? account}/${arnName(arn)}`;
}
