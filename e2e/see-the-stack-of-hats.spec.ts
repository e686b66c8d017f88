// Somebody who has never understood cross-account roles looks at one action as hats on one another.
import { expect, test } from '@playwright/test';
import { BROKEN, expectNoSeriousViolation, openPipeline, pathPanel, textsOfSvg } from './pages';

const ACTION = `${BROKEN.stage}/${BROKEN.action}`;
const STACK = `/pipelines/277321100181.us-east-1.checkout-service?snapshot=example&view=stack&action=${encodeURIComponent(ACTION)}`;

test('goes from the graph to the stack, reads who refuses, and opens the hop', async ({ page }) => {
  await openPipeline(page, BROKEN.pipeline);
  await page.keyboard.press('b');
  await expect(pathPanel(page).getByRole('heading', { name: BROKEN.action })).toBeVisible();
  await page.getByRole('radio', { name: 'Stack of hats' }).check();
  await expect(
    page.getByRole('heading', { name: `${BROKEN.action} wears two hats, then reaches back down` }),
  ).toBeVisible();
  await expect(pathPanel(page)).toBeHidden();
  const hop = page.getByRole('link', { name: /^Hop 5: Decrypts with artifacts-use2.*broken/ });
  await expect(hop).toBeVisible();
  await expect(
    page.getByRole('link', { name: /^Hop 3, onto checkout-service-deploy: works.*both must say yes/ }),
  ).toBeVisible();
  await page.getByRole('link', { name: /^Hop 4: Reads from/ }).click();
  await expect(page).toHaveURL(/hop=4/);
  await expect(pathPanel(page).getByRole('button', { name: /Reads from/ })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('group', { name: 'Layers' })).toBeVisible();
});

test('draws by hand, on screen and in the file', async ({ page }) => {
  await page.goto(STACK);
  await page.getByRole('button', { name: 'Hand-drawn' }).click();
  await expect(page).toHaveURL(/pen=hand/);
  await expect.poll(() => page.evaluate(() => document.fonts.check('16px "Patrick Hand"'))).toBe(true);
  await page.getByRole('button', { name: 'Export' }).click();
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: 'SVG', exact: true }).click();
  const download = await started;
  expect(download.suggestedFilename()).toBe('checkout-service-Prod-Deploy-Prod-use2-stack.svg');
  expect(await textsOfSvg(page, await download.path())).toContain('Ground: no hat');
});

test('leads from a hat to its page', async ({ page }) => {
  await page.goto(STACK);
  await page.getByRole('link', { name: /^checkout-service-deploy, action role in acme-prod/ }).press('Enter');
  await expect(page).toHaveURL(/\/roles\//);
});

test('shows the accounts that the pipeline reaches, and none other', async ({ page }) => {
  await openPipeline(page, 'loyalty-api');
  await page.keyboard.press('4');
  await expect(page.getByRole('heading', { name: 'Who reaches whom' })).toBeVisible();
  await expect(page).toHaveURL(/view=accounts/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the stack has no serious violation in ${colorScheme}, by ruler and by hand`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(STACK);
    await expectNoSeriousViolation(page);
    await page.goto(`${STACK}&pen=hand`);
    await expectNoSeriousViolation(page);
  });
}
