import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { expectNoSeriousViolation } from './pages';

const folder = join(process.env.E2E_HOME ?? '', 'snapshots');
const NO_PIPELINE = '2026-11-20T08-00-00Z-nopl';
const REFUSED = '2026-11-20T08-01-00Z-refu';
const fileOf = (id: string) => join(folder, `${id}.json.gz`);

/** The example without its pipelines, and the example whose accounts nobody was let into. */
test.beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  const example = JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8'));
  const put = (id: string, facts: object[], gaps: object[]) =>
    writeFileSync(fileOf(id), gzipSync(JSON.stringify({ ...example, id, facts, gaps })));
  const facts: { kind: string; source: string }[] = example.facts;
  put(
    NO_PIPELINE,
    facts.filter(({ kind }) => !kind.startsWith('pipeline')),
    [],
  );
  put(
    REFUSED,
    facts.filter(({ source }) => source.startsWith('organizations:')),
    example.accounts.map((account: string) => ({
      source: 'sts:AssumeRole',
      permission: 'sts:AssumeRole',
      account,
      region: 'global',
      scope: null,
      cause: 'denied',
      code: 'AccessDenied',
    })),
  );
});
test.afterAll(() => {
  rmSync(fileOf(NO_PIPELINE));
  rmSync(fileOf(REFUSED));
});

for (const path of ['/', '/pipelines']) {
  test(`a snapshot without pipelines says where was looked: ${path}`, async ({ page }) => {
    await page.goto(`${path}?snapshot=${NO_PIPELINE}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No pipeline in this snapshot');
    await expect(page.getByText(/4 of 4 accounts were read, in .*us-east-1/)).toBeVisible();
    await page.getByRole('link', { name: 'What was read' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^4 of 4 accounts read/);
  });
}

test('a snapshot without pipelines still lists its roles, and leads to the rules', async ({ page }) => {
  await page.goto(`/roles?snapshot=${NO_PIPELINE}`);
  await page.getByRole('button', { name: /^Show all \d+ roles/ }).click();
  await expect(page.getByRole('table', { name: 'Hats' })).toBeVisible();
  await page.goto(`/findings?snapshot=${NO_PIPELINE}`);
  await page.getByRole('link', { name: 'The rules' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/rules, 0 of which speak/);
});

for (const path of ['/', '/pipelines', '/roles', '/findings']) {
  test(`a snapshot that was refused everywhere takes nothing for absent: ${path}`, async ({ page }) => {
    await page.goto(`${path}?snapshot=${REFUSED}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('None of the 4 accounts could be read');
    await expect(page.getByText('So it is not known')).toBeVisible();
    await expectNoSeriousViolation(page);
    await page.getByRole('link', { name: 'What was refused' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/4 accounts could not be entered/);
    await expect(page.getByRole('complementary', { name: 'Account' })).toContainText(
      'The scan could not put on its read-only role in acme-prod',
    );
  });
}

test('the palette and the questions live without answers', async ({ page }) => {
  await page.goto(`/ask?snapshot=${REFUSED}`);
  await expect(page.getByText('The IAM of no account was read')).toBeVisible();
  await expect(page.getByText('Questions to begin with')).toHaveCount(0);
  await page.getByRole('button', { name: 'Search and commands' }).click();
  await page.getByRole('combobox', { name: 'Go to' }).fill('acme-prod');
  await expect(page.getByRole('option', { name: 'acme-prod' })).toBeVisible();
});
