// The verb of an edge: the same word in picture, panel, legend and screen reader.
import type { HopKind } from '@/lib/graph/hop';

interface Verb {
  /** `prod deploy … the key`. */
  readonly does: string;
  /** `… is broken`. */
  readonly noun: string;
}

const VERBS: Readonly<Record<HopKind, Verb>> = {
  'runs-as': { does: 'puts on', noun: 'Putting on' },
  assumes: { does: 'puts on', noun: 'Putting on' },
  reads: { does: 'reads', noun: 'Read' },
  writes: { does: 'writes', noun: 'Write' },
  decrypts: { does: 'decrypts', noun: 'Decrypt' },
  encrypts: { does: 'encrypts', noun: 'Encrypt' },
  replicates: { does: 'replicates', noun: 'Replication' },
  calls: { does: 'calls', noun: 'Call' },
  passes: { does: 'passes', noun: 'Passing' },
  triggers: { does: 'triggers', noun: 'Trigger' },
};

/** `puts on`, `reads`, `decrypts`. Never throws. */
export function verbOf(kind: HopKind): string {
  return VERBS[kind].does;
}

/** `Decrypt`, to say that it is broken. Never throws. */
export function nounOf(kind: HopKind): string {
  return VERBS[kind].noun;
}
