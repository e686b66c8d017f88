// A webhook is told the same, whether judgements are kept or not; and what was judged for it is kept.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { RULE_IDS } from '@/lib/analysis/settings';
import { readAnalysisSettings } from '@/lib/config/analysis-settings';
import { judgementKey } from '@/lib/kept/judgement-key';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { openStore } from '@/lib/store/store';
import { tellWebhooks } from './tell-webhooks';

const now: Snapshot = JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8'));
/** A day before, of which less was read: what is broken now could not be told then. */
const before: Snapshot = {
  ...now,
  id: 'the-day-before',
  takenAt: '2020-01-01T00:00:00.000Z',
  facts: now.facts.filter(({ kind }) => !/^iam-|policy/.test(kind)),
};

const build = process.env.HATSTACK_BUILD;
afterEach(() => {
  if (build === undefined) delete process.env.HATSTACK_BUILD;
  else process.env.HATSTACK_BUILD = build;
});

test('of the pipelines that turned since the snapshot before', async () => {
  const told: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    told.push(body);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/hook`;
  const home = mkdtempSync(join(tmpdir(), 'hatstack-webhooks-'));
  const store = await openStore({ kind: 'sqlite', file: join(home, 'hatstack.db') });
  try {
    await store.add(before, '0.1.0');
    expect(await tellWebhooks(store, before.id, [url], {})).toEqual([
      'webhooks: there is no snapshot before this one to compare with',
    ]);
    await store.add(now, '0.1.0');
    delete process.env.HATSTACK_BUILD;
    await tellWebhooks(store, now.id, [url], {});
    process.env.HATSTACK_BUILD = 'this build';
    for (const _ of ['judged and kept', 'kept already']) await tellWebhooks(store, now.id, [url], {});
    expect(told).toHaveLength(3);
    expect(new Set(told).size).toBe(1);
    expect(JSON.parse(told[0] ?? '')).toMatchObject({
      snapshot: { id: now.id },
      previous: { id: before.id },
    });
    const read = readAnalysisSettings(undefined, {}, RULE_IDS);
    if (read.kind === 'problem') throw new Error(read.problem);
    for (const { id } of [before, now])
      expect(await store.arePiecesKept(id, judgementKey(id, read.settings) ?? '')).toBe(true);
  } finally {
    await store.close();
    server.close();
    rmSync(home, { recursive: true });
  }
});
