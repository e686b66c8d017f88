// Runs every rule over what was judged.
import { sortedBy } from '@/lib/base/sort';
import type { Finding, Severity } from './finding';
import type { Judged } from './rule';
import { RULES } from './rules/index';

const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

/** All findings, most severe first, then by rule and subject. Never throws. */
export function runRules(judged: Judged): readonly Finding[] {
  const findings = RULES.flatMap((rule) => rule.check(judged));
  return sortedBy(
    findings,
    (one) => `${SEVERITIES.indexOf(one.severity)} ${one.rule} ${one.subject} ${one.statement}`,
  );
}
