import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { BROKEN } from './pages';

test('an unknown pipeline gets a 404 that leads on', async ({ page }) => {
  const response = await page.goto('/pipelines/111122223333.us-east-1.no-such-pipeline');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'No pipeline no-such-pipeline in 111122223333, us-east-1',
  );
  await page.getByRole('link', { name: 'All pipelines of this snapshot' }).click();
  await expect(page).toHaveURL(/\/pipelines$/);
});

test('an unknown page gets a 404 that leads on', async ({ page }) => {
  expect((await page.goto('/no/such/page'))?.status()).toBe(404);
  await expect(page.getByRole('link', { name: 'All pipelines', exact: true })).toBeVisible();
});

for (const path of ['/pipelines/%E0%A4%A', '/roles/%E0%A4%A', '/%E0%A4%A']) {
  test(`an address that cannot be read gets a 404 that leads on: ${path}`, async ({ page }) => {
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
    await page.getByRole('link', { name: 'All pipelines', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/pipelines/);
  });
}

for (const path of ['/api/scans/%E0%A4%A/events', '/api/snapshots/%E0%A4%A/exports/svg']) {
  test(`an API address that cannot be read is a problem, not a crash: ${path}`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(400);
    expect(response.headers()['content-type']).toBe('application/problem+json');
  });
}

test('an unknown hat gets a 404 that leads on', async ({ page }) => {
  expect((await page.goto('/roles/111122223333.nobody?snapshot=example'))?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'No hat 111122223333.nobody in this snapshot',
  );
  await page.getByRole('link', { name: 'What was read' }).click();
  await expect(page).toHaveURL(/\/accounts\?/);
});

for (const path of [
  '/',
  '/pipelines',
  '/roles',
  '/findings',
  '/findings/rules',
  '/accounts',
  '/ask',
  '/roles/1.x',
  '/pipelines/1.r.x',
]) {
  test(`an unknown snapshot gets a 404 that says what to do: ${path}`, async ({ page }) => {
    expect((await page.goto(`${path}?snapshot=nöthing&theme=nächtlich`))?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The snapshot nöthing cannot be shown');
    await expect(page.getByText('hatstack scan')).toBeVisible();
    await page.getByRole('link', { name: 'Open the example' }).click();
    await expect(page).toHaveURL(/snapshot=example/);
  });
}

test('an unknown finding leaves the list readable, and says so', async ({ page }) => {
  await page.goto('/findings?snapshot=example&finding=nothing');
  await expect(page.getByText('This snapshot has no finding nothing')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Findings' })).toBeVisible();
});

test('an unknown action leaves the pipeline readable', async ({ page }) => {
  await page.goto('/pipelines?snapshot=example');
  await page.getByRole('link', { name: BROKEN.pipeline, exact: true }).click();
  await page.waitForURL(/checkout-service/);
  await page.goto(`${page.url()}&action=Prod/Nobody`);
  await expect(page.getByText('This pipeline has no action Prod/Nobody')).toBeVisible();
  await expect(page.getByRole('link', { name: new RegExp(BROKEN.action) })).toBeVisible();
});

for (const path of [
  '/',
  '/pipelines',
  '/api/snapshots/example/exports/svg',
  '/samples/acme-retail.json',
  '/_next/static/nothing.js',
]) {
  test(`a request for another host is refused: ${path}`, async ({ baseURL }) => {
    expect(await statusFor(`${baseURL}${path}`, 'evil.example')).toBe(421);
    expect(await statusFor(`${baseURL}${path}`, 'localhost:1')).not.toBe(421);
  });
}

test.describe('a snapshot that was cut short', () => {
  const folder = join(process.env.E2E_HOME ?? '', 'snapshots');
  const file = join(folder, '2026-11-24T09-00-00Z-cut0.json.gz');

  test.beforeAll(() => {
    mkdirSync(folder, { recursive: true });
    const whole = gzipSync(readFileSync('public/samples/acme-retail.json'));
    writeFileSync(file, whole.subarray(0, whole.length / 2));
  });
  test.afterAll(() => rmSync(file));

  test('is said to be so, and the example stays usable', async ({ page }) => {
    await page.goto('/pipelines');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /2026-11-24T09-00-00Z-cut0 cannot be shown/,
    );
    await expect(page.getByRole('alert').filter({ hasText: 'cut off or damaged' })).toContainText(
      'cut0.json.gz',
    );
    await page.getByRole('link', { name: 'Open the example' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/pipelines/);
    await expect(page.getByRole('link', { name: BROKEN.pipeline, exact: true })).toBeVisible();
  });

  test('is a problem for an export, not a crash', async ({ request }) => {
    const response = await request.get('/api/snapshots/2026-11-24T09-00-00Z-cut0/exports/svg');
    expect(response.status()).toBe(422);
    expect(response.headers()['content-type']).toBe('application/problem+json');
  });
});

test.describe('a store that cannot be looked into', () => {
  const folder = join(process.env.E2E_HOME ?? '', 'snapshots');

  test.beforeAll(() => {
    rmSync(folder, { recursive: true, force: true });
    writeFileSync(folder, 'not a folder');
  });
  test.afterAll(() => rmSync(folder));

  test('is said to be so, and the example stays usable', async ({ page }) => {
    await page.goto('/pipelines');
    await expect(page.getByRole('alert').filter({ hasText: 'cannot look into' })).toBeVisible();
    await page.getByRole('link', { name: 'Open the example' }).click();
    await expect(page.getByRole('link', { name: BROKEN.pipeline, exact: true })).toBeVisible();
  });
});

test.describe('an export that cannot be', () => {
  const cases = [
    ['of an unknown snapshot', '/api/snapshots/nothing/exports/svg?pipeline=x', 404, 'no snapshot `nothing`'],
    [
      'of a path instead of a snapshot',
      '/api/snapshots/..%2F..%2Fetc%2Fpasswd/exports/svg?pipeline=x',
      404,
      'no snapshot',
    ],
    ['in an unknown format', '/api/snapshots/example/exports/gif?pipeline=x', 404, 'no format `gif`'],
    [
      'in an unknown theme',
      '/api/snapshots/example/exports/svg?pipeline=x&theme=pink',
      400,
      'no theme `pink`',
    ],
    ['of no pipeline', '/api/snapshots/example/exports/svg', 400, 'say which pipeline'],
    ['of an unknown pipeline', '/api/snapshots/example/exports/svg?pipeline=x', 404, 'no pipeline `x`'],
  ] as const;
  for (const [name, path, status, line] of cases) {
    test(name, async ({ request }) => {
      const response = await request.get(path);
      expect(response.status()).toBe(status);
      expect(response.headers()['content-type']).toBe('application/problem+json');
      expect((await response.json()).detail).toContain(line);
    });
  }
});

/** The status that the server answers when the `Host` header says something else. */
function statusFor(url: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { Host: host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    }).on('error', reject);
  });
}
