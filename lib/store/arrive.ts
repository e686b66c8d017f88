// A snapshot that was made elsewhere is taken in part by part, and seen by nobody before it is whole.

import { randomBytes } from 'node:crypto';
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';
import type { Fact } from '@/lib/snapshot/fact';
import { scrub } from '@/lib/snapshot/scrub';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { isGone, THIS_PROCESS } from './claimant';
import type { Database } from './database';
import type { Guard } from './patience';
import { type SnapshotStream, streamOf } from './snapshot-stream';
import { deleteSnapshot, findSnapshot, insertSnapshot } from './snapshots';
import { SnapshotProblem } from './store-problem';
import { writeHeard } from './write-heard';

/** Facts of one transaction. */
const FACTS = 2000;

/** Takes it in, each part in a transaction of its own. What goes wrong takes away what came before; so does the next one who tries,
 *  where this process is killed. @throws SnapshotProblem where its id is taken, or its parts do */
export async function arrive(
  database: Database,
  guarded: Guard,
  snapshot: Snapshot | SnapshotStream,
  toolVersion: string,
): Promise<void> {
  const { head, parts } = streamOf(snapshot);
  const { id, takenAt, accounts, regions } = head;
  const token = randomBytes(8).toString('hex');
  const number = await guarded(async () => {
    await makeRoom(database, id, token);
    const header = { id, takenAt, accounts, regions, toolVersion, request: null, plan: mark(token) };
    return insertSnapshot(database.db, header, 'arriving');
  });
  try {
    for await (const { facts, gaps } of parts) {
      for (let start = 0; start < Math.max(facts.length, gaps.length); start += FACTS) {
        const some = {
          facts: facts.slice(start, start + FACTS).map(clean),
          gaps: gaps.slice(start, start + FACTS),
        };
        await guarded(() =>
          database.db.transaction().execute(async (transaction) => {
            await writeHeard(transaction, database.kind, number, some);
            await transaction
              .updateTable('snapshots')
              .set({ plan: JSON.stringify(mark(token)) })
              .where('number', '=', number)
              .execute();
          }),
        );
      }
    }
    await guarded(async () => {
      const values = { state: 'complete' as const, plan: null };
      await database.db.updateTable('snapshots').set(values).where('number', '=', number).execute();
    });
  } catch (error) {
    await guarded(() => deleteSnapshot(database, number)).catch(() => {});
    throw error;
  }
}

/** What another program wrote, or an older version of this one, may hold what a scan of today leaves out. */
function clean(fact: Fact): Fact {
  return { ...fact, data: scrub(fact.data) };
}

/** @throws SnapshotProblem where there is one of that id that is not what a dead process left behind */
async function makeRoom(database: Database, id: string, token: string): Promise<void> {
  const there = await findSnapshot(database.db, id);
  if (there === null) return;
  if (there.row.state === 'arriving') {
    // Our own is one whose commit got through although its answer did not.
    if (!isLeftBehind(there.plan) && markIn(there.plan).token !== token) {
      throw new SnapshotProblem(`snapshot \`${id}\` is being taken in by another process: wait for it`);
    }
    await deleteSnapshot(database, there.number);
    return;
  }
  throw new SnapshotProblem(
    `there is a snapshot \`${id}\` already: delete it first, or keep the one you have`,
  );
}

/** Throws away what dead processes began to take in. */
export async function sweepArrivals(database: Database): Promise<void> {
  const rows = await database.db
    .selectFrom('snapshots')
    .select(['number', 'plan'])
    .where('state', '=', 'arriving')
    .execute();
  for (const { number, plan } of rows)
    if (isLeftBehind(plan === null ? null : JSON.parse(plan))) await deleteSnapshot(database, number);
}

/** Who takes it in, and when that process was last heard of. */
function mark(token: string): Json {
  return { by: THIS_PROCESS, at: new Date().toISOString(), token };
}

function markIn(plan: Json): JsonObject {
  return isJsonObject(plan) ? plan : {};
}

function isLeftBehind(plan: Json): boolean {
  const { by, at } = markIn(plan);
  return typeof by !== 'string' || isGone(by, typeof at === 'string' ? at : null, Date.now());
}
