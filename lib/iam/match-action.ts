// Whether a statement's Action or NotAction covers an action.
import type { ActionList } from './statement';
import { isEverything, matchesPattern } from './wildcard';

/** Whether the list covers the action, given in lower case. A text without a service prefix, other than `*`, covers nothing.
 *  Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html (read 2026-11-24) */
export function coversAction(list: ActionList, action: string): boolean {
  let isListed = false;
  for (const pattern of list.patterns) {
    isListed = isEverything(pattern) || (pattern.includes(':') && matchesPattern(pattern, action));
    if (isListed) break;
  }
  return isListed !== list.isNegated;
}
