// What a user lays over the drawing, folds, finds and hides; a link or the back button brings it again.
import { expect, type Page, test } from '@playwright/test';
import { BROKEN, expectNoSeriousViolation, openPipeline, textsOfSvg } from './pages';

const card = (page: Page, name: RegExp) => page.getByRole('button', { name });
const ringsIn = (page: Page) => page.getByRole('list', { name: 'Legend' }).getByText('One account decides');

test('switches layers off and on, by mouse and by key, and a link keeps them', async ({ page }) => {
  await openPipeline(page, BROKEN.pipeline);
  const layers = page.getByRole('group', { name: 'Layers' });
  await expect(layers.getByRole('button', { name: 'Hats' })).toHaveAttribute('aria-pressed', 'true');
  await expect(ringsIn(page)).toBeVisible();
  await layers.getByRole('button', { name: 'Where IAM decides' }).click();
  await expect(page).toHaveURL(/layers=flow,hats/);
  await expect(ringsIn(page)).toBeHidden();
  const hat = page.getByRole('img', { name: /^start-pipelines, event role/ });
  await expect(hat).toBeVisible();
  await page.keyboard.press('3');
  await expect(hat).toBeHidden();
  await page.reload();
  await expect(layers.getByRole('button', { name: 'Hats' })).toHaveAttribute('aria-pressed', 'false');
  await expect(hat).toBeHidden();
  await page.keyboard.press('2');
  await expect(ringsIn(page)).toBeVisible();
});

test('folds an account into a count and opens it again; back undoes it', async ({ page }) => {
  await openPipeline(page, BROKEN.pipeline);
  const action = card(page, new RegExp(`^${BROKEN.stage}, ${BROKEN.action}`));
  await expect(action).toBeVisible();
  await page.getByRole('button', { name: 'Fold account acme-prod' }).click();
  await expect(action).toBeHidden();
  const folded = card(page, /^Folded: 2 actions, 1 broken, 1 works/);
  await expect(folded).toBeVisible();
  await page.goBack();
  await expect(action).toBeVisible();
  await page.goForward();
  await folded.click();
  await expect(action).toBeVisible();
});

test('folds the lane of the card that has the focus with a key', async ({ page }) => {
  await openPipeline(page, BROKEN.pipeline);
  await card(page, /^Staging, Deploy-Staging-use2/).focus();
  await page.keyboard.press('c');
  await expect(card(page, /^Folded: 1 action, 1 works/)).toBeVisible();
  await expect(page).toHaveURL(/fold=region/);
});

test('hides what works, and the file that is taken along hides it too', async ({ page }) => {
  await openPipeline(page, BROKEN.pipeline);
  await page.keyboard.press('h');
  await expect(page.getByRole('combobox', { name: 'Hide' })).toBeFocused();
  await page.keyboard.type('what works');
  const works = card(page, /^Staging, Deploy-Staging-use2/);
  await expect(works).toBeHidden();
  await expect(card(page, new RegExp(`^${BROKEN.stage}, ${BROKEN.action}`))).toBeVisible();
  await page.getByRole('button', { name: 'Export' }).click();
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: 'SVG', exact: true }).click();
  const texts = await textsOfSvg(page, await (await started).path());
  expect(texts).toContain(BROKEN.action);
  expect(texts).not.toContain('Deploy-Staging-use2');
});

test('finds an action by name: the rest steps back, Enter opens it', async ({ page }) => {
  await openPipeline(page, BROKEN.pipeline);
  await page.keyboard.press('/');
  await page.keyboard.type('deploy-dev');
  const opacity = (name: RegExp) =>
    card(page, name).evaluate((element) => Number(getComputedStyle(element).opacity));
  await expect.poll(() => opacity(/^Staging, Deploy-Staging-use2/)).toBeLessThan(0.5);
  await expect.poll(() => opacity(/^Dev, Deploy-Dev/)).toBe(1);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Deploy-Dev' })).toBeVisible();
  await expect(page).toHaveURL(/find=deploy-dev/);
});

test('dims what has nothing to do with the card under the pointer', async ({ page }) => {
  await openPipeline(page, BROKEN.pipeline);
  await card(page, /^Dev, Deploy-Dev/).hover();
  const opacity = () =>
    card(page, /^Staging, Deploy-Staging-use2/).evaluate((element) =>
      Number(getComputedStyle(element).opacity),
    );
  await expect.poll(opacity).toBeLessThan(0.5);
  await page.mouse.move(5, 5);
  await expect.poll(opacity).toBe(1);
});

test('shows larger names from further away and only counts from far', async ({ page }) => {
  await openPipeline(page, BROKEN.pipeline);
  const dev = card(page, /^Dev, Deploy-Dev/);
  await expect(dev.getByText('Deploy-Dev')).toBeVisible();
  await page.getByRole('button', { name: 'Fit' }).click();
  // A key pressed while the camera still moves counts from where the camera is: one at a time.
  await expect(async () => {
    await page.keyboard.press('-');
    await expect(dev.getByText('Deploy-Dev')).toHaveCount(0, { timeout: 700 });
  }).toPass();
  await expect(async () => {
    await page.keyboard.press('+');
    await expect(dev.getByText('CloudFormation')).toBeVisible({ timeout: 700 });
  }).toPass();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a drawing with folded boxes has no serious violation in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openPipeline(page, BROKEN.pipeline);
    await page.getByRole('button', { name: 'Fold account acme-prod' }).click();
    await expect(card(page, /^Folded/)).toBeVisible();
    await expectNoSeriousViolation(page);
  });
}

test('the drawing as a file has the layers that the page has', async ({ page, request }) => {
  await page.goto('/pipelines?snapshot=example');
  const answer = await request.get(
    '/api/snapshots/example/exports/svg?pipeline=277321100181.us-east-1.checkout-service&layers=flow&theme=dark',
  );
  expect(answer.status()).toBe(200);
  expect(await answer.text()).not.toContain('A hat worn by an action');
  const wrong = await request.get(
    '/api/snapshots/example/exports/svg?pipeline=277321100181.us-east-1.checkout-service&layers=rings',
  );
  expect(wrong.status()).toBe(400);
  expect(await wrong.text()).toContain('there is no layer `rings`: choose flow, decides, hats');
});
