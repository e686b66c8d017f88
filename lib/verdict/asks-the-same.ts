// Whether two needs are one question, asked for different reasons.
import type { Need } from '@/lib/graph/hop';
import type { Context, KeyState, Principal } from '@/lib/iam/request';

/** Whether both get the same answer whatever the policies say: they differ at most in why they are made, and whether that is
 *  essential. Never throws. */
export function asksTheSame(one: Need, other: Need): boolean {
  return (
    one.action === other.action &&
    one.resource === other.resource &&
    one.resourceAccount === other.resourceAccount &&
    one.objectOwner === other.objectOwner &&
    one.cannotTell === other.cannotTell &&
    one.doubt === other.doubt &&
    one.doubtOfAllow === other.doubtOfAllow &&
    isSamePrincipal(one.principal, other.principal) &&
    isSameContext(one.context, other.context) &&
    isSameContext(one.base, other.base) &&
    (one.unread === other.unread || JSON.stringify(one.unread) === JSON.stringify(other.unread))
  );
}

function isSamePrincipal(one: Principal, other: Principal): boolean {
  if (one === other) return true;
  if (one.kind === 'role' && other.kind === 'role')
    return one.arn === other.arn && one.account === other.account && one.sessionName === other.sessionName;
  return JSON.stringify(one) === JSON.stringify(other);
}

function isSameContext(one: Context, other: Context): boolean {
  if (one === other) return true;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => isSameState(one[key], other[key]));
}

function isSameState(one: KeyState | undefined, other: KeyState | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined || one.kind !== other.kind) return false;
  if (one.kind === 'known' && other.kind === 'known')
    return (
      one.values.length === other.values.length && one.values.every((text, at) => text === other.values[at])
    );
  return one.kind !== 'present' || other.kind !== 'present' || one.prefix === other.prefix;
}
