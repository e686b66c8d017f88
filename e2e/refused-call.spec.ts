import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { BROKEN, pathPanel } from './pages';

const folder = join(process.env.E2E_HOME ?? '', 'snapshots');
const file = join(folder, '2026-11-24T08-00-00Z-refu.json.gz');

test.beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  const snapshot = JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8'));
  const isRefused = (fact: { source: string; region: string }) =>
    fact.source === 'kms:GetKeyPolicy' && fact.region === 'us-east-2';
  const { arn, account, region } = snapshot.facts.find(isRefused);
  const gap = {
    source: 'kms:GetKeyPolicy',
    permission: 'kms:GetKeyPolicy',
    account,
    region,
    scope: arn,
    cause: 'denied',
    code: 'AccessDeniedException',
  };
  const facts = snapshot.facts.filter((fact: { source: string; region: string }) => !isRefused(fact));
  writeFileSync(
    file,
    gzipSync(JSON.stringify({ ...snapshot, id: '2026-11-24T08-00-00Z-refu', facts, gaps: [gap] })),
  );
});
test.afterAll(() => rmSync(file));

test('what was not read is neither fine nor broken, and the missing permission is named', async ({
  page,
}) => {
  await page.goto('/pipelines');
  await page.getByText('Show the permissions to add').click();
  await expect(page.getByRole('listitem').filter({ hasText: 'kms:GetKeyPolicy' })).toContainText(
    'us-east-2: denied',
  );

  await page.getByRole('link', { name: BROKEN.pipeline, exact: true }).click();
  await pathPanel(page)
    .getByRole('link', { name: new RegExp(BROKEN.action) })
    .click();
  await expect(pathPanel(page).getByRole('heading', { name: BROKEN.action })).toBeVisible();
  await expect(pathPanel(page)).toContainText(/Cannot tell whether .* kms:GetKeyPolicy was refused/);
  await expect(pathPanel(page)).toContainText('allow kms:GetKeyPolicy to the read-only role');
});
