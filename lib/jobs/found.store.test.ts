// What a running scan found is looked up in the store as it is in memory, and forgotten when the scan is complete.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { collectors } from '@/lib/scan/collectors/index';
import { factIndex } from '@/lib/scan/fact-index';
import { knownBefore } from '@/lib/scan/known';
import type { UnitKey } from '@/lib/scan/scan-journal';
import type { Fact } from '@/lib/snapshot/fact';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { BOTH } from '@/lib/store/both.fixture';
import { openDatabase } from '@/lib/store/database';
import { placeOf } from '@/lib/store/place';
import { openStore } from '@/lib/store/store';
import { foundIn, storeJournal } from './store-journal';

const EXAMPLE: Snapshot = JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8'));
const { id, takenAt, accounts, regions, facts } = EXAMPLE;

test.each(BOTH)('in %s', async (_, make) => {
  const empty = await make();
  const place = placeOf(empty.env);
  const store = await openStore(place);
  try {
    const journal = storeJournal(store, { id, takenAt, toolVersion: '0.1.0', request: {} });
    const unit: UnitKey = {
      phase: 1,
      collector: 'x',
      account: accounts[0] ?? '',
      region: 'global',
    };
    const plan = { caller: accounts[0] ?? '', accounts, regions, places: [] };
    await journal.prepare(plan, [unit], { facts: facts.slice(0, 10), gaps: [] });
    expect(await journal.plan()).toMatchObject(plan);
    await journal.keep(unit, { facts: facts.slice(10), gaps: [] });

    const [stored, inMemory] = [foundIn(store, id), factIndex(facts)];
    const buckets = facts.flatMap(({ kind, arn }) =>
      kind === 'bucket' ? (arn?.split(':').at(-1) ?? []) : [],
    );
    for (const phase of [2, 3] as const) {
      const [a, b] = [stored, inMemory].map((source) => knownBefore(phase, collectors, source));
      for (const account of [...accounts, '999999999999'])
        expect(sorted(await a?.about(account))).toEqual(sorted(await b?.about(account)));
      expect(sorted(await a?.naming(buckets))).toEqual(sorted(await b?.naming(buckets)));
      expect(await a?.naming([])).toEqual([]);
      expect(await a?.hasPipelines()).toBe(true);
    }
    expect(await store.hasFact(id, 'no-such-kind')).toBe(false);

    const { db, close } = await openDatabase(place);
    const rows = () => db.selectFrom('mentions').selectAll().execute();
    expect((await rows()).length).toBeGreaterThan(10);
    await store.complete(id);
    expect(await rows()).toEqual([]);
    await close();
  } finally {
    await store.close();
    await empty.remove();
  }
});

function sorted(some: readonly Fact[] | undefined): readonly string[] {
  return (some ?? []).map((fact) => JSON.stringify(fact)).sort();
}
