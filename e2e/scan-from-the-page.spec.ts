import { expect, type Page, test } from '@playwright/test';
import { expectNoSeriousViolation } from './pages';
import { type EmulatedCompany, type OwnServer, startCompany, startOwnServer } from './scan-server';

test.describe('with an AWS behind the server', () => {
  let company: EmulatedCompany;
  let server: OwnServer;

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    company = await startCompany();
    // One call after the other, so that there is something to see.
    server = await startOwnServer({ ...company.env, HATSTACK_CONCURRENCY: '1' });
  });

  test.afterAll(async () => {
    await server?.stop();
    await company?.stop();
  });

  async function fillIn(page: Page): Promise<void> {
    await page.goto(`${server.url}/scan`);
    await page.getByRole('radio', { name: 'Named accounts' }).check({ force: true });
    await page.getByLabel('Accounts', { exact: true }).fill(company.accounts);
    await page.getByLabel('Role name').fill(company.roleName);
    await page.getByLabel('External id').fill(company.externalId);
    await page.getByLabel('Regions', { exact: true }).fill('us-east-1 us-east-2');
    await page.getByRole('button', { name: 'Show the plan' }).click();
    await expect(page.getByRole('region', { name: 'Plan of the scan' })).toContainText(
      `role: \`${company.roleName}\` in each account`,
    );
  }

  test('stops a scan, goes on with it while two browsers watch, and opens the snapshot', async ({
    page,
    browser,
  }) => {
    test.setTimeout(180_000);
    await fillIn(page);
    await page.getByRole('button', { name: 'Start the scan' }).click();
    await expect(page.getByRole('heading', { name: /^Reading 4 accounts/ })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('table', { name: 'Each account' })).toContainText('us-east-2');
    await page.getByRole('button', { name: 'Stop the scan' }).click();
    await expect(page.getByRole('heading', { name: 'The scan was stopped' })).toBeVisible({
      timeout: 30_000,
    });

    await page.getByRole('button', { name: 'Go on with it' }).click();
    await expect(page.getByRole('button', { name: 'Stop the scan' })).toBeVisible({ timeout: 30_000 });
    const other = await browser.newPage();
    await other.goto(`${server.url}/scan`);
    for (const one of [page, other])
      await expect(one.getByRole('heading', { name: /^The scan is complete/ })).toBeVisible({
        timeout: 90_000,
      });
    await other.close();

    await page.getByRole('link', { name: 'Open the snapshot' }).click();
    await expect(page).toHaveURL(/\/\?snapshot=2/);
    await expect(page.getByText('4 of 4 accounts read')).toBeVisible();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`a finished scan has no serious violation (${colorScheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${server.url}/scan`);
      await expect(page.getByRole('table', { name: 'Each account' })).toBeVisible();
      await expectNoSeriousViolation(page);
    });
  }
});

test.describe('without credentials', () => {
  let server: OwnServer;

  test.beforeAll(async () => {
    server = await startOwnServer({
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ACCESS_KEY_ID: '',
      AWS_SECRET_ACCESS_KEY: '',
    });
  });

  test.afterAll(() => server?.stop());

  test('says in one line what is missing, by keyboard alone', async ({ page }) => {
    await page.goto(`${server.url}/scan`);
    await page.getByLabel('Regions', { exact: true }).focus();
    await page.keyboard.type('us-east-1');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Start the scan' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'The scan could not be done' })).toBeVisible({
      timeout: 30_000,
    });
    await expect(page.getByRole('alert').filter({ hasText: 'credentials' })).toHaveCount(1);
  });

  test('a mistake in the form is told beside it, and nothing starts', async ({ page }) => {
    await page.goto(`${server.url}/scan`);
    await page.getByRole('radio', { name: 'Whole organisation' }).check({ force: true });
    await page.getByRole('button', { name: 'Show the plan' }).click();
    await expect(page.getByText('fill in the role name')).toBeVisible();
  });

  test('another site can start nothing', async ({ request }) => {
    const data = { reach: 'credentials', accounts: '', roleName: '', externalId: '', regions: '' };
    for (const headers of [{}, { Origin: 'https://evil.example' }, { 'Sec-Fetch-Site': 'cross-site' }]) {
      const response = await request.post(`${server.url}/api/scans`, { data, headers });
      expect(response.status()).toBe(403);
      expect((await response.json()).detail).not.toBe('');
    }
  });

  test('the role is written as it was asked for, ready to copy, with every call', async ({ page }) => {
    await page.goto(`${server.url}/scan`);
    await page.getByRole('link', { name: 'See the role and its reasons' }).click();
    await page.getByLabel('Trusted account').fill('111122223333');
    await page.getByLabel('External id').fill('our-own-id');
    await page.getByRole('button', { name: 'Write it so' }).click();
    await expect(page.getByRole('region', { name: 'The role as CloudFormation' })).toContainText(
      'our-own-id',
    );
    await expect(page.getByRole('region', { name: 'The role as Terraform' })).toContainText('111122223333');
    await expect(page.getByRole('button', { name: /^Copy: the role as/ })).toHaveCount(2);
    await expect(page.getByRole('row', { name: /^kms / })).toContainText('GetKeyPolicy');
    await expectNoSeriousViolation(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectNoSeriousViolation(page);
  });
});
