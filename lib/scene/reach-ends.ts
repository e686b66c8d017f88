// Whom a reader means: a role, a user, an account, a service or an identity provider, by ARN, id or name.
import { sortedBy } from '@/lib/base/sort';
import type { Judged } from '@/lib/findings/rule';
import type { Inventory } from '@/lib/model/inventory';
import { type ComesTo, comesTo } from '@/lib/reach/chains';
import { comesToAccount, insidersOf } from '@/lib/reach/reach-of';
import { accountName } from './naming';
import { hatName } from './reach-words';
import { roleOfId } from './role-page-id';

export interface ReachEnd {
  readonly kind: 'role' | 'user' | 'account' | 'other';
  readonly id: string;
  readonly name: string;
  /** Those with whom one begins: of an account, everybody in it. */
  readonly starts: readonly string[];
  /** The hats that one may come to: of an account all of them, of what is no hat none. */
  readonly hats: readonly string[];
}

/** What the text names: an ARN, `account.role-name`, an account by id or name, a service or an identity provider that some hat trusts;
 *  null where the snapshot holds nothing of it. Never throws. */
export function reachEnd(judged: Judged, text: string): ReachEnd | null {
  const { inventory } = judged;
  const role = roleOfId(inventory, text);
  if (role !== null)
    return {
      kind: 'role',
      id: role.arn,
      name: hatName(inventory, role.arn),
      starts: [role.arn],
      hats: [role.arn],
    };
  if (inventory.users.has(text))
    return { kind: 'user', id: text, name: hatName(inventory, text), starts: [text], hats: [] };
  const account = accountNamed(inventory, text);
  if (account !== null) {
    const insiders = insidersOf(judged, account);
    return {
      kind: 'account',
      id: account,
      name: accountName(inventory, account),
      starts: insiders.length > 0 ? insiders : [account],
      hats: insiders.filter((arn) => inventory.roles.has(arn)),
    };
  }
  const isOutsider = /\.amazonaws\.com(\.cn)?$/.test(text) || inventory.identityProviders.has(text);
  return isOutsider ? { kind: 'other', id: text, name: text, starts: [text], hats: [] } : null;
}

/** Who comes to it; to an account, who comes from elsewhere. Never throws. */
export function comersOf(judged: Judged, { kind, id, hats }: ReachEnd): readonly ComesTo[] {
  return kind === 'account' ? comesToAccount(judged, id) : comesTo(judged, hats);
}

function accountNamed(inventory: Inventory, text: string): string | null {
  if (/^\d{12}$/.test(text)) return text;
  const named = [...inventory.accounts.values()].filter(({ name }) => name === text);
  return sortedBy(named, ({ id }) => id)[0]?.id ?? null;
}
