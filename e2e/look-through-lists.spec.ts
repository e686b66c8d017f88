import { expect, test } from '@playwright/test';
import { expectNoSeriousViolation } from './pages';

test('finds a grave finding, opens its evidence by keyboard, and closes it again', async ({ page }) => {
  await page.goto('/?snapshot=example');
  await page.getByRole('link', { name: 'Findings', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\d+ findings, \d+ of high/);
  await page.getByRole('radio', { name: /^High/ }).check();
  await expect(page).toHaveURL(/severity=high/);
  await page.getByRole('table', { name: 'Findings' }).getByRole('link').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Finding' });
  await expect(panel.getByRole('heading', { name: 'Why it matters' })).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'What to do' })).toBeVisible();
  await expect(page).toHaveURL(/finding=/);
  await expectNoSeriousViolation(page);
  await panel.getByRole('link', { name: 'Close the finding' }).click();
  await expect(panel).toHaveCount(0);
});

test('reads about the rule of a finding, and goes back to its findings', async ({ page }) => {
  await page.goto('/findings?snapshot=example');
  await page.getByRole('table', { name: 'Findings' }).getByRole('link').first().click();
  await page.getByRole('link', { name: 'An example, and how to except it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'A pipeline’s role trusts a whole account',
  );
  await expect(page.getByRole('region', { name: 'Example: put right' })).toContainText('aws:PrincipalArn');
  await expectNoSeriousViolation(page);
  await page.getByRole('link', { name: '1 finding in this snapshot' }).click();
  await expect(page.getByRole('searchbox', { name: 'Search findings' })).toHaveValue(
    'role-trusts-whole-account',
  );
  await expect(page.getByRole('table', { name: 'Findings' }).getByRole('link')).toHaveCount(1);
  await page.getByRole('link', { name: 'All rules' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d+ rules, \d+ of which speak/);
  await expectNoSeriousViolation(page);
  expect((await page.goto('/findings/rules/nothing'))?.status()).toBe(404);
});

test('says which filter hides how many, and lifts one of them', async ({ page }) => {
  await page.goto('/findings?snapshot=example&find=whole&severity=low');
  await expect(page.getByText('The severity Low hides')).toBeVisible();
  await page
    .getByRole('paragraph')
    .filter({ hasText: 'The severity Low' })
    .getByRole('button', { name: 'Lift it' })
    .click();
  await expect(page.getByRole('table', { name: 'Findings' }).getByRole('link')).toHaveCount(1);
  await expect(page).not.toHaveURL(/severity=/);
});

test('the rail says how many findings the snapshot has', async ({ page }) => {
  await page.goto('/pipelines?snapshot=example');
  const sign = page.getByRole('link', { name: 'Findings', exact: true });
  await expect(sign).toHaveText(/^\d+$/);
  await sign.click();
  const count = await sign.textContent();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(`^${count} findings`));
});

test('sorts the hats, shows roles that no pipeline wears, and opens one', async ({ page }) => {
  await page.goto('/roles?snapshot=example');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Pipelines wear \d+ hats/);
  await page.getByRole('button', { name: 'Can put it on' }).click();
  await expect(page).toHaveURL(/sort=can/);
  await page.getByRole('button', { name: /^All roles/ }).click();
  await expect(page).toHaveURL(/all=true/);
  await page.getByRole('searchbox', { name: 'Search hats' }).fill('nothing-like-this');
  await page.getByRole('button', { name: /^Show all/ }).click();
  await page.getByRole('table', { name: 'Hats' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/roles\/\d{12}/);
  await page.getByRole('link', { name: 'Ask what this hat may do' }).click();
  await expect(page.getByRole('combobox', { name: 'Can' })).toHaveValue(/^arn:aws:iam::/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('the lists have no serious violation', async ({ page }) => {
      await page.goto('/findings?snapshot=example');
      await expectNoSeriousViolation(page);
      await page.goto('/roles?snapshot=example&all=true');
      await expectNoSeriousViolation(page);
    });
  });
}
