// A first look at policies, before the evaluator is asked: most say nothing of what a rule asks about.
import { candidateStatements } from '@/lib/iam/evaluate-policy';
import type { Policy, UnreadPolicy } from '@/lib/iam/policy';
import type { ResourcePattern, Statement } from '@/lib/iam/statement';
import { matchesAnyOrder, matchesPattern } from '@/lib/iam/wildcard';
import type { Arn } from '@/lib/names/arn';

/** Whether some of these policies may allow the action on the resource, conditions aside. False is certain; true is not. Never throws. */
export function mayAllow(
  policies: readonly (Policy | UnreadPolicy)[],
  action: string,
  resource: Arn,
): boolean {
  return policies.some(
    (policy) =>
      policy.kind === 'unread' ||
      candidateStatements(policy, action).some((one) => one.effect !== 'Deny' && mayCover(one, resource)),
  );
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
