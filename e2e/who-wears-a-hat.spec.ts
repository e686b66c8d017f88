import { expect, test } from '@playwright/test';
import { BROKEN, expectNoSeriousViolation, openPipeline, pathPanel } from './pages';

const HAT = '/roles/358016501199.billing-batch-deploy?snapshot=example';

test('goes from the overview to an over-broad hat, and sees who can put it on and why', async ({ page }) => {
  await page.goto('/?snapshot=example');
  await page.getByRole('link', { name: 'acme-prod/billing-batch-deploy' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^11 principals can put on acme-prod’s billing-batch-deploy\. One needs to\./,
  );
  await expect(page.getByText('The trust policy names acme-tools as a whole')).toBeVisible();
  const wearers = page.getByRole('region', { name: /^Who can put it on/ });
  await expect(wearers.getByRole('row')).toHaveCount(12);
  await expect(wearers.getByRole('row', { name: /^billing-batch-pipeline/ })).toContainText('needs it');
  await expect(wearers.getByRole('row', { name: /^bastion/ })).toContainText(
    'Inline policy assume, statement 1, “AssumeAnyRole”',
    { ignoreCase: true },
  );
  const statement = page.getByRole('region', { name: /^Text of Trust policy/ });
  await expect(statement.locator('[data-mark="deciding"]').filter({ hasText: ':root' })).toBeVisible();

  await page
    .getByRole('region', { name: /^Pipelines it serves/ })
    .getByRole('link', { name: 'Prod/Deploy-Prod: Works' })
    .click();
  await expect(pathPanel(page).getByRole('heading', { name: 'Deploy-Prod' })).toBeVisible();
});

test('follows the chain of hats from one to the next, and back', async ({ page }) => {
  await page.goto('/roles/277321100181.checkout-service-pipeline?snapshot=example');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Only codepipeline.amazonaws.com can put on acme-tools’s checkout-service-pipeline.',
  );
  const next = page.getByRole('region', { name: 'From here' });
  await next.locator('summary', { hasText: 'acme-prod/checkout-service-deploy' }).click();
  await next.getByRole('link', { name: 'Open acme-prod/checkout-service-deploy' }).click();
  await expect(page).toHaveURL(/\/roles\/358016501199\.checkout-service-deploy\?snapshot=example/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('acme-prod’s checkout-service-deploy');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('checkout-service-pipeline');
});

test('reaches a hat from the hop that puts it on', async ({ page }) => {
  await openPipeline(page, BROKEN.pipeline);
  await pathPanel(page)
    .getByRole('link', { name: new RegExp(BROKEN.action) })
    .click();
  await pathPanel(page)
    .getByRole('button', { name: /It puts on acme-prod/ })
    .click();
  await pathPanel(page).getByRole('link', { name: 'Who can put on checkout-service-deploy' }).click();
  await expect(page).toHaveURL(/\/roles\/358016501199\.checkout-service-deploy\?snapshot=example/);
});

test('an ARN opens the same page, and a name that is none gets a 404 that leads on', async ({ page }) => {
  const arn = 'arn:aws:iam::358016501199:role/billing-batch-deploy';
  await page.goto(`/roles/${encodeURIComponent(arn)}?snapshot=example`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('11 principals');
  const response = await page.goto('/roles/358016501199.nobody?snapshot=example');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'No hat 358016501199.nobody in this snapshot',
  );
  await page.getByRole('link', { name: 'What was read' }).click();
  await expect(page.getByRole('complementary', { name: 'Account' })).toContainText('acme-prod');
});

test('goes from the drawing to another hat by keyboard alone', async ({ page }) => {
  await page.goto(HAT);
  await page.getByRole('region', { name: /^The hat, who can put it on/ }).focus();
  await page.keyboard.press('Tab');
  await expect(
    page.getByRole('link', { name: /^billing-batch-pipeline, acme-tools, role, needs it/ }),
  ).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/billing-batch-pipeline/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test('a hat has no serious violation', async ({ page }) => {
      await page.goto(HAT);
      await expect(page.getByRole('heading', { level: 1 })).toContainText('11 principals');
      await expectNoSeriousViolation(page);
    });
  });
}
