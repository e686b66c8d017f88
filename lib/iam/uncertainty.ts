// Everything a verdict hangs on that is not known: which statements may apply, and what each waits for.
import { decide } from './decide';
import type { Doubt } from './doubt';
import type { Env } from './env';
import { appliesToRequest, candidateStatements, isReadable, principalStrength } from './evaluate-policy';
import { grantsAllow } from './grants';
import { rulesOf, type TakingPart, takingPart } from './layers';
import type { ObjectOwnership } from './object-ownership';
import type { Policies, Policy, PolicyType, UnreadPolicy } from './policy';
import type { Statement } from './statement';
import { and, or } from './tri';

export interface Uncertainty {
  readonly doubts: readonly Doubt[];
  /** The statements that apply or not depending on the doubts. */
  readonly statements: readonly Statement[];
  readonly groups: readonly UnreadGroup[];
  readonly areGrantsUnread: boolean;
  readonly isPublicAccessUnread: boolean;
  readonly objectOwnership: ObjectOwnership | null;
}

/** The unread part of one layer (of an SCP or RCP: one level). */
export interface UnreadGroup {
  readonly layer: PolicyType;
  readonly level: number;
  readonly policies: readonly string[];
  readonly mayAllow: boolean;
  readonly mayDeny: boolean;
}

/** What the request's verdict may hang on. Never throws. */
export function uncertaintyOf(policies: Policies<Policy>, env: Env): Uncertainty {
  const part = takingPart(policies, env, rulesOf(env));
  const doubts: Doubt[] = [];
  const statements: Statement[] = [];
  const groups: UnreadGroup[] = [];
  for (const { layer, level, list } of groupsOf(part)) {
    const group = { layer, level, policies: [] as string[], mayAllow: false, mayDeny: false };
    for (const policy of list) {
      const unread =
        policy.kind === 'unread'
          ? { mayAllow: true, mayDeny: true }
          : readStatements(policy, env, doubts, statements);
      if (unread.mayAllow || unread.mayDeny) group.policies.push(policy.id);
      group.mayAllow ||= unread.mayAllow;
      group.mayDeny ||= unread.mayDeny;
    }
    if (group.policies.length > 0) groups.push(group);
  }
  if (part.grants !== 'unread') grantsAllow(part.grants, env, doubts, statements);
  if (part.objectOwnership?.isResourceOpen) doubts.push({ kind: 'resource' });
  decide(env, policies, doubts);
  return {
    doubts,
    statements,
    groups,
    areGrantsUnread: part.grants === 'unread',
    objectOwnership: part.objectOwnership,
    isPublicAccessUnread: policies.restrictPublicBuckets === 'unread' && env.service === 's3',
  };
}

interface Group {
  readonly layer: PolicyType;
  readonly level: number;
  readonly list: readonly (Policy | UnreadPolicy)[];
}

function groupsOf(part: TakingPart): readonly Group[] {
  const levels = (layer: 'scp' | 'rcp') => (part[layer] ?? []).map((list, level) => ({ layer, level, list }));
  const single = (layer: 'resource' | 'identity' | 'boundary' | 'session' | 'endpoint') =>
    part[layer] === null ? [] : [{ layer, level: 0, list: part[layer] }];
  return [
    ...levels('rcp'),
    ...levels('scp'),
    ...single('resource'),
    ...single('identity'),
    ...single('boundary'),
    ...single('session'),
    ...single('endpoint'),
  ];
}

/** Gathers the doubts of the policy's statements; says what its unreadable ones may do. */
function readStatements(policy: Policy, env: Env, doubts: Doubt[], statements: Statement[]) {
  const may = { mayAllow: false, mayDeny: false };
  for (const statement of candidateStatements(policy, env.request.action)) {
    const causes: Doubt[] = [];
    const strength = principalStrength(statement, env, causes);
    const covered = or(strength.direct, or(strength.entity, strength.account));
    const applies = and(appliesToRequest(statement, env, causes), covered);
    if (applies === 'no') continue;
    if (causes.length > 0) {
      doubts.push(...causes);
      statements.push(statement);
    }
    if (isReadable(statement, env)) continue;
    may.mayAllow ||= statement.effect !== 'Deny';
    may.mayDeny ||= statement.effect !== 'Allow';
  }
  return may;
}
