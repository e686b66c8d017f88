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
