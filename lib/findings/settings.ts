// How a company tunes the rules: switched off, with another severity, with exceptions that it gives a reason for.
import { matchesWildcard } from '@/lib/iam/wildcard';
import type { Severity } from './finding';

export interface RuleSetting {
  readonly off?: boolean;
  readonly severity?: Severity;
  /** Subjects of which the rule says nothing: an ARN, or a pattern with `*` and `?`. */
  readonly except?: readonly { readonly subject: string; readonly reason: string }[];
}

/** By rule id; a rule that is not named is run as it is. */
export type FindingSettings = { readonly [rule: string]: RuleSetting };

/** Whether an exception of the rule covers the subject. Never throws. */
export function isExcepted(setting: RuleSetting | undefined, subject: string): boolean {
  return setting?.except?.some((one) => matchesWildcard(one.subject, subject)) ?? false;
}
