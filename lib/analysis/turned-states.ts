// Which actions change state between two judgements of one pipeline.
import type { Arn } from '@/lib/names/arn';
import type { State } from '@/lib/verdict/judgement';
import { badness } from '@/lib/verdict/state';
import type { Analysis } from './analysis';

export interface TurnedState {
  /** `stage/action`. */
  readonly key: string;
  readonly before: State;
  readonly after: State;
  readonly isBetter: boolean;
}

/** The actions that turn, in stage order; none where one of the two does not have the pipeline. Never throws. */
export function turnedStates(before: Analysis, after: Analysis, pipeline: Arn): readonly TurnedState[] {
  const then = statesOf(after, pipeline);
  return [...statesOf(before, pipeline)].flatMap(([key, state]) => {
    const now = then.get(key);
    if (now === undefined || now === state) return [];
    return { key, before: state, after: now, isBetter: badness(now) < badness(state) };
  });
}

function statesOf({ pipelines }: Analysis, arn: Arn): ReadonlyMap<string, State> {
  const paths = pipelines.find((one) => one.arn === arn)?.paths ?? [];
  return new Map(paths.map(({ path, state }) => [`${path.stage}/${path.action}`, state]));
}
