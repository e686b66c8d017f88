// Reads facts and gaps of one snapshot: all, or those that a question needs.
import type { Kysely, SelectQueryBuilder } from 'kysely';
import { sortedBy } from '@/lib/base/sort';
import type { CallName, Fact } from '@/lib/snapshot/fact';
import type { Gap } from '@/lib/snapshot/gap';
import type { Tables } from './tables';

/** Each part narrows; a part that is not given narrows nothing. */
export interface Wanted {
  readonly kinds?: readonly string[];
  readonly exceptKinds?: readonly string[];
  readonly accounts?: readonly string[];
  readonly arns?: readonly string[];
  /** Facts that mention one of these, as it was told when they were written; only while their scan runs. */
  readonly mentioning?: readonly string[];
}

/** Values of one `in (…)`. */
const VALUES = 1000;

/** In a fixed order, that of a scan. */
export async function readFacts(
  db: Kysely<Tables>,
  snapshot: number,
  wanted: Wanted = {},
): Promise<readonly Fact[]> {
  const many = (['arns', 'mentioning', 'accounts'] as const).find((name) => wanted[name] !== undefined);
  if (many === undefined) return inOrder(await selectFacts(db, snapshot, wanted));
  const values = wanted[many] ?? [];
  const found: Fact[] = [];
  for (let start = 0; start < values.length; start += VALUES) {
    const some = { ...wanted, [many]: values.slice(start, start + VALUES) };
    found.push(...(await selectFacts(db, snapshot, some)));
  }
  return inOrder(found);
}

/** Whether there is a fact of the kind. */
export async function hasFact(db: Kysely<Tables>, snapshot: number, kind: string): Promise<boolean> {
  const query = db
    .selectFrom('facts')
    .select('key')
    .where('snapshot', '=', snapshot)
    .where('kind', '=', kind);
  return (await query.limit(1).executeTakeFirst()) !== undefined;
}

async function selectFacts(db: Kysely<Tables>, snapshot: number, wanted: Wanted): Promise<Fact[]> {
  const query = db
    .selectFrom('facts')
    .innerJoin('documents', 'documents.hash', 'facts.document')
    .where('facts.snapshot', '=', snapshot)
    .select(['kind', 'account', 'region', 'key', 'source', 'body']);
  const rows = await narrowed(query, snapshot, wanted).execute();
  return rows.map(({ kind, account, region, key, source, body }) => ({
    kind,
    source: source as CallName,
    account,
    region,
    arn: key.startsWith('#') ? null : key,
    data: JSON.parse(body),
  }));
}

type Query<O> = SelectQueryBuilder<Tables, 'facts' | 'documents', O>;

function narrowed<O>(
  query: Query<O>,
  snapshot: number,
  { kinds, exceptKinds, accounts, arns, mentioning }: Wanted,
): Query<O> {
  let narrow = query;
  if (kinds !== undefined) narrow = narrow.where('kind', 'in', kinds);
  if (exceptKinds !== undefined) narrow = narrow.where('kind', 'not in', exceptKinds);
  if (accounts !== undefined) narrow = narrow.where('account', 'in', accounts);
  if (arns !== undefined) narrow = narrow.where('key', 'in', arns);
  if (mentioning !== undefined) {
    narrow = narrow.where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('facts.account', 'facts.kind', 'facts.region', 'facts.key'),
        'in',
        selectFrom('mentions as m')
          .where('m.snapshot', '=', snapshot)
          .where('m.name', 'in', mentioning)
          .select(['m.account', 'm.kind', 'm.region', 'm.key'])
          .$asTuple('account', 'kind', 'region', 'key'),
      ),
    );
  }
  return narrow;
}

/** No database's own idea of an alphabet shows. */
function inOrder(facts: readonly Fact[]): Fact[] {
  const data = ({ arn, data }: Fact) => (arn === null ? JSON.stringify(data) : '');
  return sortedBy(facts, (fact) =>
    [fact.kind, fact.account, fact.region, fact.arn ?? '', data(fact)].join('\u0000'),
  );
}

/** How many facts there are of each kind. */
export async function countFacts(db: Kysely<Tables>, snapshot: number): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('facts')
    .where('snapshot', '=', snapshot)
    .groupBy('kind')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
    .execute();
  return new Map(rows.map(({ kind, count }) => [kind, Number(count)]));
}

/** All of them, in the order of a scan. */
export async function readGaps(db: Kysely<Tables>, snapshot: number): Promise<readonly Gap[]> {
  const rows = await db.selectFrom('gaps').where('snapshot', '=', snapshot).select('body').execute();
  return gapsInOrder(rows);
}

/** Those of these accounts, in the same order. */
export async function readGapsOf(
  db: Kysely<Tables>,
  snapshot: number,
  accounts: readonly string[],
): Promise<readonly Gap[]> {
  const found: { body: string }[] = [];
  for (let start = 0; start < accounts.length; start += VALUES) {
    const some = accounts.slice(start, start + VALUES);
    const query = db.selectFrom('gaps').where('snapshot', '=', snapshot).where('account', 'in', some);
    found.push(...(await query.select('body').execute()));
  }
  return gapsInOrder(found);
}

function gapsInOrder(rows: readonly { readonly body: string }[]): readonly Gap[] {
  const gaps = rows.map(({ body }): Gap => JSON.parse(body));
  return sortedBy(gaps, ({ source, account, region, scope, code }) =>
    [source, account, region, scope ?? '', code].join('\u0000'),
  );
}
