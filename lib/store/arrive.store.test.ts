// A snapshot is sent out and taken in part by part: in the order of a scan, whole or not at all.
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fact } from '@/lib/snapshot/fact';
import { organization } from '../../bench/organization';
import { BOTH, type EmptyPlace } from './both.fixture';
import { openDatabase } from './database';
import { placeOf } from './place';
import { madeUpSnapshot } from './snapshot.fixture';
import { openSnapshotFile, readSnapshotFile, writeSnapshotFile } from './snapshot-file';
import { type SnapshotStream, wholeOf } from './snapshot-stream';
import { openStore, type Store } from './store';

const MADE_UP = organization({
  accounts: 12,
  rolesPerAccount: 600,
  pipelines: 12,
  actionsPerPipeline: 3,
  regions: 2,
});

describe.each(BOTH)('in %s', (_, make) => {
  let empty: EmptyPlace;
  let store: Store;
  let home = '';
  beforeEach(async () => {
    empty = await make();
    store = await openStore(placeOf(empty.env));
    home = mkdtempSync(join(tmpdir(), 'hatstack-arrive-'));
  });
  afterEach(async () => {
    await store.close();
    await empty.remove();
    rmSync(home, { recursive: true, force: true });
  });

  const rows = async () => {
    const { db, close } = await openDatabase(placeOf(empty.env));
    const of = async (table: 'snapshots' | 'facts' | 'gaps' | 'documents') =>
      (await db.selectFrom(table).selectAll().execute()).length;
    const counts = [await of('snapshots'), await of('facts'), await of('gaps'), await of('documents')];
    await close();
    return counts;
  };

  test('secrets that a snapshot from elsewhere holds stay outside', async () => {
    const data = { configuration: { OAuthToken: 'planted-secret', Repo: 'shop' } };
    const place = { account: '111111111111', region: 'eu-west-1', arn: 'a' };
    const facts: Fact[] = [{ kind: 'pipeline', source: 'codepipeline:GetPipeline', ...place, data }];
    await store.add({ ...madeUpSnapshot('from-elsewhere'), facts }, '0.1.0');
    const [read] = (await store.read('from-elsewhere')).facts;
    expect(read?.data).toEqual({ configuration: { OAuthToken: '****', Repo: 'shop' } });
  });

  test('what is sent out in parts is what is read as a whole, and comes back the same', async () => {
    await store.add(MADE_UP, '0.1.0');
    const whole = await store.read(MADE_UP.id);
    const sizes: number[] = [];
    for await (const { facts } of (await store.open(MADE_UP.id)).parts) sizes.push(facts.length);
    expect(Math.max(...sizes)).toBeLessThan(whole.facts.length / 2);
    expect(await wholeOf(await store.open(MADE_UP.id))).toEqual(whole);
    const file = join(home, 'x.hatstack');
    await writeSnapshotFile(file, await store.open(MADE_UP.id));
    expect(await readSnapshotFile(file)).toEqual(whole);
    await store.delete(MADE_UP.id);
    expect(await rows()).toEqual([0, 0, 0, 0]);
    await store.add(await openSnapshotFile(file), '0.1.0');
    expect(await store.read(MADE_UP.id)).toEqual(whole);
    expect(readdirSync(home)).toEqual(['x.hatstack']);
  });

  test('a cut or changed file leaves nothing behind', async () => {
    const file = join(home, 'x.hatstack');
    await writeSnapshotFile(file, MADE_UP);
    const bytes = readFileSync(file);
    const broken: (() => void)[] = [
      () => truncateSync(file, Math.floor(bytes.length * 0.7)),
      () => truncateSync(file, bytes.length - 3),
      () => {
        const changed = Buffer.from(bytes);
        const at = Math.floor(bytes.length * 0.9);
        changed[at] = (changed[at] ?? 0) ^ 1;
        writeFileSync(file, changed);
      },
    ];
    for (const breakIt of broken) {
      writeFileSync(file, bytes);
      breakIt();
      await expect(openSnapshotFile(file).then((one) => store.add(one, '0.1.0'))).rejects.toThrow(
        `\`${file}\` is cut off or damaged`,
      );
      expect(await rows()).toEqual([0, 0, 0, 0]);
    }
    const lines = [
      '{"hatstack":"snapshot","version":2,"id":"x","takenAt":"2026-11-24T00:00:00.000Z","accounts":[],"regions":[]}',
      '{"fact":{"kind":"role","source":"iam:ListRoles","account":"1","region":"global","arn":null,"data":1}}',
      '{"end":{}}',
    ];
    writeFileSync(file, gzipSync(`${lines.join('\n')}\n`));
    await expect(openSnapshotFile(file).then((one) => store.add(one, '0.1.0'))).rejects.toThrow(
      'at `facts.0.account`, must be an account id of twelve digits',
    );
    expect(await rows()).toEqual([0, 0, 0, 0]);
  });

  test('one that is arriving is seen by nobody; a second one of its id waits, and a left one is taken away', async () => {
    const { facts, gaps, ...head } = madeUpSnapshot('x', 5);
    let goOn = () => {};
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    async function* slowly() {
      yield { facts, gaps };
      await gate;
    }
    const arriving = store.add({ head, parts: slowly() } satisfies SnapshotStream, '0.1.0');
    while ((await rows())[1] === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await store.list()).toEqual([]);
    expect(await store.unfinished()).toEqual([]);
    await expect(store.read('x')).rejects.toThrow('`x` is not complete');
    await expect(store.open('x')).rejects.toThrow('`x` is not complete');
    await expect(store.add(madeUpSnapshot('x', 5), '0.1.0')).rejects.toThrow('is being taken in by another');
    goOn();
    await arriving;
    expect((await store.list()).map(({ id }) => id)).toEqual(['x']);
    await expect(store.add(madeUpSnapshot('x', 5), '0.1.0')).rejects.toThrow('there is a snapshot `x`');

    const { db, close } = await openDatabase(placeOf(empty.env));
    const leave = () =>
      db
        .updateTable('snapshots')
        .set({ state: 'arriving', plan: JSON.stringify({ by: 'elsewhere/1/x', at: '2026-01-01T00:00:00Z' }) })
        .execute();
    await leave();
    await store.add(madeUpSnapshot('x', 5), '0.1.0');
    expect((await store.list()).map(({ id }) => id)).toEqual(['x']);
    await leave();
    await store.retain({}, new Date());
    await close();
    expect(await rows()).toEqual([0, 0, 0, 0]);
  });

  test('a file that cannot be written whole is not there, and one that is deleted meanwhile is not sent as whole', async () => {
    await store.add(MADE_UP, '0.1.0');
    const { head, parts } = await store.open(MADE_UP.id);
    async function* cut() {
      for await (const part of parts) {
        yield part;
        await store.delete(MADE_UP.id).catch(() => {});
      }
    }
    const file = join(home, 'x.hatstack');
    await expect(writeSnapshotFile(file, { head, parts: cut() })).rejects.toThrow(
      'was deleted while it was read',
    );
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(home)).toEqual([]);
  });
});
