// What breaks first: permission paths that do not work, grouped by what stands behind them.
import type { Analysis } from '@/lib/analysis/analysis';
import { groupBy } from '@/lib/base/group-by';
import type { JudgedPath, JudgedPipeline, State } from '@/lib/verdict/judgement';
import { actionKey } from './action-trail';
import { answerOf } from './answer';
import { accountName } from './naming';
import { pipelineId } from './pipeline-rows';
import type { Words } from './trail';
import { plain } from './words';

/** Where to look: a pipeline and one of its actions. */
export interface ActionPlace {
  /** `account.region.name`. */
  readonly pipeline: string;
  readonly name: string;
  /** `stage/action`. */
  readonly action: string;
}

export interface Cause {
  readonly state: Exclude<State, 'works'>;
  readonly answer: Words;
  /** `tools → prod, us-east-2`. */
  readonly where: string;
  /** One for each pipeline that it stops: its first such action. */
  readonly places: readonly [ActionPlace, ...ActionPlace[]];
  /** How many actions it stops, in all of them. */
  readonly actions: number;
  /** The policies in which the change belongs, `the key policy of artifacts-use2 in tools`; empty where no change is known. */
  readonly policies: readonly string[];
  /** What ties the others to the first: `The same fix repairs `; empty where it stops one pipeline only. */
  readonly tie: string;
}

interface Stopped {
  readonly judged: JudgedPipeline;
  readonly path: JudgedPath;
  readonly state: Exclude<State, 'works'>;
  readonly answer: Words;
  /** What stands behind it. */
  readonly key: string;
  readonly policies: readonly string[];
  /** The exact change that repairs it; null where none is known. */
  readonly fix: string | null;
}

const ORDER = ['broken', 'unknown', 'depends'] as const;

/** Every cause, broken first, then by how many pipelines it stops. Never throws. */
export function causesOf(analysis: Analysis): readonly Cause[] {
  const stopped = analysis.pipelines.flatMap((judged) => stoppedIn(analysis, judged));
  const causes = [...groupBy(stopped, (one) => one.key).values()].flatMap(
    (group) => causeOf(analysis, group) ?? [],
  );
  return causes
    .map((cause, place) => ({ cause, place }))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.cause.state) - ORDER.indexOf(b.cause.state) ||
        b.cause.places.length - a.cause.places.length ||
        a.place - b.place,
    )
    .map(({ cause }) => cause);
}

function stoppedIn(analysis: Analysis, judged: JudgedPipeline): readonly Stopped[] {
  const pipeline = analysis.inventory.pipelines.get(judged.arn);
  if (pipeline === undefined) return [];
  return judged.paths.flatMap((path): readonly Stopped[] => {
    const { state } = path;
    if (state === 'works') return [];
    const answer = answerOf(analysis.inventory, pipeline, judged, path);
    const fixes = state === 'broken' && path.worst !== null ? analysis.fixesFor([path.worst]) : [];
    const where = fixes.map((one) => `${one.account} ${one.where}`).sort();
    return [
      {
        judged,
        path,
        state,
        answer,
        key: `${state} ${where.length > 0 ? where.join('; ') : (gapKey(path) ?? plain(answer))}`,
        policies: [
          ...new Set(fixes.map((one) => `${one.where} in ${accountName(analysis.inventory, one.account)}`)),
        ].sort(),
        fix: fixes.length === 0 ? null : JSON.stringify(fixes),
      },
    ];
  });
}

/** The refused calls behind what cannot be told, by name and account. */
function gapKey({ worst, state }: JudgedPath): string | null {
  if (state !== 'unknown' || worst === null) return null;
  return worst.gaps.length === 0
    ? null
    : [...new Set(worst.gaps.map((gap) => `${gap.source} ${gap.account} ${gap.region}`))].sort().join('; ');
}

function causeOf({ inventory }: Analysis, group: readonly Stopped[]): Cause | null {
  const [first] = group;
  if (first === undefined) return null;
  const byPipeline = groupBy(group, (one) => one.judged.arn);
  const [place, ...others] = [...byPipeline].flatMap(([arn, own]): readonly ActionPlace[] => {
    const one = own[0];
    return one === undefined
      ? []
      : [
          {
            pipeline: pipelineId(arn),
            name: inventory.pipelines.get(arn)?.name ?? arn,
            action: actionKey(one.path),
          },
        ];
  });
  if (place === undefined) return null;
  const home = inventory.pipelines.get(first.judged.arn)?.account ?? null;
  const there = first.path.path.account;
  const accounts =
    there === home
      ? accountName(inventory, home)
      : `${accountName(inventory, home)} → ${accountName(inventory, there)}`;
  return {
    state: first.state,
    answer: first.answer,
    where: `${accounts}, ${first.path.path.region}`,
    places: [place, ...others],
    actions: group.length,
    policies: first.policies,
    tie: others.length === 0 ? '' : tieOf(first, group),
  };
}

function tieOf(first: Stopped, group: readonly Stopped[]): string {
  if (first.state === 'unknown') return 'The same is missing for ';
  if (first.state === 'depends') return 'The same decides for ';
  if (first.fix === null) return 'The same stops ';
  return group.every((one) => one.fix === first.fix)
    ? 'The same fix repairs '
    : 'The same policy stands in the way of ';
}

/** How many pipelines are broken, and by how many causes: "2 pipelines, 2 causes". Never throws. */
export function causesSummary(causes: readonly Cause[]): string {
  const shown = causes.filter((cause) => cause.state !== 'depends');
  const pipelines = new Set(shown.flatMap((cause) => cause.places.map((one) => one.pipeline))).size;
  return pipelines === 0 ? '' : `${counted(pipelines, 'pipeline')}, ${counted(shown.length, 'cause')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
