// Runs every rule over what was judged.
import { sortedBy } from '@/lib/base/sort';
import { arnAccount } from '@/lib/names/arn';
import { type Finding, type FindingDraft, SEVERITIES } from './finding';
import type { Judged, Rule } from './rule';
import { RULES } from './rules/index';
import { type FindingSettings, isExcepted } from './settings';

/** All findings of the rules that are on, most severe first, then by rule and subject. Never throws. */
export function runRules(
  judged: Judged,
  settings: FindingSettings = {},
  rules: readonly Rule[] = RULES,
): readonly Finding[] {
  const findings = rules.flatMap((rule: Rule) => {
    const setting = settings[rule.id];
    if (setting?.off === true) return [];
    return rule
      .check(judged)
      .filter((draft) => !isExcepted(setting, draft.subject))
      .map((draft) => findingOf(rule, draft, setting?.severity));
  });
  return sortedBy(
    findings,
    (one) => `${SEVERITIES.indexOf(one.severity)} ${one.rule} ${one.subject} ${one.id}`,
  );
}

function findingOf(rule: Rule, draft: FindingDraft, severity: Finding['severity'] | undefined): Finding {
  return {
    ...draft,
    id: [rule.id, draft.subject, ...(draft.about === undefined ? [] : [draft.about])].join(' '),
    rule: rule.id,
    severity: severity ?? draft.severity ?? rule.severity,
    account: draft.account ?? arnAccount(draft.subject) ?? '',
    pipelines: [...draft.pipelines].sort(),
    open: draft.open ?? [],
    notes: draft.notes ?? [],
    reach: draft.reach ?? null,
    narrowed: draft.narrowed ?? [],
    marks: rule.marks && draft.marks !== false && draft.certainty === 'shown',
  };
}
