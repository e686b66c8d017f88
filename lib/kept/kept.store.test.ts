// A judgement that is kept says the same as one that is made anew, and reads little for it.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { pipelineId } from '@/lib/scene/pipeline-rows';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { BOTH, type EmptyPlace } from '@/lib/store/both.fixture';
import { openDatabase } from '@/lib/store/database';
import { placeOf } from '@/lib/store/place';
import { openStore, type Store } from '@/lib/store/store';
import { organization } from '../../bench/organization';
import { judgementKey } from './judgement-key';
import { type KeptSlice, keepJudgement } from './keep-judgement';
import { type KeptJudgement, keptPipeline, keptViews } from './open-kept';
import { VIEWS, type ViewName, viewsOf } from './views';

const EXAMPLE: Snapshot = JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8'));
const MADE_UP = organization({
  accounts: 20,
  rolesPerAccount: 8,
  pipelines: 12,
  actionsPerPipeline: 5,
  regions: 2,
  roles: 'mixed',
});
const SETTINGS = { findings: { 'role-is-administrator': { off: true } } } as const;

describe.each(BOTH)('in %s', (_, make) => {
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

  async function kept(snapshot: Snapshot): Promise<KeptJudgement> {
    await store.add(snapshot, '0.1.0');
    const key = judgementKey(snapshot.id, SETTINGS, 'this build') ?? '';
    await keepJudgement(store, snapshot.id, SETTINGS, key);
    expect(await store.arePiecesKept(snapshot.id, key)).toBe(true);
    return { store, snapshot: snapshot.id, key, settings: SETTINGS };
  }

  test.each([
    ['the example', EXAMPLE],
    ['a made-up organisation', MADE_UP],
  ])('the views and each pipeline of %s', async (_name, snapshot) => {
    const judgement = await kept(snapshot);
    const whole = analyze(await store.read(snapshot.id), SETTINGS);
    const names = Object.keys(VIEWS) as ViewName[];
    const views = await keptViews(judgement, names);
    expect(views).toEqual(viewsOf(whole, names));
    if (views === null) throw new Error('no views');
    for (const judged of whole.pipelines) {
      const opened = await keptPipeline(judgement, pipelineId(judged.arn), views.header);
      if (opened.kind !== 'judged') throw new Error(`${judged.arn}: ${opened.kind}`);
      expect(JSON.stringify(opened.analysis.pipelines)).toBe(JSON.stringify([judged]));
      expect(opened.analysis.snapshot).toEqual(whole.snapshot);
      const own = whole.findings.filter((one) => one.pipelines.includes(judged.arn));
      expect(opened.analysis.findings.filter((one) => one.pipelines.includes(judged.arn))).toEqual(own);
    }
    const [first] = whole.pipelines;
    expect((await keptPipeline(judgement, first?.arn ?? '', views.header)).kind).toBe('judged');
    expect(await keptPipeline(judgement, '111111111111.us-east-1.none', views.header)).toEqual({
      kind: 'no such pipeline',
    });
  });

  test('an answer that is not that of the whole is not given', async () => {
    const judgement = await kept(EXAMPLE);
    const { header } = (await keptViews(judgement, ['header'])) ?? {};
    const [judged] = analyze(EXAMPLE, SETTINGS).pipelines;
    if (header === undefined || judged === undefined) throw new Error('nothing was kept');
    const name = pipelineId(judged.arn);
    const database = await openDatabase(placeOf(empty.env));
    const body = (await store.piecesOf(EXAMPLE.id, judgement.key, 'pipeline', [name])).get(name) ?? '';
    const slice: KeptSlice = JSON.parse(body);
    const without = { ...slice, facts: slice.facts.filter((one) => !one.includes(':role/')) };
    await database.db
      .updateTable('judgements')
      .set({ body: JSON.stringify(without) })
      .where('name', '=', name)
      .execute();
    await database.close();
    expect(await keptPipeline(judgement, name, header)).toEqual({ kind: 'not enough' });
  });
});

test('other settings, another build and another snapshot have keys of their own, and no build has none', () => {
  const keys = [
    judgementKey('a', {}, 'build'),
    judgementKey('b', {}, 'build'),
    judgementKey('a', SETTINGS, 'build'),
    judgementKey('a', {}, 'other'),
  ];
  expect(new Set(keys).size).toBe(4);
  expect(judgementKey('a', {}, undefined)).toBeNull();
  expect(judgementKey('a', {}, '')).toBeNull();
});
