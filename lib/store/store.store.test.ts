import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fact } from '@/lib/snapshot/fact';
import { BOTH, type EmptyPlace, emptySqlite } from './both.fixture';
import { openDatabase } from './database';
import { placeOf } from './place';
import { openShelf } from './shelf';
import { madeUpSnapshot } from './snapshot.fixture';
import { writeSnapshotFile } from './snapshot-file';
import { openStore, type Store } from './store';
import type { Unit } from './units';

const unit = (collector: string, phase: Unit['phase'] = 1): Unit => ({
  phase,
  collector,
  account: '111111111111',
  region: 'eu-west-1',
});

const fact = (arn: string | null, data: Fact['data'], kind = 'thing'): Fact => ({
  kind,
  source: 'things:ListThings',
  account: '111111111111',
  region: 'eu-west-1',
  arn,
  data,
});

const begun = (id: string) => ({
  id,
  takenAt: '2026-11-24T04:06:00.000Z',
  toolVersion: '0.1.0',
  request: { accounts: [] },
  plan: { caller: '111111111111' },
  accounts: ['111111111111'],
  regions: ['eu-west-1'],
});

const nothing = { facts: [], gaps: [] };

describe.each(BOTH)('a store in %s', (_, make) => {
  let empty: EmptyPlace;
  let store: Store;
  beforeEach(async () => {
    empty = await make();
    store = await openStore(placeOf(empty.env));
  });
  afterEach(async () => {
    await store.close();
    await empty.remove();
  });

  const rowsOf = async (table: 'documents' | 'facts' | 'gaps' | 'units') => {
    const database = await openDatabase(placeOf(empty.env));
    try {
      const rows = await database.db.selectFrom(table).selectAll().execute();
      return rows.length;
    } finally {
      await database.close();
    }
  };

  test('a snapshot comes back as it was', async () => {
    const snapshot = {
      ...madeUpSnapshot('2026-11-24T04-06-00Z-aaaa', 1200),
      gaps: [
        {
          source: 'sts:AssumeRole' as const,
          permission: 'sts:AssumeRole',
          account: '222222222222',
          region: 'global' as const,
          scope: null,
          cause: 'denied' as const,
          code: 'AccessDenied',
          layer: 'scp' as const,
        },
      ],
    };
    await store.add(snapshot, '0.1.0');
    const { facts, ...rest } = await store.read(snapshot.id);
    expect(rest).toEqual({ ...snapshot, facts: undefined });
    expect(new Set(facts.map((one) => JSON.stringify(one)))).toEqual(
      new Set(snapshot.facts.map((one) => JSON.stringify(one))),
    );
    await expect(store.add(snapshot, '0.1.0')).rejects.toThrow('there is a snapshot `2026');
  });

  test('facts without an ARN, null data and letters of every kind survive', async () => {
    const facts = [
      fact(null, { Id: 'a' }),
      fact(null, { Id: 'b' }),
      fact('arn:aws:s3:::b', null),
      fact('x', 'Ä\u2028"\\'),
    ];
    await store.add({ ...madeUpSnapshot('x', 0), facts }, '0.1.0');
    const read = await store.factsOf('x');
    expect(read).toHaveLength(4);
    for (const one of facts) expect(read).toContainEqual(one);
  });

  test('an unchanged document is kept once for all snapshots, and goes with the last that has it', async () => {
    await store.add(madeUpSnapshot('one', 50), '0.1.0');
    await store.add(madeUpSnapshot('two', 60), '0.1.0');
    expect(await rowsOf('facts')).toBe(110);
    expect(await rowsOf('documents')).toBe(60);
    await store.delete('two');
    expect(await rowsOf('documents')).toBe(50);
    expect((await store.read('one')).facts).toHaveLength(50);
    await store.delete('one');
    expect([await rowsOf('documents'), await rowsOf('facts')]).toEqual([0, 0]);
    await expect(store.delete('one')).rejects.toThrow('there is no snapshot `one` in the store');
  });

  test('facts are read by kind, account and ARN', async () => {
    const { facts } = madeUpSnapshot('x', 5);
    const other = { ...fact('arn:aws:s3:::b', 1, 'bucket'), account: '222222222222' };
    await store.add({ ...madeUpSnapshot('x'), facts: [...facts, other] }, '0.1.0');
    expect(await store.factsOf('x', { kinds: ['bucket'] })).toEqual([other]);
    expect(await store.factsOf('x', { exceptKinds: ['iam-role'] })).toEqual([other]);
    expect(await store.factsOf('x', { accounts: ['222222222222'] })).toEqual([other]);
    const arns = ['arn:aws:iam::111111111111:role/role-3', 'arn:aws:s3:::b'];
    expect((await store.factsOf('x', { arns })).map(({ arn }) => arn)).toEqual(arns.toReversed());
    expect(await store.factsOf('x', { arns: arns.slice(0, 1), kinds: ['bucket'] })).toEqual([]);
    expect(await store.factsOf('x', { arns: [] })).toEqual([]);
    expect(await store.countsOf('x')).toEqual(
      new Map([
        ['iam-role', 5],
        ['bucket', 1],
      ]),
    );
  });

  test('a running snapshot is shown to nobody before all its units are kept', async () => {
    await store.begin(begun('r'), [unit('iam'), unit('kms', 3)], { facts: [fact('before', 1)], gaps: [] });
    expect(await store.list()).toEqual([]);
    expect((await store.unfinished()).map(({ id }) => id)).toEqual(['r']);
    await expect(store.read('r')).rejects.toThrow('`hatstack scan --resume r` goes on with it');
    await expect(store.complete('r')).rejects.toThrow('is not complete');
    const shelf = await openShelf(empty.env);
    await expect(shelf.read('r')).rejects.toThrow('is not complete');
    await expect(shelf.read('latest')).rejects.toThrow('make one with `hatstack scan`');
    await shelf.close();

    await store.keep('r', unit('iam'), { facts: [fact('role', 2)], gaps: [] });
    expect(await store.progress('r', 1)).toEqual({ done: 1, units: 1 });
    expect(await store.progress('r')).toEqual({ done: 1, units: 2 });
    const { account, region } = unit('iam');
    expect(await store.placesDone('r')).toEqual([{ account, region, done: 1, gaps: 0 }]);
    await store.keep('r', unit('kms', 3), nothing);
    await store.complete('r');
    expect((await store.read('r')).facts.map(({ arn }) => arn)).toEqual(['before', 'role']);
    expect(await store.unfinished()).toEqual([]);
  });

  test('each unit is taken once, in the order of the plan, and kept once', async () => {
    const units = ['a', 'b', 'c', 'd', 'e'].map((name) => unit(name));
    await store.begin(begun('r'), [...units, unit('later', 2)], nothing);
    const other = await openStore(placeOf(empty.env));
    const taken = await Promise.all([store.take('r', 1, 3), other.take('r', 1, 3), store.take('r', 1, 3)]);
    await other.close();
    expect(taken.flat().toSorted((a, b) => a.collector.localeCompare(b.collector))).toEqual(units);
    expect(await store.take('r', 1, 3)).toEqual([]);
    const here = { account: '111111111111', region: 'eu-west-1' };
    expect(await store.placesLeft('r', 1)).toEqual([here]);
    expect(await store.seize('r', 1, { ...here, account: '222222222222' })).toEqual([]);
    // Taken once before.
    expect(await store.seize('r', 1, here)).toEqual(units.map((one) => ({ ...one, attempts: 2 })));

    await store.keep('r', unit('a'), { facts: [fact('first', 1)], gaps: [] });
    await store.keep('r', unit('a'), { facts: [fact('second', 2)], gaps: [] });
    expect((await store.factsOf('r')).map(({ arn }) => arn)).toEqual(['first']);
    await store.releaseOwn('r');
    expect((await store.take('r', 1, 9)).map(({ collector }) => collector)).toEqual(['b', 'c', 'd', 'e']);
  });

  test('units of a process that is gone are given to the next', async () => {
    await store.begin(begun('r'), [unit('a'), unit('b'), unit('c')], nothing);
    await store.take('r', 1, 3);
    const database = await openDatabase(placeOf(empty.env));
    const claim = (collector: string, claimed_by: string, heartbeat: string) =>
      database.db
        .updateTable('units')
        .set({ claimed_by, heartbeat })
        .where('collector', '=', collector)
        .execute();
    await claim('a', 'elsewhere/1/aaaa', new Date(Date.now() - 120_000).toISOString());
    await claim('b', 'elsewhere/1/bbbb', new Date().toISOString());
    await database.close();
    expect((await store.take('r', 1, 3)).map(({ collector }) => collector)).toEqual(['a']);
  });

  test('named, pinned, and kept by number and age', async () => {
    const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T00:00:00.000Z`;
    for (const number of [1, 2, 3, 4]) {
      await store.add({ ...madeUpSnapshot(`s${number}`), takenAt: day(number) }, '0.1.0');
    }
    await store.rename('s1', 'before the move');
    await store.pin('s1', true);
    expect((await store.list()).map(({ id, name, isPinned }) => [id, name, isPinned])).toEqual([
      ['s4', null, false],
      ['s3', null, false],
      ['s2', null, false],
      ['s1', 'before the move', true],
    ]);
    const now = new Date('2026-11-05T12:00:00Z');
    expect(await store.retain({}, now)).toEqual([]);
    expect(await store.retain({ keep: 1, days: 3 }, now)).toEqual(['s2']);
    expect(await store.retain({ keep: 1 }, now)).toEqual(['s3']);
    expect((await store.list()).map(({ id }) => id)).toEqual(['s4', 's1']);
    await store.begin(begun('running'), [unit('a')], nothing);
    expect(await store.retain({ days: 1 }, new Date('2027-01-01'))).toEqual(['s4']);
    expect((await store.unfinished()).map(({ id }) => id)).toEqual(['running']);
  });

  test('many processes that open it at once all find its tables', async () => {
    const fresh = await make();
    const stores = await Promise.all(Array.from({ length: 6 }, () => openStore(placeOf(fresh.env))));
    await Promise.all(stores.map((one, index) => one.add(madeUpSnapshot(`s${index}`, 20), '0.1.0')));
    expect(await stores[0]?.list()).toHaveLength(6);
    await Promise.all(stores.map((one) => one.close()));
    await fresh.remove();
  });

  test('tables of a newer hatstack are left alone', async () => {
    const database = await openDatabase(placeOf(empty.env));
    await database.db.insertInto('schema_version').values({ version: 99, applied_at: '' }).execute();
    await database.close();
    await store.close();
    await expect(openStore(placeOf(empty.env))).rejects.toThrow('a newer hatstack made it (version 99)');
  });

  test('writing and throwing away at once never loses a document', async () => {
    const other = await openStore(placeOf(empty.env));
    await store.add(madeUpSnapshot('base', 30), '0.1.0');
    for (let round = 0; round < 8; round += 1) {
      await Promise.all([
        store.delete(round === 0 ? 'base' : `s${round - 1}`),
        other.add(madeUpSnapshot(`s${round}`, 30), '0.1.0'),
      ]);
      expect((await store.read(`s${round}`)).facts).toHaveLength(30);
    }
    await other.close();
  });

  test('files in the folder beside it are listed, and read by id', async () => {
    await store.add(
      { ...madeUpSnapshot('2026-11-24T00-00-00Z-kept'), takenAt: '2026-11-24T00:00:00.000Z' },
      '',
    );
    const home = empty.env.HATSTACK_HOME;
    await writeSnapshotFile(`${home}/snapshots/2026-11-25T00-00-00Z-file.json.gz`, madeUpSnapshot('f', 2));
    const shelf = await openShelf(empty.env);
    expect((await shelf.list()).map(({ id }) => id)).toEqual([
      '2026-11-25T00-00-00Z-file',
      '2026-11-24T00-00-00Z-kept',
    ]);
    expect((await shelf.read('latest')).id).toBe('f');
    expect((await shelf.read('2026-11-24T00-00-00Z-kept')).facts).toHaveLength(1);
    await expect(shelf.read('yesterday')).rejects.toThrow(
      'no snapshot in `yesterday`: there is no such file',
    );
    await shelf.close();
  });
});

test('a transaction that the database ended by itself hides no reason', async () => {
  const empty = await emptySqlite();
  const { db, close } = await openDatabase(placeOf(empty.env));
  const ended = db.transaction().execute(async (transaction) => {
    await sql`rollback`.execute(transaction);
    throw new Error('the disk is full');
  });
  await expect(ended).rejects.toThrow('the disk is full');
  await close();
  await empty.remove();
});

test('a data folder that is a file is one line', async () => {
  const empty = await emptySqlite();
  const file = join(empty.env.HATSTACK_HOME ?? '', 'file');
  writeFileSync(file, '');
  await expect(openStore(placeOf({ HATSTACK_HOME: file }))).rejects.toThrow(/^cannot use the store/);
  await empty.remove();
});

test('a full disk is one line; what was kept stays, and is gone on with', async () => {
  const empty = await emptySqlite();
  const store = await openStore(placeOf(empty.env));
  await store.begin(begun('r'), [unit('a'), unit('b')], nothing);
  await store.keep('r', unit('a'), { facts: [fact('kept', 1)], gaps: [] });
  await store.close();

  // The process's one connection is given a disk that holds two pages more.
  const limited = await openStore(placeOf(empty.env));
  const connection = await openDatabase(placeOf(empty.env));
  const pages = await sql<{ page_count: number }>`pragma page_count`.execute(connection.db);
  await sql.raw(`pragma max_page_count = ${(pages.rows[0]?.page_count ?? 0) + 2}`).execute(connection.db);
  const large = { facts: madeUpSnapshot('x', 3000).facts, gaps: [] };
  await expect(limited.keep('r', unit('b'), large)).rejects.toThrow(
    /^cannot use the store `.*hatstack\.db` \(SQLITE_FULL\): the disk is full: make room;/,
  );
  expect(await limited.progress('r')).toEqual({ done: 1, units: 2 });
  expect((await limited.factsOf('r')).map(({ arn }) => arn)).toEqual(['kept']);
  await connection.close();
  await limited.close();

  const again = await openStore(placeOf(empty.env));
  await again.keep('r', unit('b'), large);
  await again.complete('r');
  expect((await again.read('r')).facts).toHaveLength(3001);
  await again.close();
  await empty.remove();
});
