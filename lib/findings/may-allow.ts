// A first look at policies, before the evaluator is asked: most say nothing of what a rule asks about.
import { coversAction } from '@/lib/iam/match-action';
import type { Policy, UnreadPolicy } from '@/lib/iam/policy';
import type { ResourcePattern, Statement } from '@/lib/iam/statement';
import { isEverything, isPlain, matchesAnyOrder, matchesPattern, type Pattern } from '@/lib/iam/wildcard';
import type { Arn } from '@/lib/names/arn';

/** Whether some of these policies may allow the action on the resource, conditions aside. False is certain; true is not. Never throws. */
export function mayAllow(
  policies: readonly (Policy | UnreadPolicy)[],
  action: string,
  resource: Arn,
): boolean {
  const lower = action.toLowerCase();
  // Nothing is kept: of thousands of roles each is asked about dozens of actions, once.
  return policies.some(
    (policy) =>
      policy.kind === 'unread' ||
      policy.statements.some(
        (one) => one.effect !== 'Deny' && speaksOf(one, lower) && mayCover(one, resource),
      ),
  );
}

/** The services, in lower case, of whose actions some Allow of these policies may speak; null: perhaps of all. Never throws. */
export function servicesAllowed(policies: readonly (Policy | UnreadPolicy)[]): ReadonlySet<string> | null {
  return servicesIn(policies, () => true);
}

function servicesIn(
  policies: readonly (Policy | UnreadPolicy)[],
  counts: (pattern: Pattern) => boolean,
): ReadonlySet<string> | null {
  const services = new Set<string>();
  for (const policy of policies) {
    if (policy.kind === 'unread') return null;
    for (const { effect, actions } of policy.statements) {
      if (effect === 'Deny') continue;
      if (actions === null || actions.isNegated) return null;
      for (const pattern of actions.patterns) {
        const service = pattern.slice(0, Math.max(0, pattern.indexOf(':')));
        if (isEverything(pattern) || !isPlain(service)) return null;
        if (counts(pattern)) services.add(service);
      }
    }
  }
  return services;
}

/** The services, in lower case, of which some Allow of these policies may speak by a wildcard; null: perhaps of all. Never throws. */
export function servicesAllowedByPattern(
  policies: readonly (Policy | UnreadPolicy)[],
): ReadonlySet<string> | null {
  return servicesIn(policies, (pattern) => !isPlain(pattern));
}

/** Whether some of these policies may allow the action on something. False is certain; true is not. Never throws. */
export function mayHold(policies: readonly (Policy | UnreadPolicy)[], action: string): boolean {
  const lower = action.toLowerCase();
  return policies.some(
    (policy) =>
      policy.kind === 'unread' ||
      policy.statements.some((one) => one.effect !== 'Deny' && speaksOf(one, lower)),
  );
}

function speaksOf({ actions }: Statement, lower: string): boolean {
  return actions === null || coversAction(actions, lower);
}

function mayCover({ resources }: Statement, resource: Arn): boolean {
  if (resources === null || resources.isNegated) return true;
  return resources.patterns.some((pattern) => mayMatch(pattern, resource));
}

function mayMatch(pattern: ResourcePattern, resource: Arn): boolean {
  switch (pattern.kind) {
    case 'everything':
    case 'template':
      return true;
    case 'literal':
      return pattern.arn === resource;
    case 'nothing':
      return false;
    case 'glob':
      return (
        (pattern.strict !== null && matchesPattern(pattern.strict, resource)) ||
        (pattern.loose !== null && matchesAnyOrder(pattern.loose, resource))
      );
  }
}
