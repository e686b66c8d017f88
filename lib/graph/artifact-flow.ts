// Who made the artifacts that an action takes in.
import type { Pipeline, PipelineAction } from '@/lib/model/resource';
import type { ActionSetting } from '@/lib/providers/action-provider';

export interface Producer {
  readonly artifact: string;
  readonly action: PipelineAction;
}

/** The producer of each input, in the order of the inputs; an input that nobody makes has none. Never throws. */
export function producersOf({ pipeline, action }: ActionSetting): readonly Producer[] {
  const makers = makersIn(pipeline);
  return action.inputArtifacts.flatMap((artifact) => {
    const maker = makers.get(artifact);
    return maker === undefined ? [] : [{ artifact, action: maker }];
  });
}

const MAKERS = new WeakMap<Pipeline, ReadonlyMap<string, PipelineAction>>();

/** The first action that makes each artifact; put together once for each pipeline. */
function makersIn(pipeline: Pipeline): ReadonlyMap<string, PipelineAction> {
  const kept = MAKERS.get(pipeline);
  if (kept !== undefined) return kept;
  const makers = new Map<string, PipelineAction>();
  for (const { actions } of pipeline.stages)
    for (const action of actions)
      for (const artifact of action.outputArtifacts) if (!makers.has(artifact)) makers.set(artifact, action);
  MAKERS.set(pipeline, makers);
  return makers;
}
