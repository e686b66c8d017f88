import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { expectNoSeriousViolation } from './pages';
import { type OwnServer, startOwnServer } from './scan-server';

let server: OwnServer;

test.beforeAll(async () => {
  server = await startOwnServer();
});

test.afterAll(() => server?.stop());

async function upload(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload a snapshot' }).click();
  await (await chooser).setFiles(file);
}

test('takes in a snapshot, names, pins, hands it out and deletes it', async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto(`${server.url}/snapshots`);
  await expect(page.getByRole('heading', { name: 'No snapshot yet' })).toBeVisible();
  await upload(page, 'public/samples/acme-retail.json');
  await expect(page.getByRole('status')).toContainText('acme-retail.json is taken in as');
  const row = page.getByRole('row').nth(1);
  await expect(row).toContainText('Complete');

  await row.getByRole('button', { name: /^Rename/ }).click();
  await page.getByRole('textbox', { name: /^Name of/ }).fill('Before the move');
  await page.keyboard.press('Enter');
  await expect(row.getByRole('link', { name: 'Before the move', exact: true })).toBeVisible();
  await row.getByRole('button', { name: 'Pin Before the move' }).click();
  await expect(row).toContainText('pinned');

  const coming = page.waitForEvent('download');
  await row.getByRole('link', { name: 'Download Before the move' }).click();
  const file = await (await coming).path();
  expect(gunzipSync(readFileSync(file)).toString()).toMatch(/^\{"hatstack":"snapshot"/);

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoSeriousViolation(page);
  }

  await row.getByRole('button', { name: 'Delete Before the move' }).click();
  await row.getByRole('button', { name: 'Keep it' }).click();
  await row.getByRole('button', { name: 'Delete Before the move' }).click();
  await row.getByRole('button', { name: 'Delete Before the move' }).click();
  await expect(page.getByRole('heading', { name: 'No snapshot yet' })).toBeVisible();

  const noted = readFileSync(join(server.home, 'audit.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(noted.map(({ event }) => event)).toEqual(['upload', 'change', 'change', 'export', 'delete']);
  expect(noted[1].about).toMatchObject({ name: 'Before the move' });
  expect(noted[2].about).toMatchObject({ isPinned: 'true' });
});

test('a file that is no snapshot gives one clear line and changes nothing', async ({ page }) => {
  const bad = join(server.home, 'holiday.json');
  writeFileSync(bad, '{"version": 1, "facts": [');
  await page.goto(`${server.url}/snapshots`);
  await upload(page, bad);
  await expect(page.getByRole('alert').filter({ hasText: 'holiday.json' })).toHaveText(
    /holiday.json is cut off or damaged and cannot be read/,
  );
  await expect(page.getByRole('heading', { name: 'No snapshot yet' })).toBeVisible();
});
