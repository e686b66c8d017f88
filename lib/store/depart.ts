// A snapshot is read part by part, in the order of a scan, so that it can be sent out without ever being in memory as a whole.

import type { Kysely } from 'kysely';
import { sortedBy } from '@/lib/base/sort';
import type { Guard } from './patience';
import { readFacts, readGaps } from './read-facts';
import type { SnapshotPart } from './snapshot-stream';
import { SnapshotProblem } from './store-problem';
import type { Tables } from './tables';

/** Facts of one part, if one account alone does not have more of a kind. */
const FACTS = 2000;

/** Its parts: facts by kind and account, then the gaps. @throws SnapshotProblem where it is thrown away meanwhile */
export async function* depart(
  db: Kysely<Tables>,
  guarded: Guard,
  snapshot: number,
  id: string,
): AsyncGenerator<SnapshotPart> {
  const counts = await guarded(() => factCounts(db, snapshot));
  let start = 0;
  while (start < counts.length) {
    let [end, expected] = [start, 0];
    const kind = counts[start]?.kind ?? '';
    for (; end < counts.length && counts[end]?.kind === kind; end += 1) {
      const { count = 0 } = counts[end] ?? {};
      if (end > start && expected + count > FACTS) break;
      expected += count;
    }
    const accounts = counts.slice(start, end).map(({ account }) => account);
    const facts = await guarded(() => readFacts(db, snapshot, { kinds: [kind], accounts }));
    // What is sent is never less than what was there.
    if (facts.length !== expected)
      throw new SnapshotProblem(`snapshot \`${id}\` was deleted while it was read`);
    yield { facts, gaps: [] };
    start = end;
  }
  yield { facts: [], gaps: await guarded(() => readGaps(db, snapshot)) };
}

interface Count {
  readonly kind: string;
  readonly account: string;
  readonly count: number;
}

/** By kind and account, in the order of a scan. */
async function factCounts(db: Kysely<Tables>, snapshot: number): Promise<readonly Count[]> {
  const rows = await db
    .selectFrom('facts')
    .where('snapshot', '=', snapshot)
    .groupBy(['kind', 'account'])
    .select(({ fn }) => ['kind', 'account', fn.countAll<number>().as('count')])
    .execute();
  const counts = rows.map(({ kind, account, count }) => ({ kind, account, count: Number(count) }));
  return sortedBy(counts, ({ kind, account }) => `${kind}\u0000${account}`);
}
