import { expect, test } from '@playwright/test';
import { BROKEN, expectNoSeriousViolation, openPipeline, pathPanel } from './pages';

test('copies the permission path as text for a ticket, by keyboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openBroken(page);
  const button = pathPanel(page).getByRole('button', { name: 'Copy as text for a ticket' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(pathPanel(page).getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(new RegExp(`^Pipeline: ${BROKEN.pipeline} `));
  expect(text).toContain('Verdict: broken');
  expect(text).toContain('What to change');
  expect(text).toContain('acme-prod changes nothing');
});

test('copies without the Clipboard API, as over plain http', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await openBroken(page);
  await pathPanel(page).getByRole('button', { name: 'Copy as text for a ticket' }).click();
  await expect(pathPanel(page).getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible();
});

test('shows the text to be taken by hand where the browser refuses', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  await openBroken(page);
  await pathPanel(page).getByRole('button', { name: 'Copy as text for a ticket' }).click();
  await expect(pathPanel(page).getByRole('textbox', { name: 'Text for a ticket' })).toHaveValue(
    /Verdict: broken/,
  );
  await expectNoSeriousViolation(page);
});

async function openBroken(page: Parameters<typeof openPipeline>[0]): Promise<void> {
  await openPipeline(page, BROKEN.pipeline);
  await pathPanel(page)
    .getByRole('link', { name: new RegExp(BROKEN.action) })
    .click();
  await expect(pathPanel(page).getByRole('heading', { name: BROKEN.action })).toBeVisible();
}
