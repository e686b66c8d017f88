import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { expectNoSeriousViolation, pathPanel } from './pages';

const folder = join(process.env.E2E_HOME ?? '', 'snapshots');
const ID = '2026-11-24T08-10-00Z-gaps';
const file = join(folder, `${ID}.json.gz`);
const STAGING = '394611175351';

/** The example, but a key policy was refused in tools, and staging could not be entered. */
test.beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  const snapshot = JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8'));
  const isRefused = (fact: { source: string; region: string }) =>
    fact.source === 'kms:GetKeyPolicy' && fact.region === 'us-east-2';
  const { arn, account, region } = snapshot.facts.find(isRefused);
  const facts = snapshot.facts.filter(
    (fact: { source: string; region: string; account: string }) =>
      !isRefused(fact) && fact.account !== STAGING,
  );
  const gaps = [
    {
      source: 'kms:GetKeyPolicy',
      permission: 'kms:GetKeyPolicy',
      account,
      region,
      scope: arn,
      cause: 'denied',
      code: 'AccessDeniedException',
    },
    {
      source: 'sts:AssumeRole',
      permission: 'sts:AssumeRole',
      account: STAGING,
      region: 'global',
      scope: null,
      cause: 'denied',
      code: 'AccessDenied',
    },
  ];
  writeFileSync(file, gzipSync(JSON.stringify({ ...snapshot, id: ID, facts, gaps })));
});
test.afterAll(() => rmSync(file));

const panel = (page: Page) => page.getByRole('complementary', { name: 'Account' });
const row = (page: Page, account: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: account, exact: true }) });

test('finds what was refused, copies the statement that cures it and sees what hangs on it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`/pipelines?snapshot=${ID}`);
  await page.getByRole('link', { name: 'Accounts and coverage' }).click();
  await expect(page).toHaveURL(new RegExp(`/accounts\\?snapshot=${ID}`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^1 call was refused in acme-tools, and acme-staging could not be entered: \d+ paths cannot be told\.$/,
  );
  await expect(row(page, 'acme-staging')).toContainText('could not be entered');
  await expect(row(page, 'acme-retail')).toContainText('not scanned');
  await expect(row(page, 'acme-dev')).toContainText('all read');

  await page.getByRole('radio', { name: /^Not answered/ }).check();
  await expect(page.getByRole('status').filter({ hasText: 'shown' })).toHaveText('2 of 5 shown');
  await row(page, 'acme-tools').getByText('1 not answered').click();
  await expect(page).toHaveURL(/account=277321100181/);
  await expect(panel(page).getByRole('heading', { name: 'acme-tools' })).toBeVisible();
  await expect(panel(page).getByRole('row', { name: /us-east-2/ })).toContainText('1 not answered');

  await panel(page).getByRole('button', { name: 'Copy the statement: kms:GetKeyPolicy' }).click();
  await expect(panel(page).getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(copied).toEqual({ Effect: 'Allow', Action: 'kms:GetKeyPolicy', Resource: '*' });

  await panel(page)
    .getByRole('link', { name: /^checkout-service, Prod\/Deploy-Prod-use2$/ })
    .click();
  await expect(pathPanel(page)).toContainText(/Cannot tell whether/);
});

test('a link shows what its sender saw, and the back button undoes one step', async ({ page }) => {
  await page.goto(`/accounts?snapshot=${ID}&find=staging&account=${STAGING}`);
  await expect(page.getByRole('searchbox', { name: 'Search accounts' })).toHaveValue('staging');
  await expect(panel(page)).toContainText('create the role there');
  await panel(page).getByRole('link', { name: 'Close the account' }).click();
  await expect(page).not.toHaveURL(/account=/);
  await expect(panel(page).getByRole('heading', { level: 2, name: 'Not answered' })).toBeVisible();
  await page.goBack();
  await expect(panel(page).getByRole('heading', { name: 'acme-staging' })).toBeVisible();
});

test('goes through the accounts by keyboard alone', async ({ page }) => {
  await page.goto('/accounts?snapshot=example');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '4 of 4 accounts read, every call was answered.',
  );
  const links = page.getByRole('row').getByRole('link');
  await links.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { name: 'acme-dev' })).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused({ timeout: 200 });
  }).toPass();
  await page.keyboard.type('nobody');
  await page.getByRole('button', { name: 'Show all 5' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'shown' })).toHaveText('5 of 5 shown');
});

test('an account that is not there is said to be so', async ({ page }) => {
  await page.goto('/accounts?snapshot=example&account=123456789012');
  await expect(panel(page).getByRole('alert')).toContainText('123456789012');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test('accounts and coverage have no serious violation', async ({ page }) => {
      await page.goto(`/accounts?snapshot=${ID}`);
      await expectNoSeriousViolation(page);
      await page.goto(`/accounts?snapshot=${ID}&account=277321100181`);
      await expectNoSeriousViolation(page);
    });
  });
}
