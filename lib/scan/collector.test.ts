import { expect, test } from 'vitest';
import { call, collector } from './collector';
import { awsError, checkCollector } from './collector.fixture';

interface Client {
  send: (command: object) => Promise<{ Token?: string }>;
}
class ListThingsCommand {
  constructor(readonly input: object) {}
}
const listThings = call('things:ListThings', (client: Client, input: object) =>
  client.send(new ListThingsCommand(input)),
);
const deleteThings = call('things:DeleteThings', (client: Client, input: object) =>
  client.send(new ListThingsCommand(input)),
);
const spec = {
  service: 'things',
  scope: 'region',
  phase: 1,
  client: (): Client => ({ send: async () => ({}) }),
} as const;

test('a collector cannot make a call that it does not declare', async () => {
  const things = collector({
    ...spec,
    calls: [listThings],
    async collect({ ask }) {
      await ask(deleteThings, {});
    },
  });
  await expect(checkCollector(things, { ListThings: [{}] })).rejects.toThrow(
    'undeclared call things:DeleteThings',
  );
});

test('nor hide it in a listing', async () => {
  const things = collector({
    ...spec,
    calls: [listThings],
    async collect({ pages }) {
      for await (const _ of pages(deleteThings, {}, () => undefined));
    },
  });
  await expect(checkCollector(things, { ListThings: [{}] })).rejects.toThrow(
    'undeclared call things:DeleteThings',
  );
});

const listing = collector({
  ...spec,
  calls: [listThings],
  async collect({ pages, note }) {
    const all = pages(listThings, {}, ({ Token }) => (Token === undefined ? undefined : { Token }));
    for await (const data of all) note({ kind: 'thing', source: listThings, arn: null, data });
  },
});

test('a listing that hands out the same token for ever becomes a gap', async () => {
  const heard = await checkCollector(listing, { ListThings: [{ Token: 'again' }] });
  expect(heard.facts).toHaveLength(2);
  expect(heard.gaps).toMatchObject([{ cause: 'failed' }]);
});

test('a lost connection becomes a gap, and expired credentials a refusal', async () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNRESET' });
  expect((await checkCollector(listing, { ListThings: [refused] })).gaps).toMatchObject([
    { cause: 'failed', code: 'ECONNRESET' },
  ]);
  expect(
    (await checkCollector(listing, { ListThings: [awsError('ExpiredTokenException', 400)] })).gaps,
  ).toMatchObject([{ cause: 'denied', code: 'ExpiredTokenException', layer: 'credentials' }]);
});

test('a refusal keeps the layer that AWS names, and nothing else of its message', async () => {
  const refused = awsError('AccessDeniedException', 400);
  refused.message =
    'User: arn:aws:sts::111111111111:assumed-role/r/s is not authorized to perform: things:ListThings with an explicit deny in a service control policy';
  const { gaps } = await checkCollector(listing, { ListThings: [refused] });
  expect(gaps).toMatchObject([{ cause: 'denied', layer: 'scp' }]);
  expect(JSON.stringify(gaps)).not.toContain('assumed-role');
});
