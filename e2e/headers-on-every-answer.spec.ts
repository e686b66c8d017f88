import { get } from 'node:http';
import { expect, test } from '@playwright/test';
import { startOwnServer } from './scan-server';

const ANSWERS: readonly [string, string, number][] = [
  ['a page', '/pipelines?snapshot=example', 200],
  ['a page that is not there', '/no/such/page', 404],
  ['a pipeline that is not there', '/pipelines/111122223333.us-east-1.no-such-pipeline', 404],
  ['a file of the API', '/api/snapshots/example/exports/svg?map=worst', 200],
  ['an error of the API', '/api/snapshots/example/exports/none', 404],
  ['an API that is not there', '/api/none', 404],
  ['a static file', '/samples/acme-retail.json', 200],
  ['a script that is not there', '/_next/static/nothing.js', 404],
  ['an address that cannot be read', '/%E0%A4%A', 404],
  ['a pipeline whose address cannot be read', '/pipelines/%E0%A4%A', 404],
  ['a hat whose address cannot be read', '/roles/%E0%A4%A', 404],
  ['an API whose address cannot be read', '/api/scans/%E0%A4%A/events', 400],
  ['what the palette finds', '/api/search?snapshot=example&q=deploy', 200],
  ['the events of a scan that is not there', '/api/scans/nothing/events', 404],
  ['the health page', '/healthz', 200],
  ['the sign-in page', '/sign-in', 307],
];

for (const [what, path, status] of ANSWERS) {
  test(`${what} carries the strict headers`, async ({ baseURL }) => {
    await expectStrictHeaders(`${baseURL}`, path, status);
  });
}

test('the events of a scan carry the strict headers', async ({ request }) => {
  const server = await startOwnServer({ AWS_EC2_METADATA_DISABLED: 'true' });
  try {
    const begun = await request.post(`${server.url}/api/scans`, {
      headers: { Origin: server.url },
      data: { reach: 'credentials', regions: 'us-east-1' },
    });
    expect(begun.status()).toBe(201);
    const { id } = await begun.json();
    const { headers } = await expectStrictHeaders(server.url, `/api/scans/${id}/events`, 200);
    expect(headers['content-type']).toMatch(/^text\/event-stream/);
  } finally {
    await server.stop();
  }
});

async function expectStrictHeaders(origin: string, path: string, status: number) {
  const answer = await headersOf(origin, path);
  expect(answer.status).toBe(status);
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
  expect(answer.headers['x-frame-options']).toBe('DENY');
  expect(answer.headers['referrer-policy']).toBe('same-origin');
  expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin');
  expect(answer.headers['x-powered-by']).toBeUndefined();
  return answer;
}

/** As the bytes of `path` stand: a browser's client would mend them. */
function headersOf(origin: string, path: string) {
  const { hostname, port } = new URL(origin);
  return new Promise<{ status: number; headers: Record<string, string | string[] | undefined> }>(
    (resolve, reject) => {
      get({ hostname, port, path }, (response) => {
        // Events go on for as long as somebody listens.
        response.destroy();
        resolve({ status: response.statusCode ?? 0, headers: response.headers });
      }).on('error', reject);
    },
  );
}
