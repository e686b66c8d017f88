// Pieces of what was made of a snapshot: kept beside it, found by name, gone with it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BOTH, type EmptyPlace } from './both.fixture';
import { openDatabase } from './database';
import { placeOf } from './place';
import { madeUpSnapshot } from './snapshot.fixture';
import { openStore, type Store } from './store';

const LONG = JSON.stringify(
  Array.from({ length: 300 }, (_, index) => `arn:aws:iam::111111111111:role/${index}`),
);

describe.each(BOTH)('pieces in %s', (_, make) => {
  let empty: EmptyPlace;
  let store: Store;
  beforeEach(async () => {
    empty = await make();
    store = await openStore(placeOf(empty.env));
    await store.add(madeUpSnapshot('x', 3), '0.1.0');
  });
  afterEach(async () => {
    await store.close();
    await empty.remove();
  });

  const rows = async () => {
    const { db, close } = await openDatabase(placeOf(empty.env));
    try {
      return await db.selectFrom('judgements').selectAll().execute();
    } finally {
      await close();
    }
  };

  test('are read back by kind and name, short, long and empty', async () => {
    const pieces = Array.from({ length: 450 }, (_, index) => ({
      kind: 'pipeline',
      name: `p${index}`,
      body: index === 7 ? '' : index === 8 ? 'deflate:not' : index % 2 === 0 ? LONG : '{}',
    }));
    expect(await store.arePiecesKept('x', 'k')).toBe(false);
    await store.keepPieces('x', 'k', [...pieces, { kind: 'view', name: 'p1', body: 'other' }]);
    expect(await store.arePiecesKept('x', 'k')).toBe(true);
    expect(await store.arePiecesKept('x', 'other settings')).toBe(false);
    const names = [...pieces.map(({ name }) => name), 'not there'];
    const read = await store.piecesOf('x', 'k', 'pipeline', names);
    expect([...read].sort()).toEqual(pieces.map(({ name, body }) => [name, body]).sort());
    expect(await store.piecesOf('x', 'k', 'view', ['p1'])).toEqual(new Map([['p1', 'other']]));
    const kept = (await rows()).find(({ name }) => name === 'p0');
    expect(kept?.body.length).toBeLessThan(LONG.length / 4);
  });

  test('of another key take the place of the former ones, and go with their snapshot', async () => {
    await store.keepPieces('x', 'one', [{ kind: 'view', name: 'a', body: '1' }]);
    await store.keepPieces('x', 'two', [{ kind: 'view', name: 'b', body: '2' }]);
    expect(await store.arePiecesKept('x', 'one')).toBe(false);
    expect((await rows()).map(({ key }) => key)).toEqual(['two', 'two']);
    await store.delete('x');
    expect(await rows()).toEqual([]);
  });

  test('that were not kept to the end are not taken for whole', async () => {
    function* broken() {
      for (let index = 0; index < 250; index += 1) yield { kind: 'view', name: `${index}`, body: '' };
      throw new Error('killed');
    }
    await expect(store.keepPieces('x', 'k', broken())).rejects.toThrow('killed');
    expect(await store.arePiecesKept('x', 'k')).toBe(false);
  });

  test('gaps are narrowed by account', async () => {
    const { facts, ...rest } = madeUpSnapshot('y', 1);
    const gap = (account: string, scope: string | null) => ({
      source: 'iam:ListRoles' as const,
      permission: 'iam:ListRoles',
      region: 'global',
      cause: 'denied' as const,
      code: 'AccessDenied',
      account,
      scope,
    });
    const gaps = ['111111111111', '222222222222', '333333333333'].map((account) => gap(account, null));
    await store.add({ ...rest, facts, gaps }, '0.1.0');
    expect(await store.gapsOf('y')).toEqual(gaps);
    expect(await store.gapsOf('y', ['333333333333', '111111111111'])).toEqual([gaps[0], gaps[2]]);
    expect(await store.gapsOf('y', [])).toEqual([]);
  });
});
