import { expect, test } from '@playwright/test';
import { BROKEN, expectNoSeriousViolation, openPipeline, pathPanel } from './pages';

const HAT = '358016501199.checkout-service-deploy';
const EVERY_PAGE = [
  '/?snapshot=example',
  `/roles/${HAT}?snapshot=example`,
  '/findings?snapshot=example',
  '/findings?snapshot=example&finding=nothing',
  '/findings/rules?snapshot=example',
  '/findings/rules/role-trusts-whole-account?snapshot=example',
  '/accounts?snapshot=example&account=277321100181',
  '/ask?snapshot=example',
  '/reach?snapshot=example&from=277321100181.gitlab-runner',
  '/scan',
  '/scan/role',
  '/snapshots',
  '/compare?before=example&after=example',
  '/pipelines?snapshot=nothing',
  '/no/such/page',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    for (const path of EVERY_PAGE) {
      test(`no serious violation: ${path}`, async ({ page }) => {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectNoSeriousViolation(page);
      });
    }

    test('the list has no serious violation', async ({ page }) => {
      await page.goto('/pipelines?snapshot=example');
      await expectNoSeriousViolation(page);
    });

    test('a pipeline with an open permission path has no serious violation', async ({ page }) => {
      await openPipeline(page, BROKEN.pipeline);
      await page.keyboard.press('b');
      await expect(pathPanel(page).getByRole('heading', { name: BROKEN.action })).toBeVisible();
      await expect(page.getByRole('toolbar', { name: 'Zoom' })).toBeVisible();
      await expectNoSeriousViolation(page);
    });

    test('the table twin has no serious violation', async ({ page }) => {
      await openPipeline(page, BROKEN.pipeline);
      await page.getByRole('radio', { name: 'Table' }).check();
      await expectNoSeriousViolation(page);
    });

    test('the page of an unknown pipeline has no serious violation', async ({ page }) => {
      await page.goto('/pipelines/111122223333.us-east-1.no-such-pipeline');
      await expectNoSeriousViolation(page);
    });
  });
}

test('the theme that was chosen is there from the first paint of the next page', async ({ page }) => {
  await page.goto('/pipelines');
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('button', { name: 'Dark' }).click();
  const response = await page.reload();
  expect(await response?.text()).toContain('<html lang="en" data-theme="dark"');
});
