// Who made the artifacts that an action takes in.
import type { PipelineAction } from '@/lib/model/resource';
import type { ActionSetting } from '@/lib/providers/action-provider';

export interface Producer {
  readonly artifact: string;
  readonly action: PipelineAction;
}

/** The producer of each input, in the order of the inputs; an input that nobody makes has none. Never throws. */
export function producersOf({ pipeline, action }: ActionSetting): readonly Producer[] {
  return action.inputArtifacts.flatMap((artifact) => {
    const maker = pipeline.stages
      .flatMap((stage) => stage.actions)
      .find((one) => one.outputArtifacts.includes(artifact));
    return maker === undefined ? [] : [{ artifact, action: maker }];
  });
}
