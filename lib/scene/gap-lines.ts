// The gaps of a snapshot as lines for a page: one for each permission and place.
import type { Analysis } from '@/lib/analysis/analysis';
import { obstacleOf } from '@/lib/names/denial-layer';

export interface GapLine {
  readonly call: string;
  readonly permission: string;
  readonly where: string;
  readonly cause: string;
  /** Whether the permission, given to the read-only role, is all that is missing. */
  readonly isCurable: boolean;
}

/** One line for each call, account and region that was refused or failed. Never throws. */
export function gapLines({ inventory }: Analysis): readonly GapLine[] {
  const lines = new Map<string, GapLine>();
  for (const { source, permission, account, region, cause, layer } of inventory.gaps) {
    const name = inventory.accounts.get(account)?.name ?? account;
    const where = region === 'global' ? name : `${name}, ${region}`;
    const obstacle = cause === 'denied' ? obstacleOf(layer) : null;
    const isCurable = cause === 'denied' && obstacle === null && source !== 'sts:AssumeRole';
    const said = obstacle === null ? cause : `${cause} by ${obstacle.by}`;
    lines.set(`${source} ${where} ${said}`, { call: source, permission, where, cause: said, isCurable });
  }
  return [...lines.values()];
}
