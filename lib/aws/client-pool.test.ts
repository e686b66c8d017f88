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

let server: Server;
let sockets = 0;
let asked = 0;
let throttles = 0;

beforeEach(async () => {
  [sockets, asked, throttles] = [0, 0, 0];
  server = createServer((_, response) => {
    asked += 1;
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
  const pool = new ClientPool(process.env, 1);
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
