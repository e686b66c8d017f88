// Two analyses in, their differences out.
import type { Analysis } from '@/lib/analysis/analysis';
import { groupBy } from '@/lib/base/group-by';
import { sortedBy } from '@/lib/base/sort';
import type { Arn } from '@/lib/names/arn';
import type { JudgedPath, JudgedPipeline } from '@/lib/verdict/judgement';
import type { Applicable } from './apply-changes';
import { changedGuardrails } from './changed-guardrails';
import { changedThings } from './changed-things';
import { changedFindings } from './compare-findings';
import { type ActionDifference, changedActions, standing, unreadOf } from './compare-paths';
import type {
  ActionChange,
  Cause,
  Change,
  ChangeKind,
  Comparison,
  FindingChange,
  PipelineChange,
} from './comparison';
import { type CauseFinder, causeFinder } from './find-cause';

const NOBODY: ReadonlySet<string> = new Set();

/** What is known of all pipelines while each is compared. */
interface Known {
  /** Changes of the pipeline itself, by its ARN. */
  readonly ofPipeline: ReadonlyMap<Arn, readonly Change[]>;
  /** Ids of findings that differ and mark, by pipeline. */
  readonly marking: ReadonlyMap<Arn, readonly string[]>;
  readonly findCause: CauseFinder;
}

/** What differs between two snapshots, both judged with the same settings: pipelines with what turned each action, findings, documents
 *  and things. Only pipelines of the name or ARN `only` where it is given; documents are told whole. Cost grows with the size of the
 *  snapshots and with the pipelines that differ. Never throws. */
export function compare(before: Analysis, after: Analysis, only: string | null = null): Comparison {
  const guardrails = changedGuardrails(before.inventory, after.inventory);
  const things = changedThings(before, after);
  const applicable: readonly Applicable[] = sortedBy(
    [...guardrails, ...things.map((change) => ({ change, accounts: NOBODY }))],
    ({ change }) => change.id,
  );
  const changes = applicable.map(({ change }) => change);
  const findings = changedFindings(before, after, changes);
  const known: Known = {
    ofPipeline: groupBy(
      changes.filter(({ thing }) => thing === 'pipeline'),
      ({ subject }) => subject,
    ),
    marking: markingByPipeline(findings),
    findCause: causeFinder(before, after, applicable),
  };
  const old = byArn(before);
  const now = byArn(after);
  const isChosen = (arn: Arn) =>
    only === null ||
    arn === only ||
    [before, after].some(({ inventory }) => inventory.pipelines.get(arn)?.name === only);
  const pipelines = [...new Set([...old.keys(), ...now.keys()])]
    .filter(isChosen)
    .sort()
    .flatMap((arn): readonly PipelineChange[] => {
      const actions = changedActions(old.get(arn), now.get(arn));
      const kind = pipelineKind(known, arn, old.get(arn), now.get(arn), actions);
      const pipeline = after.inventory.pipelines.get(arn) ?? before.inventory.pipelines.get(arn);
      if (kind === null || pipeline === undefined) return [];
      const { name, account, region } = pipeline;
      return [
        {
          arn,
          name,
          account,
          region,
          kind,
          before: standing(old.get(arn)),
          after: standing(now.get(arn)),
          actions: withCauses(actions, old.get(arn), now.get(arn), known),
        },
      ];
    });
  const shown = new Set(pipelines.map(({ arn }) => arn));
  return {
    before: before.snapshot,
    after: after.snapshot,
    pipelines,
    findings:
      only === null
        ? findings
        : findings.filter(({ finding }) => finding.pipelines.some((arn) => shown.has(arn) || isChosen(arn))),
    changes,
  };
}

/** Whether nothing differs. Never throws. */
export function isSame({ pipelines, findings, changes }: Comparison): boolean {
  return pipelines.length === 0 && findings.length === 0 && changes.length === 0;
}

function byArn({ pipelines }: Analysis): ReadonlyMap<Arn, JudgedPipeline> {
  return new Map(pipelines.map((one) => [one.arn, one]));
}

function markingByPipeline(findings: readonly FindingChange[]): Known['marking'] {
  const marking = new Map<Arn, string[]>();
  for (const { finding } of findings)
    for (const arn of finding.marks ? finding.pipelines : []) {
      const own = marking.get(arn) ?? [];
      marking.set(arn, own);
      own.push(finding.id);
    }
  return marking;
}

function pipelineKind(
  { ofPipeline }: Known,
  arn: Arn,
  was: JudgedPipeline | undefined,
  is: JudgedPipeline | undefined,
  actions: readonly ActionDifference[],
): ChangeKind | null {
  if (was === undefined || is === undefined)
    return ofPipeline.get(arn)?.find(({ aspect }) => aspect === 'whole')?.kind ?? null;
  const kinds = new Set(actions.map(({ kind }) => kind));
  const [first] = kinds;
  if (first === undefined) return null;
  return kinds.size === 1 && (first === 'no-longer-known' || first === 'now-known') ? first : 'changed';
}

function withCauses(
  actions: readonly ActionDifference[],
  was: JudgedPipeline | undefined,
  is: JudgedPipeline | undefined,
  { ofPipeline, marking, findCause }: Known,
): readonly ActionChange[] {
  const arn = (is ?? was)?.arn ?? '';
  const causes = was === undefined || is === undefined ? null : findCause(was, is, actions);
  const own = (ofPipeline.get(arn) ?? []).map(({ id }) => id);
  const pathOf = (judged: JudgedPipeline | undefined, key: string): JudgedPath | undefined =>
    judged?.paths.find(({ path }) => `${path.stage}/${path.action}` === key);
  return actions.map((action): ActionChange => {
    const isOneSided = action.before === null || action.after === null;
    const found = causes?.get(action.key) ?? null;
    const byDefinition = isOneSided && own.length > 0;
    const marks = action.before?.overBroad === action.after?.overBroad ? [] : (marking.get(arn) ?? []);
    const blind = action.kind === 'no-longer-known' ? is : action.kind === 'now-known' ? was : undefined;
    const path = pathOf(blind, action.key);
    const cause: Cause = {
      shown: byDefinition ? 'alone' : (found?.shown ?? 'none'),
      changes: byDefinition ? own : (found?.changes ?? []),
      findings: marks,
      unread: path === undefined ? [] : unreadOf(path),
    };
    return { ...action, cause };
  });
}
