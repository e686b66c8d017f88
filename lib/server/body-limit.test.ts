import { expect, test } from 'vitest';
import config from '../../next.config.js';
import { MOST_BYTES, readBody } from './body-limit';

const request = (body: BodyInit) =>
  new Request('http://a.example', { method: 'POST', body, duplex: 'half' } as RequestInit);

test('Next lets as much through as we take', () => {
  expect(config.experimental?.proxyClientMaxBodySize).toBe(MOST_BYTES);
});

test('a body that is small enough is read whole', async () => {
  const read = await readBody(request('abc'), { mostBytes: 3 });
  expect(read.kind === 'bytes' && new TextDecoder().decode(read.bytes)).toBe('abc');
  expect(await readBody(new Request('http://a.example'))).toEqual({ kind: 'bytes', bytes: new Uint8Array() });
});

test('a larger one is not, whatever it says of itself', async () => {
  expect(await readBody(request('abcd'), { mostBytes: 3 })).toEqual({ kind: 'too-large' });
});

test('one that never ends is given up', async () => {
  const endless = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(1)) });
  expect(await readBody(request(endless), { withinMs: 20 })).toEqual({ kind: 'too-slow' });
});

test('one that breaks off is said to', async () => {
  const broken = new ReadableStream({ start: (controller) => controller.error(new Error('gone')) });
  expect(await readBody(request(broken))).toEqual({ kind: 'broken-off' });
});
