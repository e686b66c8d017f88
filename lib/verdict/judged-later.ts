// A need that changes no state, judged when somebody looks: half of all needs are of this kind, and few are ever looked at.
import type { Need } from '@/lib/graph/hop';
import type { JudgedNeed } from './judgement';

/** Whether the verdict on the need counts for the state of its hop: it is essential, or one of several of which one must be allowed.
 *  Never throws. */
export function countsForState({ essential, oneOf }: Need): boolean {
  return essential || oneOf !== undefined;
}

/** The need with its answer, asked for once and not before. Its fields are read off the class: a copy by `...` has none of them. */
export class JudgedLater implements JudgedNeed {
  readonly need: Need;
  readonly #judge: (need: Need) => JudgedNeed;
  #answer: JudgedNeed | null = null;

  constructor(need: Need, judge: (need: Need) => JudgedNeed) {
    this.need = need;
    this.#judge = judge;
  }

  #judged(): JudgedNeed {
    this.#answer ??= this.#judge(this.need);
    return this.#answer;
  }

  get verdict(): JudgedNeed['verdict'] {
    return this.#judged().verdict;
  }

  get decision(): JudgedNeed['decision'] {
    return this.#judged().decision;
  }

  get explain(): JudgedNeed['explain'] {
    return this.#judged().explain;
  }

  get sources(): JudgedNeed['sources'] {
    return this.#judged().sources;
  }

  get gaps(): JudgedNeed['gaps'] {
    return this.#judged().gaps;
  }

  get notScanned(): JudgedNeed['notScanned'] {
    return this.#judged().notScanned;
  }
}
