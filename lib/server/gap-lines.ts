// The gaps of a snapshot as lines for a page: one for each permission and place.
import type { Analysis } from '@/lib/analysis/analysis';

export interface GapLine {
  readonly call: string;
  readonly permission: string;
  readonly where: string;
  readonly cause: string;
}

/** One line for each call, account and region that was refused or failed. Never throws. */
export function gapLines({ inventory }: Analysis): readonly GapLine[] {
  const lines = new Map<string, GapLine>();
  for (const { source, permission, account, region, cause } of inventory.gaps) {
    const name = inventory.accounts.get(account)?.name ?? account;
    const where = region === 'global' ? name : `${name}, ${region}`;
    lines.set(`${source} ${where} ${cause}`, { call: source, permission, where, cause });
  }
  return [...lines.values()];
}
