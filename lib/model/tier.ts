// Tiers: which accounts are production.
import type { Account } from './resource';

const PROD = /(^|[^a-z])(prod|prd|production|live)([^a-z]|$)/i;

/** Whether an account is of tier prod: told from its name and the OUs above it, as companies name them. Never throws. */
export function isProd(account: Pick<Account, 'name' | 'ouPath'> | undefined): boolean {
  return account !== undefined && [account.name, ...account.ouPath].some((text) => PROD.test(text));
}
