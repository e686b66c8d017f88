// What is wrong, one after the other: actions that do not simply work, and findings. What trackers of findings are told.
import { chosenFindings } from '@/lib/analysis/chosen-findings';
import type { Accepted } from '@/lib/findings/acceptance';
import type { Severity } from '@/lib/findings/finding';
import type { RuleMeta } from '@/lib/findings/rule';
import { RULES } from '@/lib/findings/rules/index';
import { actionKey, actionTrail } from '@/lib/scene/action-trail';
import { plain } from '@/lib/scene/words';
import type { Reported } from './reporter';

/** What is said of every issue of a kind. */
export interface IssueRule {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly remedy: string;
  readonly severity: Severity;
  /** A page of AWS that says so; null where there is none. */
  readonly source: string | null;
}

export interface Issue {
  /** Stable from scan to scan. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  /** One line. */
  readonly title: string;
  /** What it rests on, and what is open, one sentence each. */
  readonly notes: readonly string[];
  /** False: possible, because something was not read or is decided at request time. */
  readonly isShown: boolean;
  /** The ARN of what is at fault. */
  readonly subject: string;
  readonly account: string;
  readonly region: string | null;
  /** ARNs of the pipelines that it concerns. */
  readonly pipelines: readonly string[];
  readonly accepted: Accepted | null;
}

const ACTION_RULES = {
  broken: {
    id: 'action-broken',
    title: 'An action cannot run',
    why: 'A request that the action makes is denied, or something that it needs is not there.',
    remedy: 'The permission path names the policy and the account that must change.',
    severity: 'high',
    source: null,
  },
  unknown: {
    id: 'action-cannot-tell',
    title: 'Whether an action can run cannot be told',
    why: 'What would decide it was not read.',
    remedy: 'Let the read-only role read what the issue names, and scan again.',
    severity: 'low',
    source: null,
  },
  depends: {
    id: 'action-depends',
    title: 'Whether an action can run is decided at request time',
    why: 'A condition of a policy asks for a value that only the request has.',
    remedy: 'See that the request carries the value that the issue names.',
    severity: 'low',
    source: null,
  },
} as const satisfies Record<string, IssueRule>;

/** Every kind of issue that there is, in a fixed order. Never throws. */
export function issueRules(): readonly IssueRule[] {
  return [...Object.values(ACTION_RULES), ...RULES.map(ruleOf)];
}

/** The issues of the chosen pipelines: actions first, as they stand in their pipelines, then findings, gravest first. Never throws. */
export function issuesOf({ analysis, chosen, weighed }: Reported): readonly Issue[] {
  const actions = chosen.flatMap(({ arn, paths }) =>
    paths.flatMap((judged): readonly Issue[] => {
      if (judged.state === 'works') return [];
      const rule = ACTION_RULES[judged.state];
      const key = actionKey(judged);
      const trail = actionTrail(analysis, arn, key);
      const name = analysis.inventory.pipelines.get(arn)?.name ?? arn;
      return [
        {
          id: `${rule.id} ${arn}/${key}`,
          rule: rule.id,
          severity: rule.severity,
          title: `${name}, ${key}: ${trail === null ? rule.title : plain(trail.answer, 'ticked')}`,
          notes: trail === null ? [] : trail.notes.map((note) => plain(note, 'ticked')),
          isShown: judged.state === 'broken',
          subject: `${arn}/${key}`,
          account: judged.path.account,
          region: judged.path.region,
          pipelines: [arn],
          accepted: null,
        },
      ];
    }),
  );
  const findings = chosenFindings(analysis, chosen).map(
    (one): Issue => ({
      id: one.id,
      rule: one.rule,
      severity: one.severity,
      title: one.title,
      notes: [...one.notes, ...one.open],
      isShown: one.certainty === 'shown',
      subject: one.subject,
      account: one.account,
      region: regionOf(one.subject),
      pipelines: one.pipelines,
      accepted: weighed.byFinding.get(one.id) ?? null,
    }),
  );
  return [...actions, ...findings];
}

/** Whether somebody answers for it today. Never throws. */
export function isAnsweredFor({ accepted }: Issue): boolean {
  return accepted?.state === 'accepted';
}

function ruleOf({ id, title, why, remedy, severity, sources }: RuleMeta): IssueRule {
  return { id, title, why, remedy, severity, source: sources[0] ?? null };
}

function regionOf(arn: string): string | null {
  return /^arn:[^:]*:[^:]*:([^:]+):/.exec(arn)?.[1] ?? null;
}
