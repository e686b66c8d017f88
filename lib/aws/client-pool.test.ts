import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { IAMClient, ListSAMLProvidersCommand } from '@aws-sdk/client-iam';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { classifyError } from './classify-error';
import { ClientPool } from './client-pool';

const CREDENTIALS = async () => ({ accessKeyId: 'a', secretAccessKey: 'b' });
const THROTTLED =
  '<ErrorResponse><Error><Code>Throttling</Code><Message>slowly</Message></Error></ErrorResponse>';
const EMPTY =
  '<ListSAMLProvidersResponse><ListSAMLProvidersResult><SAMLProviderList/></ListSAMLProvidersResult></ListSAMLProvidersResponse>';

const SKEWED =
  '<ErrorResponse><Error><Code>RequestTimeTooSkewed</Code><Message>too far</Message></Error></ErrorResponse>';

/** Milliseconds of `20261127T050607Z`. */
function signedAt(header: string | string[] | undefined): number {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(String(header)) ?? [];
  const [year = 0, month = 0, day, hour, minute, second] = parts.map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

let server: Server;
let sockets = 0;
let asked = 0;
let throttles = 0;
let offsetMs = 0;
let skewed = 0;
let most = 0;

beforeEach(async () => {
  [sockets, asked, throttles, offsetMs, skewed, most] = [0, 0, 0, 0, 0, 0];
  let open = 0;
  server = createServer(async (request, response) => {
    asked += 1;
    open += 1;
    most = Math.max(most, open);
    await new Promise((resolve) => setTimeout(resolve, 5));
    open -= 1;
    response.setHeader('date', new Date(Date.now() + offsetMs).toUTCString());
    if (
      offsetMs !== 0 &&
      Math.abs(signedAt(request.headers['x-amz-date']) - Date.now() - offsetMs) > 300_000
    ) {
      skewed += 1;
      response.writeHead(403, { 'content-type': 'text/xml' });
      response.end(SKEWED);
      return;
    }
    const isThrottled = throttles > 0;
    throttles -= 1;
    response.writeHead(isThrottled ? 400 : 200, { 'content-type': 'text/xml' });
    response.end(isThrottled ? THROTTLED : EMPTY);
  });
  server.on('connection', () => {
    sockets += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${port}`);
});

afterEach(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

function iamOf(pool: ClientPool, account: string): IAMClient {
  const place = { account, region: 'us-east-1', service: 'iam' };
  return pool.client(place, CREDENTIALS, (config) => new IAMClient(config));
}

test('a client is made once for its place', () => {
  const pool = new ClientPool(process.env);
  expect(iamOf(pool, '111111111111')).toBe(iamOf(pool, '111111111111'));
  expect(iamOf(pool, '111111111111')).not.toBe(iamOf(pool, '222222222222'));
  pool.close();
});

test('clients share their sockets', async () => {
  const pool = new ClientPool(process.env);
  for (let number = 0; number < 10; number += 1) {
    await iamOf(pool, `11111111111${number}`).send(new ListSAMLProvidersCommand({}));
  }
  expect(asked).toBe(10);
  expect(sockets).toBe(1);
  pool.close();
});

test('a throttled call is made again until it gets through', { timeout: 30_000 }, async () => {
  throttles = 2;
  const pool = new ClientPool(process.env);
  await iamOf(pool, '111111111111').send(new ListSAMLProvidersCommand({}));
  expect(asked).toBe(3);
  pool.close();
});

test('a call that is throttled to the end says so', async () => {
  throttles = 100;
  const pool = new ClientPool(process.env, {}, 1);
  const error = await iamOf(pool, '111111111111')
    .send(new ListSAMLProvidersCommand({}))
    .catch((thrown: unknown) => thrown);
  expect(classifyError(error)).toMatchObject({ kind: 'throttled', code: 'Throttling' });
  pool.close();
});

test('with an endpoint of our own, buckets stand in the path', () => {
  const pool = new ClientPool({ AWS_ENDPOINT_URL: 'http://127.0.0.1:1' });
  const place = { account: 'caller', region: 'us-east-1', service: 's3' } as const;
  expect(pool.client(place, CREDENTIALS, ({ forcePathStyle }) => ({ forcePathStyle }))).toEqual({
    forcePathStyle: true,
  });
  pool.close();
});

test('clients are let go with the last unit that uses them', () => {
  const pool = new ClientPool(process.env);
  const place = { account: '111111111111', region: 'us-east-1', service: 'iam' };
  const [one, other] = [pool.lease(), pool.lease()];
  const create = (config: ConstructorParameters<typeof IAMClient>[0]) => new IAMClient(config ?? {});
  const client = one.client(place, CREDENTIALS, create);
  expect(one.client(place, CREDENTIALS, create)).toBe(client);
  expect(other.client(place, CREDENTIALS, create)).toBe(client);
  one.end();
  expect(pool.size).toBe(1);
  other.end();
  expect(pool.size).toBe(0);
  expect(pool.lease().client(place, CREDENTIALS, create)).not.toBe(client);
  pool.close();
});

test('a rate that AWS lowered is remembered after its clients are gone, and no other', {
  timeout: 30_000,
}, async () => {
  const pool = new ClientPool(process.env);
  const place = { account: '111111111111', region: 'us-east-1', service: 'iam' };
  async function strategyOf(isSending: boolean): Promise<unknown> {
    const clients = pool.lease();
    let strategy: unknown;
    const client = clients.client(place, CREDENTIALS, (config) => {
      strategy = config.retryStrategy;
      return new IAMClient(config);
    });
    if (isSending) await client.send(new ListSAMLProvidersCommand({}));
    clients.end();
    return strategy;
  }
  expect(await strategyOf(true)).not.toBe(await strategyOf(false));
  throttles = 1;
  const throttled = await strategyOf(true);
  expect(await strategyOf(false)).toBe(throttled);
  pool.close();
});

test('hundreds of accounts one after the other leave no client behind, and use one socket', {
  timeout: 60_000,
}, async () => {
  const pool = new ClientPool(process.env);
  for (let number = 0; number < 200; number += 1) {
    const clients = pool.lease();
    const place = { account: String(100_000_000_000 + number), region: 'us-east-1', service: 'iam' };
    await clients.client(place, CREDENTIALS, (c) => new IAMClient(c)).send(new ListSAMLProvidersCommand({}));
    clients.end();
  }
  expect([pool.size, sockets, asked]).toEqual([0, 1, 200]);
  pool.close();
});

test('no more calls are on the way than the cap allows, and the totals tell', async () => {
  const pool = new ClientPool(process.env, { overall: 3 });
  const calls = Array.from({ length: 20 }, (_, number) =>
    iamOf(pool, String(100_000_000_000 + number)).send(new ListSAMLProvidersCommand({})),
  );
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(pool.totals().open).toBeLessThanOrEqual(3);
  await Promise.all(calls);
  expect(most).toBeLessThanOrEqual(3);
  expect(pool.totals()).toEqual({ calls: 20, throttles: 0, open: 0, waiting: 0 });
  pool.close();
});

test('throttles are counted', { timeout: 30_000 }, async () => {
  throttles = 2;
  const pool = new ClientPool(process.env);
  await iamOf(pool, '111111111111').send(new ListSAMLProvidersCommand({}));
  expect(pool.totals()).toMatchObject({ calls: 3, throttles: 2 });
  pool.close();
});

test('a clock that is an hour off is corrected, and later clients know it beforehand', {
  timeout: 30_000,
}, async () => {
  offsetMs = 3_600_000;
  const pool = new ClientPool(process.env);
  await iamOf(pool, '111111111111').send(new ListSAMLProvidersCommand({}));
  expect(skewed).toBe(1);
  await iamOf(pool, '222222222222').send(new ListSAMLProvidersCommand({}));
  expect(skewed).toBe(1);
  pool.close();
});
