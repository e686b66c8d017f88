// Writes facts and gaps of one snapshot: each document once for all snapshots, each fact and gap once in its own.
import { sql, type Transaction } from 'kysely';
import type { Fact } from '@/lib/snapshot/fact';
import type { Gap } from '@/lib/snapshot/gap';
import { factKey, hashOf } from './fact-key';
import type { Place } from './place';
import type { Tables } from './tables';

export interface Heard {
  readonly facts: readonly Fact[];
  readonly gaps: readonly Gap[];
  /** What a fact mentions, where that is to be found by it while the scan runs. */
  readonly mentionsIn?: (fact: Fact) => readonly string[];
}

/** Rows of one statement: few enough for the parameters that SQLite takes, many enough to be quick. */
const ROWS = 400;

/** Who frees documents waits for who writes them, and the other way round; any number, the same in every process. */
const DOCUMENTS_LOCK = 4_714_204;

/** Adds them; what is there already is overwritten with what was said last. */
export async function writeHeard(
  transaction: Transaction<Tables>,
  kind: Place['kind'],
  snapshot: number,
  { facts, gaps, mentionsIn }: Heard,
): Promise<void> {
  if (kind === 'postgres') {
    await sql`select pg_advisory_xact_lock_shared(${DOCUMENTS_LOCK})`.execute(transaction);
  }
  for (const some of chunks(facts)) await writeFacts(transaction, snapshot, some, mentionsIn);
  for (const some of chunks(gaps)) {
    await transaction
      .insertInto('gaps')
      .values(
        some.map((gap) => {
          const { source, account, region, scope, code } = gap;
          return { snapshot, source, account, region, scope: scope ?? '', code, body: JSON.stringify(gap) };
        }),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['snapshot', 'source', 'account', 'region', 'scope', 'code'])
          .doUpdateSet(({ ref }) => ({ body: ref('excluded.body') })),
      )
      .execute();
  }
}

/** Throws away the documents that this snapshot has and no other. */
export async function freeDocuments(
  transaction: Transaction<Tables>,
  kind: Place['kind'],
  snapshot: number,
): Promise<void> {
  if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${DOCUMENTS_LOCK})`.execute(transaction);
  const documents = transaction.selectFrom('facts').select('document');
  await transaction
    .deleteFrom('documents')
    .where(
      'hash',
      'in',
      documents.where('snapshot', '=', snapshot).except(documents.where('snapshot', '<>', snapshot)),
    )
    .execute();
}

async function writeFacts(
  transaction: Transaction<Tables>,
  snapshot: number,
  facts: readonly Fact[],
  mentionsIn: NonNullable<Heard['mentionsIn']> = () => [],
): Promise<void> {
  const documents = new Map<string, string>();
  const rows = new Map<string, Tables['facts'] & { snapshot: number }>();
  const mentions: Tables['mentions'][] = [];
  for (const fact of facts) {
    const { kind, account, region, source, data } = fact;
    const body = JSON.stringify(data);
    const document = hashOf(body);
    documents.set(document, body);
    const key = factKey(fact, document);
    rows.set(`${kind}\n${account}\n${region}\n${key}`, {
      snapshot,
      kind,
      account,
      region,
      key,
      source,
      document,
    });
    for (const name of new Set(mentionsIn(fact)))
      mentions.push({ snapshot, name, account, kind, region, key });
  }
  await transaction
    .insertInto('documents')
    // In one order everywhere: two writers with the same documents then wait for each other instead of both.
    .values([...documents].sort().map(([hash, body]) => ({ hash, body })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await transaction
    .insertInto('facts')
    .values([...rows.values()])
    .onConflict((conflict) =>
      conflict
        .columns(['snapshot', 'account', 'kind', 'region', 'key'])
        .doUpdateSet(({ ref }) => ({ source: ref('excluded.source'), document: ref('excluded.document') })),
    )
    .execute();
  for (const some of chunks(mentions)) {
    await transaction
      .insertInto('mentions')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

function* chunks<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < list.length; start += ROWS) yield list.slice(start, start + ROWS);
}
