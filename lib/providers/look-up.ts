// Looks a named resource up honestly: found, known not to exist, or not read, which is neither.
import type { Inventory } from '@/lib/model/inventory';
import { type Arn, arnAccount, parseArn } from '@/lib/names/arn';
import type { Open } from './action-provider';
import type { ConfiguredName } from './configuration';

export type LookUp<R> =
  | { readonly kind: 'found'; readonly value: R }
  /** AWS said that there is none of this name in that account and region. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'open'; readonly open: Open };

/** Looks the ARN up in a table of the inventory. `call`: the call that would have told; `what`: the thing in words.
 *  A name that holds a variable is open for that reason. Never throws. */
export function lookUp<R>(
  inventory: Inventory,
  table: ReadonlyMap<Arn, R>,
  arn: Arn,
  { name, call, what }: { readonly name?: ConfiguredName; readonly call: string; readonly what: string },
): LookUp<R> {
  if (name?.cannotTell !== undefined) return { kind: 'open', open: { cannotTell: name.cannotTell } };
  const value = table.get(arn);
  if (value !== undefined) return { kind: 'found', value };
  if (inventory.absent.has(arn)) return { kind: 'absent' };
  const region = parseArn(arn)?.region || null;
  return { kind: 'open', open: { unread: { arn, account: arnAccount(arn), region, call, what } } };
}
