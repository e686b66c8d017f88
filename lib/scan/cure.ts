// The exact policy statements that would cure the gaps of a scan, and whose policies they belong in.
import { isOfCredentials } from '@/lib/aws/classify-error';
import { compareText } from '@/lib/base/sort';
import { type Obstacle, obstacleOf } from '@/lib/names/denial-layer';
import type { Gap } from '@/lib/snapshot/gap';

export interface CureStatement {
  readonly Effect: 'Allow';
  readonly Action: string;
  /** Listing calls know no resource, so that `*` is exact; a role to be put on is named. */
  readonly Resource: string;
}

export interface Cures {
  /** For the read-only role of the accounts. */
  readonly role: Merged | null;
  /** For the credentials that put the roles on; the roles must trust them as well. */
  readonly caller: Merged | null;
  /** What no statement cures, by what stands in the way. */
  readonly others: readonly { readonly obstacle: Obstacle; readonly calls: readonly string[] }[];
}

interface Merged {
  readonly Effect: 'Allow';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

/** The statement that would cure the gap; null where none can: a throttle, a fault, a call that is not offered there,
 *  credentials that were not accepted at all, or another kind of policy in the way. Never throws. */
export function cureOf(gap: Gap): CureStatement | null {
  const { cause, permission, scope } = gap;
  if (cause !== 'denied' || obstacleTo(gap) !== null || permission === 'sts:GetCallerIdentity') return null;
  const isRole = permission === 'sts:AssumeRole' && scope !== null;
  return { Effect: 'Allow', Action: permission, Resource: isRole ? scope : '*' };
}

/** What stands in the way of a call that was refused, and who must lift it; null where nothing does but a missing
 *  statement. Never throws. */
export function obstacleTo({ cause, code, layer }: Gap): Obstacle | null {
  if (cause !== 'denied') return null;
  return obstacleOf(isOfCredentials(code) ? 'credentials' : layer);
}

/** All cures together, one statement for each side. Never throws. */
export function curesOf(gaps: readonly Gap[]): Cures {
  const all = gaps.map(cureOf).filter((cure) => cure !== null);
  const isOfCaller = ({ Action }: CureStatement) => Action === 'sts:AssumeRole';
  return {
    role: merged(all.filter((cure) => !isOfCaller(cure))),
    caller: merged(all.filter(isOfCaller)),
    others: othersOf(gaps),
  };
}

function othersOf(gaps: readonly Gap[]): Cures['others'] {
  const calls = new Map<Obstacle, Set<string>>();
  for (const gap of gaps) {
    const obstacle = obstacleTo(gap);
    if (obstacle !== null) calls.set(obstacle, (calls.get(obstacle) ?? new Set()).add(gap.source));
  }
  const others = [...calls].map(([obstacle, names]) => ({
    obstacle,
    calls: [...names].sort(compareText),
  }));
  return others.sort((a, b) => compareText(a.obstacle.by, b.obstacle.by));
}

function merged(cures: readonly CureStatement[]): Merged | null {
  if (cures.length === 0) return null;
  return {
    Effect: 'Allow',
    Action: oneOrAll(cures.map(({ Action }) => Action)),
    Resource: oneOrAll(cures.map(({ Resource }) => Resource)),
  };
}

function oneOrAll(names: readonly string[]): string | readonly string[] {
  const [first = '', ...others] = [...new Set(names)].sort(compareText);
  return others.length === 0 ? first : [first, ...others];
}
