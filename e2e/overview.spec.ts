import { expect, test } from '@playwright/test';
import { BROKEN, expectNoSeriousViolation, pathPanel, textsOfSvg } from './pages';

test.beforeEach(async ({ page }) => {
  await page.goto('/?snapshot=example');
});

test('says how the organisation stands, and leads from a cause to its proof', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '2 of 8 pipelines cannot deploy. 11 principals can put on acme-prod/billing-batch-deploy, 1 needs to.',
  );
  const causes = page.getByRole('region', { name: /^What breaks first/ });
  await expect(causes.getByRole('listitem').first()).toContainText('cannot decrypt with artifacts-use2');
  await causes.getByRole('link', { name: BROKEN.pipeline }).click();
  await expect(pathPanel(page).getByRole('heading', { name: BROKEN.action })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('region', { name: /^Last failed executions/ })).toContainText(
    'its trust policy wants an external id',
  );
  await expect(page.getByRole('region', { name: /^What was read/ })).toContainText('not scanned');
});

test('reads in the map who reaches whom, and opens the pipelines behind a line', async ({ page }) => {
  const map = page.getByRole('region', { name: 'Who reaches whom' });
  await expect(map.getByRole('link', { name: /^acme-tools, 277321100181/ })).toBeVisible();
  await map
    .getByRole('link', { name: 'acme-tools reaches acme-prod: 5 pipelines, 1 broken, over-broad' })
    .click();
  await expect(page).toHaveURL(/\/pipelines\?.*find=acme-prod/);
  await expect(page.getByRole('row').filter({ hasText: BROKEN.pipeline })).toBeVisible();
  await page.goBack();
  await map.getByRole('link', { name: /^acme-retail, 604117732948, not scanned/ }).click();
  await expect(page.getByRole('complementary', { name: 'Account' })).toContainText('acme-retail');
});

test('lists the pipelines of one state from its count', async ({ page }) => {
  await page.getByRole('link', { name: '2 broken' }).click();
  await expect(page.getByRole('radio', { name: /^Broken/ })).toBeChecked();
  await expect(page.getByRole('status').filter({ hasText: 'shown' })).toHaveText('2 of 8 shown');
});

test('takes the map along as a file', async ({ page }) => {
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'SVG', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('accounts.svg');
  const texts = await textsOfSvg(page, await download.path());
  expect(texts).toEqual(expect.arrayContaining(['acme-tools', 'acme-prod', 'GitLab CI']));
});

test('goes from the map to a cause by keyboard alone', async ({ page }) => {
  const map = page.getByRole('region', { name: 'Who reaches whom' });
  const first = map.getByRole('link').first();
  for (let presses = 0; presses < 30; presses += 1) {
    if (await first.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(first).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/\/\?snapshot=example$/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test('the overview has no serious violation', async ({ page }) => {
      await expect(page.getByRole('heading', { level: 1 })).toContainText('cannot deploy');
      await expectNoSeriousViolation(page);
    });
  });
}
