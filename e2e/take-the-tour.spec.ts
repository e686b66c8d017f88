import { expect, test } from '@playwright/test';
import { expectNoSeriousViolation } from './pages';

const STEPS = 7;

test('a newcomer is led from the map to the statement that decides, by keyboard alone', async ({ page }) => {
  await page.goto('/?snapshot=example');
  await page.getByRole('link', { name: 'Take the tour' }).press('Enter');
  const card = page.getByRole('dialog');
  for (let step = 1; step <= STEPS; step += 1) {
    await expect(card).toContainText(`${step} of ${STEPS}`);
    await expect(card).toBeFocused();
    await expect(page).toHaveURL(new RegExp(`tour=${step}`));
    if (step === 5) await expect(page.getByText('Near miss').first()).toBeVisible();
    await card.press('ArrowRight');
  }
  await expect(card).toHaveCount(0);
  await page.goto('/?snapshot=example');
  await expect(page.getByRole('link', { name: 'Tour', exact: true })).toBeVisible();
});

test('the tour can be left at any step, and is not pressed upon anybody again', async ({ page }) => {
  await page.goto('/?snapshot=example');
  await page.getByRole('link', { name: 'Take the tour' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('dialog')).toContainText('2 of 7');
  await page.getByRole('dialog').press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).not.toHaveURL(/tour=/);
  await page.goto('/?snapshot=example');
  await expect(page.getByRole('link', { name: 'Take the tour' })).toHaveCount(0);
});

test('a step of the tour has no serious accessibility violation', async ({ page }) => {
  await page.goto('/?snapshot=example&tour=1');
  await expect(page.getByRole('dialog')).toBeFocused();
  await expectNoSeriousViolation(page);
});
