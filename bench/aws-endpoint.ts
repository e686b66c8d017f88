// A made-up AWS in a process of its own: every call takes 50 ms, and who asks one service of a region too fast is put off.
// PORT, DELAY_MS, RATE (calls a second to one service of one account and region) and ROLES (in each account) set it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Asked, answerTo } from './aws-answers';

const PORT = Number(process.env.PORT ?? 4700);
const DELAY_MS = Number(process.env.DELAY_MS ?? 50);
const RATE = Number(process.env.RATE ?? 20);
const ROLES = Number(process.env.ROLES ?? 40);

interface Bucket {
  tokens: number;
  at: number;
}

/** A token bucket for each account, region and service, as AWS has them; forgotten when it is full again. */
const buckets = new Map<string, Bucket>();
const counts = { calls: 0, throttles: 0, open: 0, most: 0 };

function isThrottled(place: string): boolean {
  const now = performance.now();
  const { tokens, at } = buckets.get(place) ?? { tokens: RATE, at: now };
  const filled = Math.min(RATE, tokens + ((now - at) * RATE) / 1000);
  buckets.set(place, { tokens: Math.max(0, filled - 1), at: now });
  return filled < 1;
}

setInterval(() => {
  const now = performance.now();
  for (const [place, { at }] of buckets) if (now - at > 5_000) buckets.delete(place);
}, 5_000).unref();

async function asked(request: IncomingMessage): Promise<Asked> {
  let body = '';
  for await (const chunk of request) body += chunk;
  const [, key = '', region = '', service = ''] =
    /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(request.headers.authorization ?? '') ?? [];
  // Whose credentials these are stands in their id: AssumeRole hands them out that way.
  const account = /\d{12}/.exec(key)?.[0] ?? '100000000000';
  return {
    account,
    region,
    service,
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    target: String(request.headers['x-amz-target'] ?? ''),
    body,
    roles: ROLES,
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  counts.open += 1;
  counts.most = Math.max(counts.most, counts.open);
  const [what] = await Promise.all([asked(request), wait(DELAY_MS)]);
  counts.open -= 1;
  if (what.url === '/counts') {
    response.end(JSON.stringify(counts));
    Object.assign(counts, { calls: 0, throttles: 0, most: 0 });
    return;
  }
  counts.calls += 1;
  const place = `${what.account} ${what.region} ${what.service}`;
  const isOff = isThrottled(place);
  if (isOff) counts.throttles += 1;
  const { status, type, body } = answerTo(what, isOff);
  response.writeHead(status, { 'content-type': type });
  response.end(body);
}

createServer((request, response) => void answer(request, response)).listen(PORT, '127.0.0.1', () =>
  console.log(`made-up AWS on http://127.0.0.1:${PORT}`),
);
