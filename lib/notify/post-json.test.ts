import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { postJson } from './post-json';

let server: Server | null = null;
const QUICK = { timeoutMs: 200, pausesMs: [1, 1] };

async function listen(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/services/secret-part`;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

test('the body arrives as JSON', async () => {
  const heard: string[] = [];
  const url = await listen(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    heard.push(`${request.method} ${request.headers['content-type']} ${body}`);
    response.end('ok');
  });
  expect(await postJson(url, { text: 'hello' }, QUICK)).toMatchObject({ kind: 'sent' });
  expect(heard).toEqual(['POST application/json {"text":"hello"}']);
});

test.each([
  [503, 3, 'it answered 503'],
  [429, 3, 'it answered 429'],
  [404, 1, 'it answered 404'],
  [302, 1, 'it answered 302'],
])('%i is tried %i times', async (status, times, why) => {
  let count = 0;
  const url = await listen((_, response) => {
    count += 1;
    response.writeHead(status, { Location: 'http://127.0.0.1:1/' }).end();
  });
  const posted = await postJson(url, {}, QUICK);
  expect(posted).toMatchObject({ kind: 'failed', why });
  expect(count).toBe(times);
  expect(JSON.stringify(posted)).not.toContain('secret-part');
});

test('a second attempt may succeed', async () => {
  let count = 0;
  const url = await listen((_, response) => {
    count += 1;
    response.writeHead(count === 1 ? 500 : 200).end();
  });
  expect(await postJson(url, {}, QUICK)).toMatchObject({ kind: 'sent' });
});

test('one that never answers is given up', async () => {
  const url = await listen(() => {});
  expect(await postJson(url, {}, QUICK)).toMatchObject({ why: 'it did not answer within 0.2 s' });
});

test('one that is not there is told', async () => {
  expect(await postJson('http://127.0.0.1:1/x', {}, QUICK)).toMatchObject({
    why: 'it cannot be reached',
    host: '127.0.0.1:1',
  });
});
