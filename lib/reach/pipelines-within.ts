// What a hat has to do with pipelines: those that it runs or takes part in, and those that it may start or rewrite.
import { groupBy } from '@/lib/base/group-by';
import { type HatJob, jobFor } from '@/lib/findings/hats';
import { mayHold } from '@/lib/findings/may-allow';
import type { Judged } from '@/lib/findings/rule';
import type { Pipeline, Role, User } from '@/lib/model/resource';
import type { Arn } from '@/lib/names/arn';
import { principalSide } from '@/lib/verdict/principal-side';
import { ask } from './ask';
import { changesPipeline } from './pipeline-steps';
import type { Said } from './step';

export type PipelineWord = HatJob | 'starts' | 'rewrites';

export interface PipelineTouch {
  readonly pipeline: Arn;
  readonly word: PipelineWord;
  readonly said: Said;
}

const BY_DEFINITION: Said = { verdict: 'allowed', halves: [], open: [] };

/** Pipelines whose paths wear the hat, and those of its account that it may start or rewrite. Asked once. Never throws. */
export function pipelinesWithin(judged: Judged, principal: Role | User): readonly PipelineTouch[] {
  return judged.shelf.onceOf('pipelines within', principal.arn, () => [
    ...[...(partsByRole(judged).get(principal.arn) ?? [])].flatMap(([pipeline, jobs]) =>
      [...jobs].sort().map((word) => ({ pipeline, word, said: BY_DEFINITION })),
    ),
    ...powersWithin(judged, principal),
  ]);
}

/** The jobs of each role in each pipeline. */
function partsByRole(judged: Judged): ReadonlyMap<Arn, ReadonlyMap<Arn, ReadonlySet<HatJob>>> {
  return judged.shelf.once('parts of hats', () => {
    const parts = new Map<Arn, Map<Arn, Set<HatJob>>>();
    for (const { arn, paths } of judged.pipelines)
      for (const { path } of paths)
        for (const { action, resource, principal } of path.hops.flatMap((hop) => hop.needs)) {
          if (action !== 'sts:AssumeRole' || resource.includes('*')) continue;
          const ofRole = parts.get(resource) ?? new Map<Arn, Set<HatJob>>();
          parts.set(resource, ofRole);
          const job = principal.kind === 'service' ? jobFor(principal.service) : 'action';
          ofRole.set(arn, (ofRole.get(arn) ?? new Set()).add(job));
        }
    return parts;
  });
}

function powersWithin(judged: Judged, principal: Role | User): readonly PipelineTouch[] {
  const { inventory, shelf } = judged;
  const { identity } = principalSide(inventory, shelf, principal);
  const mayStart = mayHold(identity, 'codepipeline:StartPipelineExecution');
  const mayChange = mayHold(identity, 'codepipeline:UpdatePipeline');
  if (!mayStart && !mayChange) return [];
  const all = shelf.once('pipelines by account', () =>
    groupBy(inventory.pipelines.values(), (one) => one.account),
  );
  return (all.get(principal.account) ?? []).flatMap((pipeline): readonly PipelineTouch[] => {
    const starts = mayStart ? startsPipeline(judged, principal, pipeline) : null;
    const rewrites = mayChange ? changesPipeline(judged, principal, pipeline) : null;
    return [
      ...(starts === null ? [] : [{ pipeline: pipeline.arn, word: 'starts' as const, said: starts }]),
      ...(rewrites === null ? [] : [{ pipeline: pipeline.arn, word: 'rewrites' as const, said: rewrites }]),
    ];
  });
}

function startsPipeline(judged: Judged, principal: Role | User, pipeline: Pipeline): Said | null {
  return ask(judged, principal, {
    action: 'codepipeline:StartPipelineExecution',
    resource: pipeline.arn,
    account: pipeline.account,
    region: pipeline.region,
  });
}
