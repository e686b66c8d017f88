// Two snapshots compared, in words: what command line, page and report print.
import type { Analysis } from '@/lib/analysis/analysis';
import { groupBy } from '@/lib/base/group-by';
import { compare, isSame } from '@/lib/compare/compare';
import type { Cause, Change, ChangeKind, Comparison, DiffLine, Standing } from '@/lib/compare/comparison';
import { documentDiff } from '@/lib/compare/line-diff';
import { badness } from '@/lib/verdict/state';
import { actionKey } from './action-trail';
import { answerOf } from './answer';
import { causeSentence } from './cause-of-change';
import { accountName } from './naming';
import { pipelineId } from './pipeline-rows';
import { plain } from './words';

/** Whether it got worse or better; `same` state, as where only the over-broad mark changed; null where it is on one side only. */
export type Direction = 'worse' | 'better' | 'same' | null;

export interface ActionLineOfChange {
  /** `stage/action`. */
  readonly key: string;
  readonly kind: ChangeKind;
  readonly direction: Direction;
  readonly before: Standing | null;
  readonly after: Standing | null;
  /** What is said of it today; of one that is gone, what was said. */
  readonly answer: string;
  /** What turned it, a sentence. */
  readonly because: string;
  readonly cause: Cause;
  /** Reads that are missing on the side that cannot tell. */
  readonly unread: readonly string[];
}

export interface PipelineLineOfChange {
  readonly arn: string;
  /** `account.region.name`. */
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly kind: ChangeKind;
  readonly direction: Direction;
  readonly before: Standing | null;
  readonly after: Standing | null;
  readonly actions: readonly ActionLineOfChange[];
}

export interface ChangeLine {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly thing: Change['thing'];
  readonly title: string;
  /** By name; empty for what belongs to the organisation. */
  readonly account: string;
  readonly subject: string;
  readonly lines: readonly DiffLine[];
  /** Names of the pipelines of which it turned an action. */
  readonly pipelines: readonly string[];
  /** How many actions it turned, or helped to turn. */
  readonly actions: number;
}

export interface FindingLineOfChange {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly rule: string;
  readonly severity: string;
  readonly certainty: string;
  readonly title: string;
  readonly account: string;
  readonly subject: string;
}

export interface ComparisonView {
  readonly before: Analysis['snapshot'];
  readonly after: Analysis['snapshot'];
  readonly isSame: boolean;
  /** False: nothing changed but what could be read. */
  readonly differs: boolean;
  /** Worst turn first, then by name. */
  readonly pipelines: readonly PipelineLineOfChange[];
  /** Those that turned something first, by how much. */
  readonly changes: readonly ChangeLine[];
  readonly findings: readonly FindingLineOfChange[];
  /** Calls that were not answered, on each side. */
  readonly gaps: { readonly before: number; readonly after: number };
}

/** The comparison of two analyses that were made with the same settings; of one pipeline, by name or ARN, where it is named. Never
 *  throws. */
export function comparisonView(
  before: Analysis,
  after: Analysis,
  only: string | null = null,
): { readonly view: ComparisonView; readonly comparison: Comparison } {
  const comparison = compare(before, after, only);
  const turned = turnedBy(comparison);
  const named = {
    changes: new Map(comparison.changes.map((one) => [one.id, one])),
    findings: new Map(comparison.findings.map((one) => [one.finding.id, one])),
    inventory: after.inventory,
  };
  const pipelines = comparison.pipelines.map((pipeline): PipelineLineOfChange => {
    const sides = [sideOf(before, pipeline.arn), sideOf(after, pipeline.arn)] as const;
    return {
      arn: pipeline.arn,
      id: pipelineId(pipeline.arn),
      name: pipeline.name,
      account: accountName(after.inventory, pipeline.account),
      region: pipeline.region,
      kind: pipeline.kind,
      direction: pipelineDirection(pipeline),
      before: pipeline.before,
      after: pipeline.after,
      actions: pipeline.actions.map((action) => ({
        key: action.key,
        kind: action.kind,
        direction: directionOf(action),
        before: action.before,
        after: action.after,
        answer: sides[1](action.key) ?? sides[0](action.key) ?? '',
        because: causeSentence(named, action),
        cause: action.cause,
        unread: action.cause.unread,
      })),
    };
  });
  const names = (one: Change) => {
    const account = accountName(after.inventory, one.account);
    return one.account === null ? '' : account;
  };
  const relevant = only === null ? comparison.changes : comparison.changes.filter(({ id }) => turned.has(id));
  const kinds = [...comparison.pipelines, ...comparison.findings, ...relevant].map(({ kind }) => kind);
  const view: ComparisonView = {
    before: comparison.before,
    after: comparison.after,
    isSame: only === null ? isSame(comparison) : kinds.length === 0,
    differs: !kinds.every(isOfReading),
    pipelines: pipelines
      .map((one, at) => ({ one, at, rank: rankOf(one) }))
      .sort((a, b) => a.rank - b.rank || a.at - b.at)
      .map(({ one }) => one),
    changes: relevant
      .map((one): ChangeLine => {
        const by = turned.get(one.id);
        return {
          id: one.id,
          kind: one.kind,
          thing: one.thing,
          title: one.title,
          account: names(one),
          subject: one.subject,
          // What was not read is not taken out.
          lines: isOfReading(one.kind) ? [] : documentDiff(one.before, one.after),
          pipelines: [...(by?.pipelines ?? [])].sort(),
          actions: by?.actions ?? 0,
        };
      })
      .map((one, at) => ({ one, at }))
      .sort((a, b) => b.one.actions - a.one.actions || a.at - b.at)
      .map(({ one }) => one),
    findings: comparison.findings.map(({ kind, finding }) => ({
      id: finding.id,
      kind,
      rule: finding.rule,
      severity: finding.severity,
      certainty: finding.certainty,
      title: finding.title,
      account: accountName(after.inventory, finding.account),
      subject: finding.subject,
    })),
    gaps: { before: before.inventory.gaps.length, after: after.inventory.gaps.length },
  };
  return { view, comparison };
}

function isOfReading(kind: ChangeKind): boolean {
  return kind === 'no-longer-known' || kind === 'now-known';
}

/** That of the whole; where that stands as it stood, that of its actions, worse before better. */
function pipelineDirection(pipeline: Comparison['pipelines'][number]): Direction {
  const whole = directionOf(pipeline);
  if (whole !== 'same') return whole;
  const directions = pipeline.actions.map(directionOf);
  return (['worse', 'better'] as const).find((one) => directions.includes(one)) ?? 'same';
}

/** Worse before better before the rest. */
function rankOf({ direction, actions, kind }: PipelineLineOfChange): number {
  if (direction === 'worse') return actions.some(({ after }) => after?.state === 'broken') ? 0 : 1;
  if (kind === 'changed') return direction === 'better' ? 3 : 2;
  return kind === 'added' || kind === 'removed' ? 4 : 5;
}

function directionOf({
  before,
  after,
}: {
  readonly before: Standing | null;
  readonly after: Standing | null;
}): Direction {
  if (before === null || after === null) return null;
  const step = badness(after.state) - badness(before.state);
  if (step !== 0) return step > 0 ? 'worse' : 'better';
  if (before.overBroad === after.overBroad) return 'same';
  return after.overBroad ? 'worse' : 'better';
}

interface Turned {
  readonly pipelines: Set<string>;
  actions: number;
}

function turnedBy({ pipelines }: Comparison): ReadonlyMap<string, Turned> {
  const turned = new Map<string, Turned>();
  for (const { name, actions } of pipelines)
    for (const { cause } of actions)
      for (const id of cause.changes) {
        const one = turned.get(id) ?? { pipelines: new Set<string>(), actions: 0 };
        one.pipelines.add(name);
        one.actions += 1;
        turned.set(id, one);
      }
  return turned;
}

/** What is said of an action in one snapshot; null where it has none of that name. */
function sideOf(analysis: Analysis, arn: string): (key: string) => string | null {
  const pipeline = analysis.inventory.pipelines.get(arn);
  const judged = analysis.pipelines.find((one) => one.arn === arn);
  if (pipeline === undefined || judged === undefined) return () => null;
  const paths = groupBy(judged.paths, actionKey);
  return (key) => {
    const [path] = paths.get(key) ?? [];
    return path === undefined ? null : plain(answerOf(analysis.inventory, pipeline, judged, path));
  };
}
