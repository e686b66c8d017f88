import { get } from 'node:http';
import { expect, test } from '@playwright/test';

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
  ['the sign-in page', '/sign-in', 307],
];

for (const [what, path, status] of ANSWERS) {
  test(`${what} carries the strict headers`, async ({ baseURL }) => {
    const answer = await headersOf(`${baseURL}`, path);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['x-frame-options']).toBe('DENY');
    expect(answer.headers['referrer-policy']).toBe('same-origin');
    expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(answer.headers['x-powered-by']).toBeUndefined();
  });
}

/** As the bytes of `path` stand: a browser's client would mend them. */
function headersOf(origin: string, path: string) {
  const { hostname, port } = new URL(origin);
  return new Promise<{ status: number; headers: Record<string, string | string[] | undefined> }>(
    (resolve, reject) => {
      get({ hostname, port, path }, (response) => {
        response.resume();
        resolve({ status: response.statusCode ?? 0, headers: response.headers });
      }).on('error', reject);
    },
  );
}
