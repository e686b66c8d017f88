// The verb of an edge: the same word in picture, panel, legend and screen reader.
import type { GraphNode, HopKind } from '@/lib/graph/hop';
import { targetWords } from './target-words';

interface Verb {
  /** `prod deploy … the key`. */
  readonly does: string;
  /** `… is broken`. */
  readonly noun: string;
  /** `cannot …`. */
  readonly infinitive: string;
}

const VERBS: Readonly<Record<HopKind, Verb>> = {
  'runs-as': { does: 'puts on', noun: 'Putting on', infinitive: 'put on' },
  assumes: { does: 'puts on', noun: 'Putting on', infinitive: 'put on' },
  reads: { does: 'reads', noun: 'Read', infinitive: 'read' },
  writes: { does: 'writes', noun: 'Write', infinitive: 'write to' },
  decrypts: { does: 'decrypts', noun: 'Decrypt', infinitive: 'decrypt with' },
  encrypts: { does: 'encrypts', noun: 'Encrypt', infinitive: 'encrypt with' },
  replicates: { does: 'replicates', noun: 'Replication', infinitive: 'replicate to' },
  calls: { does: 'calls', noun: 'Call', infinitive: 'start' },
  passes: { does: 'passes', noun: 'Passing', infinitive: 'pass' },
  triggers: { does: 'triggers', noun: 'Trigger', infinitive: 'start' },
};

/** `puts on`, `reads`, `decrypts`. Never throws. */
export function verbOf(kind: HopKind): string {
  return VERBS[kind].does;
}

/** `Decrypt`, to say that it is broken. Never throws. */
export function nounOf(kind: HopKind): string {
  return VERBS[kind].noun;
}

/** `decrypt with`, `start the build`, to say that it cannot be done. Never throws. */
export function infinitiveOf(kind: HopKind, to: GraphNode | undefined): string {
  return kind === 'calls' ? targetWords(to?.kind).infinitive : VERBS[kind].infinitive;
}
