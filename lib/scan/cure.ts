// The exact policy statements that would cure the gaps of a scan, and whose policies they belong in.
import { isOfCredentials } from '@/lib/aws/classify-error';
import { compareText } from '@/lib/base/sort';
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
}

interface Merged {
  readonly Effect: 'Allow';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

/** The statement that would cure the gap; null where none can: a throttle, a fault, a call that is not offered there, or
 *  credentials that were not accepted at all. Never throws. */
export function cureOf({ cause, code, permission, scope }: Gap): CureStatement | null {
  if (cause !== 'denied' || isOfCredentials(code) || permission === 'sts:GetCallerIdentity') return null;
  const isRole = permission === 'sts:AssumeRole' && scope !== null;
  return { Effect: 'Allow', Action: permission, Resource: isRole ? scope : '*' };
}

/** All cures together, one statement for each side. Never throws. */
export function curesOf(gaps: readonly Gap[]): Cures {
  const all = gaps.map(cureOf).filter((cure) => cure !== null);
  const isOfCaller = ({ Action }: CureStatement) => Action === 'sts:AssumeRole';
  return {
    role: merged(all.filter((cure) => !isOfCaller(cure))),
    caller: merged(all.filter(isOfCaller)),
  };
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
