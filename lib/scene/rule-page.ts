// The rules of findings as their pages tell them: what each says, why, what to do, and how often it speaks of a snapshot.
import type { Finding } from '@/lib/findings/finding';
import type { RuleMeta } from '@/lib/findings/rule';
import { RULES } from '@/lib/findings/rules/index';

export interface RuleLine extends Pick<RuleMeta, 'id' | 'title' | 'severity' | 'marks'> {
  /** How many findings of the snapshot are of this rule. */
  readonly found: number;
}

export interface RulePage extends RuleLine, Pick<RuleMeta, 'why' | 'remedy' | 'example' | 'sources'> {}

/** Every rule, by its id. Never throws. */
export function ruleLines(findings: readonly Pick<Finding, 'rule'>[]): readonly RuleLine[] {
  const found = new Map<string, number>();
  for (const { rule } of findings) found.set(rule, (found.get(rule) ?? 0) + 1);
  return RULES.map(({ id, title, severity, marks }) => ({
    id,
    title,
    severity,
    marks,
    found: found.get(id) ?? 0,
  }));
}

/** Everything about one rule; null where there is none of this id. Never throws. */
export function rulePage(findings: readonly Pick<Finding, 'rule'>[], id: string): RulePage | null {
  const line = ruleLines(findings).find((one) => one.id === id);
  const rule = RULES.find((one) => one.id === id);
  if (line === undefined || rule === undefined) return null;
  const { why, remedy, example, sources } = rule;
  return { ...line, why, remedy, example, sources };
}
