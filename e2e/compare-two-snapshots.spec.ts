import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { expectNoSeriousViolation, textsOfSvg } from './pages';
import { type OwnServer, startOwnServer } from './scan-server';

interface Fact {
  readonly kind: string;
  readonly arn: string | null;
  readonly data: { Policy?: string; AliasName?: string; TargetKeyId?: string };
}

let server: OwnServer;
let later: string;

/** The example a day later: the store key of eu-west-1 has forgotten everybody but its own account. */
function aDayLater(): string {
  const snapshot = JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8'));
  const facts: readonly Fact[] = snapshot.facts;
  const id = facts.find(({ data }) => data?.AliasName === 'alias/artifacts-euw1')?.data.TargetKeyId ?? '?';
  for (const { kind, arn, data } of facts) {
    if (kind !== 'key-policy' || !arn?.endsWith(id)) continue;
    const policy = JSON.parse(data.Policy ?? '{}');
    data.Policy = JSON.stringify({ ...policy, Statement: policy.Statement.slice(0, 1) });
  }
  const file = join(server.home, 'later.json');
  const takenAt = new Date(Date.parse(snapshot.takenAt) + 86_400_000).toISOString();
  writeFileSync(file, JSON.stringify({ ...snapshot, id: 'acme-later', takenAt }));
  return file;
}

/** The account ids of the example, and what its accounts, pipelines, roles, buckets and keys are called. */
function namesOfTheExample(): string[] {
  const source = readFileSync('public/samples/acme-retail.json', 'utf8');
  const names = new Set<string>();
  for (const { arn, data } of JSON.parse(source).facts as readonly Fact[]) {
    const called = arn?.split(/[:/]/).at(-1);
    for (const name of [called, data?.AliasName?.slice('alias/'.length)])
      if (name !== undefined && name.length > 8) names.add(name);
  }
  for (const [id] of source.matchAll(/\b\d{12}\b/g)) names.add(id);
  return [...names];
}

async function upload(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload a snapshot' }).click();
  await (await chooser).setFiles(file);
  await expect(page.getByRole('status')).toContainText('is taken in as');
}

test.beforeAll(async () => {
  server = await startOwnServer();
});

test.afterAll(() => server?.stop());

test('says that comparing takes two', async ({ page }) => {
  await page.goto(`${server.url}/compare`);
  await expect(page.getByRole('heading', { name: 'Comparing takes two snapshots' })).toBeVisible();
  await expectNoSeriousViolation(page);
});

test('tells what turned between two snapshots, why, and draws both in one graph', async ({ page }) => {
  test.setTimeout(120_000);
  later = aDayLater();
  await page.goto(`${server.url}/snapshots`);
  await upload(page, 'public/samples/acme-retail.json');
  await page.reload();
  await upload(page, later);
  await page.reload();

  await page.getByRole('link', { name: 'Compare', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/pipelines got worse/);
  const list = page.getByRole('navigation', { name: 'Pipelines that differ' });
  await list.getByRole('link', { name: /loyalty-api/ }).click();
  await expect(page).toHaveURL(/pipeline=.*loyalty-api/);
  const row = page.getByRole('row').filter({ hasText: 'Dev/Deploy-Dev' });
  await expect(row).toContainText('Works');
  await expect(row).toContainText('Broken');
  await expect(row).toContainText('Because of the key policy of artifacts-euw1 in acme-tools (changed)');
  await expect(page.locator('del').filter({ hasText: 'AllowActionRoles' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Legend' })).toContainText('Changed: another verdict');
  await expect(page.getByRole('link', { name: /works → broken/ })).toBeVisible();

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoSeriousViolation(page);
  }

  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export/ }).click();
  await page.getByRole('link', { name: 'SVG', exact: true }).click();
  const texts = await textsOfSvg(page, await (await coming).path());
  expect(texts).toContain('works → broken');
  expect(texts.some((text) => text.includes('After: acme-later'))).toBe(true);
});

test('a comparison is taken along without names', async ({ page }) => {
  await page.goto(`${server.url}/compare?before=acme-retail&after=acme-later`);
  await page
    .getByRole('navigation', { name: 'Pipelines that differ' })
    .getByRole('link', { name: /loyalty-api/ })
    .click();
  await expect(page).toHaveURL(/pipeline=.*loyalty-api/);
  await page.getByRole('button', { name: /^Export/ }).click();
  await page.getByRole('checkbox', { name: 'Pseudonyms instead of names' }).check();
  const files = page.getByRole('list', { name: 'Files' });
  for (const label of ['SVG', 'draw.io', 'Markdown', 'GraphML', 'JSON', 'CSV of edges']) {
    const coming = page.waitForEvent('download');
    if (!(await files.isVisible())) await page.getByRole('button', { name: /^Export/ }).click();
    await files.getByRole('link', { name: label, exact: true }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/^pipeline-\d+-compared\.[a-z]+$/);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text, label).toContain('pipeline-');
    expect(
      namesOfTheExample().filter((name) => text.includes(name)),
      label,
    ).toEqual([]);
  }
});

test('the same two, turned round, got better; one with itself is the same', async ({ page }) => {
  await page.goto(`${server.url}/compare?before=acme-later&after=acme-retail`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/got better/);
  await page.goto(`${server.url}/compare?before=acme-later&after=acme-later`);
  await expect(
    page.getByRole('heading', { name: 'Nothing differs between these two snapshots' }),
  ).toBeVisible();
});

test('chooses two by keyboard', async ({ page }) => {
  await page.goto(`${server.url}/compare?before=acme-later&after=acme-later`);
  await page.getByLabel('Before', { exact: true }).selectOption({ label: 'The example' });
  await page.getByRole('button', { name: 'Compare', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/before=example&after=acme-later/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/got worse/);
});

test('a snapshot that nobody knows is said, and an export of it refused', async ({ page, request }) => {
  await page.goto(`${server.url}/compare?before=nobody&after=acme-later`);
  await expect(page.getByRole('alert').filter({ hasText: 'nobody' })).toContainText('there is no snapshot');
  const answer = await request.get(
    `${server.url}/api/snapshots/acme-later/exports/svg?before=nobody&pipeline=x`,
  );
  expect(answer.status()).toBe(404);
});

test('the API says what it takes and answers, and which version it is', async ({ request }) => {
  const answer = await request.get(`${server.url}/api/openapi.json`);
  expect(answer.headers()['hatstack-api']).toBe('1');
  expect(await answer.json()).toEqual(JSON.parse(readFileSync('docs/openapi.json', 'utf8')));
});
