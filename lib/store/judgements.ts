// What was made of a snapshot, kept beside it: a cache in pieces, so that a page reads the few that it needs.
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { Kysely } from 'kysely';
import type { Database } from './database';
import type { Tables } from './tables';

/** One piece, as text. */
export interface Piece {
  readonly kind: string;
  readonly name: string;
  readonly body: string;
}

/** Rows of one transaction: others get their turn. */
const ROWS = 200;
/** Shorter bodies are kept as they are. */
const SHORT = 300;
/** Of the last row: without it the pieces are not all there. */
const COMPLETE = { kind: '', name: '', body: '' };

/** Keeps the pieces under the key and throws away what was kept under another; a snapshot that is gone keeps nothing. */
export async function keepPieces(
  { db }: Database,
  snapshot: number,
  key: string,
  pieces: Iterable<Piece>,
): Promise<void> {
  await db.deleteFrom('judgements').where('snapshot', '=', snapshot).execute();
  let waiting: Piece[] = [];
  for (const piece of pieces) {
    waiting.push(piece);
    if (waiting.length < ROWS) continue;
    if (!(await write(db, snapshot, key, waiting))) return;
    waiting = [];
  }
  await write(db, snapshot, key, [...waiting, COMPLETE]);
}

/** @returns whether the snapshot is still there */
async function write(
  db: Kysely<Tables>,
  snapshot: number,
  key: string,
  pieces: readonly Piece[],
): Promise<boolean> {
  const rows = await Promise.all(
    pieces.map(async ({ kind, name, body }) => ({ snapshot, key, kind, name, body: await packed(body) })),
  );
  return db.transaction().execute(async (transaction) => {
    const there = await transaction
      .selectFrom('snapshots')
      .select('number')
      .where('number', '=', snapshot)
      .executeTakeFirst();
    if (there === undefined) return false;
    await transaction
      .insertInto('judgements')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['snapshot', 'key', 'kind', 'name'])
          .doUpdateSet(({ ref }) => ({ body: ref('excluded.body') })),
      )
      .execute();
    return true;
  });
}

/** Whether everything that was made with this key is there. */
export async function arePiecesKept(db: Kysely<Tables>, snapshot: number, key: string): Promise<boolean> {
  const row = await db
    .selectFrom('judgements')
    .select('snapshot')
    .where('snapshot', '=', snapshot)
    .where('key', '=', key)
    .where('kind', '=', COMPLETE.kind)
    .where('name', '=', COMPLETE.name)
    .executeTakeFirst();
  return row !== undefined;
}

/** The bodies of the pieces of that kind and those names, by name; what is not kept is not among them. */
export async function readPieces(
  db: Kysely<Tables>,
  snapshot: number,
  key: string,
  kind: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (let start = 0; start < names.length; start += ROWS) {
    const rows = await db
      .selectFrom('judgements')
      .select(['name', 'body'])
      .where('snapshot', '=', snapshot)
      .where('key', '=', key)
      .where('kind', '=', kind)
      .where('name', 'in', names.slice(start, start + ROWS))
      .execute();
    for (const { name, body } of rows) found.set(name, await unpacked(body));
  }
  return found;
}

const PACKED = 'deflate:';

async function packed(body: string): Promise<string> {
  if (body.length <= SHORT && !body.startsWith(PACKED)) return body;
  return `${PACKED}${(await promisify(deflateRaw)(body)).toString('base64')}`;
}

async function unpacked(body: string): Promise<string> {
  if (!body.startsWith(PACKED)) return body;
  return (await promisify(inflateRaw)(Buffer.from(body.slice(PACKED.length), 'base64'))).toString('utf8');
}
