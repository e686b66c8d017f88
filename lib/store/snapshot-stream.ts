// A snapshot in parts, so that none is ever in memory as a whole: what is taken in, sent out and written to a file.
import type { Fact } from '@/lib/snapshot/fact';
import type { Gap } from '@/lib/snapshot/gap';
import type { Snapshot } from '@/lib/snapshot/snapshot';

export type SnapshotHead = Omit<Snapshot, 'facts' | 'gaps'>;

export interface SnapshotPart {
  readonly facts: readonly Fact[];
  readonly gaps: readonly Gap[];
}

export interface SnapshotStream {
  readonly head: SnapshotHead;
  /** To be walked over once. Where it throws, nothing that came before is to be believed. */
  readonly parts: AsyncIterable<SnapshotPart>;
}

/** One that may be in memory already, in parts. Never throws. */
export function streamOf(snapshot: Snapshot | SnapshotStream): SnapshotStream {
  if ('parts' in snapshot) return snapshot;
  const { facts, gaps, ...head } = snapshot;
  async function* once() {
    yield { facts, gaps };
  }
  return { head, parts: once() };
}

/** The whole of it. @throws what its parts throw */
export async function wholeOf({ head, parts }: SnapshotStream): Promise<Snapshot> {
  const facts: Fact[] = [];
  const gaps: Gap[] = [];
  for await (const part of parts) {
    for (const fact of part.facts) facts.push(fact);
    for (const gap of part.gaps) gaps.push(gap);
  }
  return { ...head, facts, gaps };
}
