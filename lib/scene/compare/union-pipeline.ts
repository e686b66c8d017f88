// One pipeline as it was and as it is, laid into each other: what a drawing of both shows.
import type { Analysis } from '@/lib/analysis/analysis';
import { OverlaidMap } from '@/lib/compare/overlaid-map';
import type { Pipeline, PipelineStage } from '@/lib/model/resource';
import type { Arn } from '@/lib/names/arn';
import type { JudgedHop, JudgedPath, JudgedPipeline } from '@/lib/verdict/judgement';
import { planLinks } from '../plan/plan-links';

/** An analysis with one pipeline: all that is there after, and what was there before and is gone. Null where neither has it. Never
 *  throws. */
export function unionOf(before: Analysis, after: Analysis, arn: Arn): Analysis | null {
  const [was, is] = [judgedIn(before, arn), judgedIn(after, arn)];
  const [old, now] = [before.inventory.pipelines.get(arn), after.inventory.pipelines.get(arn)];
  if (is === undefined || now === undefined) {
    return was === undefined || old === undefined ? null : { ...before, pipelines: [was] };
  }
  if (was === undefined || old === undefined) return { ...after, pipelines: [is] };
  const stages = unionStages(old.stages, now.stages);
  const pipeline: Pipeline = { ...now, stages };
  const accounts = new Map([...before.inventory.accounts, ...after.inventory.accounts]);
  const pipelines = new OverlaidMap(after.inventory.pipelines, new Map([[arn, pipeline]]));
  return {
    ...after,
    inventory: { ...after.inventory, accounts, pipelines },
    pipelines: [unionJudged(was, is, stages)],
  };
}

/** The pipeline of an analysis. Never throws. */
export function judgedIn({ pipelines }: Analysis, arn: Arn): JudgedPipeline | undefined {
  return pipelines.find((one) => one.arn === arn);
}

/** Each stage that is gone stands behind the one that it followed. */
function unionStages(
  before: readonly PipelineStage[],
  after: readonly PipelineStage[],
): readonly PipelineStage[] {
  const union = [...after];
  before.forEach((stage, index) => {
    if (union.some(({ name }) => name === stage.name)) return;
    const previous = before[index - 1]?.name;
    union.splice(union.findIndex(({ name }) => name === previous) + 1, 0, stage);
  });
  return union;
}

function unionJudged(
  was: JudgedPipeline,
  is: JudgedPipeline,
  stages: readonly PipelineStage[],
): JudgedPipeline {
  const column = new Map(stages.map(({ name }, index) => [name, index]));
  const placed = (one: JudgedPath): JudgedPath => ({
    ...one,
    path: { ...one.path, stageIndex: column.get(one.path.stage) ?? one.path.stageIndex },
  });
  const keyOf = ({ path }: JudgedPath) => `${path.stage}/${path.action}`;
  const now = new Set(is.paths.map(keyOf));
  const old = new Map(was.paths.map((one) => [keyOf(one), one]));
  const lost = lostHops(was, is);
  const nodes = new Set(is.nodes.map(({ id }) => id));
  return {
    ...is,
    nodes: [...is.nodes, ...was.nodes.filter(({ id }) => !nodes.has(id))],
    paths: [
      ...is.paths.map((one) => {
        const gone = (old.get(keyOf(one))?.hops ?? []).filter((hop) => lost.has(hop));
        return placed(gone.length === 0 ? one : { ...one, hops: [...one.hops, ...gone] });
      }),
      ...was.paths.filter((one) => !now.has(keyOf(one))).map(placed),
    ],
  };
}

/** The hops whose edge is not there any more: a hop on an edge that others still use is no part of the picture of both. */
function lostHops(was: JudgedPipeline, is: JudgedPipeline): ReadonlySet<JudgedHop> {
  const now = new Set(planLinks(is).map(({ id }) => id));
  const gone = planLinks(was).filter(({ id }) => !now.has(id));
  return new Set(gone.flatMap(({ hops }) => hops.map(({ judged }) => judged)));
}
