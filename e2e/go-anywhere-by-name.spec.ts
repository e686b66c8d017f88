import { expect, type Page, test } from '@playwright/test';
import { BROKEN, expectNoSeriousViolation, pathPanel } from './pages';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Search and commands' });
const field = (page: Page) => page.getByRole('combobox', { name: 'Go to' });
const chosen = (page: Page) => page.getByRole('option', { selected: true });

/** Ctrl-K, as soon as the page listens. */
async function open(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(field(page)).toBeFocused({ timeout: 500 });
  }).toPass();
}

test('goes to an action by a few letters, without a mouse', async ({ page }) => {
  await page.goto('/?snapshot=example');
  await open(page);
  await expect(page.getByRole('group', { name: 'Pages' })).toBeVisible();
  await page.keyboard.type('prod use2 checkout');
  await expect(chosen(page)).toContainText(BROKEN.action);
  await expect(chosen(page)).toContainText('Broken');
  await page.keyboard.press('Enter');
  await expect(palette(page)).toHaveCount(0);
  await expect(pathPanel(page).getByRole('heading', { name: BROKEN.action })).toBeVisible();
  await expect(page).toHaveURL(/snapshot=example/);
});

for (const [what, typed, option, url] of [
  ['a pipeline', 'chkserv', BROKEN.pipeline, /\/pipelines\/\d{12}\.us-east-1\.checkout-service/],
  ['a hat', 'invoice-replay', 'invoice-replay', /\/roles\/\d{12}\./],
  ['a bucket', 'artifacts-use2', 'artifacts-use2', /\/pipelines\/.*find=.*artifacts-use2/],
  ['an account', 'acme-prod', 'acme-prod', /\/accounts\?.*account=\d{12}/],
  ['a finding', 'role-trusts-whole', 'trusts', /\/findings\?.*finding=/],
  ['a page', 'cover', 'Accounts and coverage', /\/accounts\?snapshot=example/],
] as const) {
  test(`finds ${what}`, async ({ page }) => {
    await page.goto('/pipelines?snapshot=example');
    await page.getByRole('button', { name: 'Search and commands' }).click();
    await field(page).fill(typed);
    await page.getByRole('option', { name: option }).first().click();
    await expect(page).toHaveURL(url);
  });
}

test('walks through the list with the arrows, round its ends, and closes on Escape', async ({ page }) => {
  await page.goto('/pipelines?snapshot=example');
  await open(page);
  await field(page).fill('deploy');
  await expect(page.getByRole('group', { name: 'Actions' })).toBeVisible();
  const first = await chosen(page).getAttribute('id');
  await expect(field(page)).toHaveAttribute('aria-activedescendant', `${first}`);
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(chosen(page)).toHaveAttribute('id', `${first}`);
  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);
  await expect(page).toHaveURL(/\/pipelines\?snapshot=example$/);
});

test('does commands: another view of this pipeline, another theme, the keys', async ({ page }) => {
  await page.goto('/pipelines/277321100181.us-east-1.checkout-service?snapshot=example');
  await open(page);
  await field(page).fill('as table');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'What it does' })).toBeVisible();
  await open(page);
  await field(page).fill('dark');
  await expect(chosen(page)).toContainText('Theme: dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await open(page);
  await field(page).fill('keys');
  await page.getByRole('option', { name: 'Keys' }).click();
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
});

test('says when nothing fits, and that a snapshot cannot be searched', async ({ page, request }) => {
  await page.goto('/pipelines?snapshot=example');
  await open(page);
  await field(page).fill('qqqq-zzzz');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing in this snapshot fits' })).toBeVisible();
  await page.goto('/pipelines?snapshot=nothing');
  await open(page);
  await expect(page.getByRole('status').filter({ hasText: 'there is no snapshot' })).toBeVisible();
  expect((await request.get('/api/search?q=x&snapshot=nothing')).status()).toBe(404);
  expect((await request.get(`/api/search?q=${'x'.repeat(201)}`)).status()).toBe(400);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('the palette has no serious violation', async ({ page }) => {
      await page.goto('/pipelines?snapshot=example');
      await open(page);
      await field(page).fill('deploy');
      await expect(page.getByRole('group', { name: 'Actions' })).toBeVisible();
      await expectNoSeriousViolation(page);
    });
  });
}
