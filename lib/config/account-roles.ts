// Roles of single accounts: from the table of the file, and from pairs that a flag or a variable gives.
import type { Layer, RoleOverrides } from './layer';

/** ACCOUNT=VALUE, taken apart. Never throws. */
export function accountPair(text: string): { readonly account: string; readonly value: string } {
  const at = text.indexOf('=');
  return { account: text.slice(0, at), value: text.slice(at + 1) };
}

/** The table with what the pairs say of an account in its place. Never throws. */
export function withAccountRoles(overrides: RoleOverrides, given: Layer): RoleOverrides {
  const all = new Map(overrides);
  const pairs = (key: string) => (given.get(key)?.values ?? []).map(accountPair);
  for (const { account, value } of pairs('account-roles'))
    all.set(account, { ...all.get(account), roleName: value });
  for (const { account, value } of pairs('account-external-ids'))
    all.set(account, { ...all.get(account), externalId: value });
  return all;
}
