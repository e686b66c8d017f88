// How many actions are in which state, in words.
import { STATES } from '@/components/verdict/states';
import { countVerb } from '@/lib/scene/count-words';
import type { State } from '@/lib/verdict/judgement';

/** `1 broken`, `5 work`: one entry for each state that occurs, worst first. Never throws. */
export function stateCounts(
  actions: readonly { readonly state: State }[],
): { state: State; words: string }[] {
  return STATES.flatMap((state) => {
    const count = actions.filter((action) => action.state === state).length;
    return count === 0 ? [] : [{ state, words: `${count} ${countVerb(state, count)}` }];
  });
}
