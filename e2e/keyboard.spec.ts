import { expect, type Locator, test } from '@playwright/test';
import { BROKEN, pathPanel } from './pages';

test('reaches the deciding statement without a mouse', async ({ page }) => {
  await page.goto('/pipelines?snapshot=example');
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox', { name: 'Search pipelines' })).toBeFocused({ timeout: 200 });
  }).toPass();
  await page.keyboard.type('checkout');
  await expect(page).toHaveURL(/find=checkout/);
  await tabTo(page.getByRole('link', { name: BROKEN.pipeline, exact: true }));
  await page.keyboard.press('Enter');
  await expect(pathPanel(page)).toBeVisible();

  await page.keyboard.press('b');
  await expect(pathPanel(page).getByRole('heading', { name: BROKEN.action })).toBeVisible();
  await expect(pathPanel(page).getByRole('button', { name: /^5?.*Decrypts with/ })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  await page.keyboard.press('[');
  await expect(page).toHaveURL(/hop=4/);
  await page.keyboard.press(']');
  await expect(pathPanel(page).getByRole('region', { name: /^Text of Key policy/ })).toBeVisible();

  await page.keyboard.press('t');
  await expect(page.getByRole('columnheader', { name: 'What it does' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Permission paths' })).toBeVisible();
});

test('moves through the list with the arrows', async ({ page }) => {
  await page.goto('/pipelines?snapshot=example');
  const links = page.getByRole('row').getByRole('link');
  await links.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(links.first()).toBeFocused();
});

test('resizes the panel with the keyboard, and the next page keeps the width', async ({ page }) => {
  await page.goto('/pipelines?snapshot=example');
  await page.getByRole('link', { name: BROKEN.pipeline, exact: true }).click();
  const edge = page.getByRole('separator', { name: 'Width of the panel' });
  await edge.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(edge).toHaveAttribute('aria-valuenow', '416');
  await page.reload();
  await expect(edge).toHaveAttribute('aria-valuenow', '416');
});

/** Presses Tab until the element has the focus; it must not be far. */
async function tabTo(target: Locator): Promise<void> {
  const isFocused = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 30 && !(await isFocused()); presses += 1) {
    await target.page().keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}
