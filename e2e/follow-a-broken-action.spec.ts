import { expect, test } from '@playwright/test';
import { BROKEN, openPipeline, pathPanel, rowOf, textsOfSvg } from './pages';

test('opens the example, filters to broken, reads the deciding statement and takes the drawing along', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Pipelines', exact: true }).click();
  await expect(page).toHaveURL(/\/pipelines$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/pipelines, 2 broken by 2 causes/);

  await page.getByRole('radio', { name: /^Broken/ }).check();
  await expect(page).toHaveURL(/filter=broken/);
  await expect(page.getByRole('status').filter({ hasText: 'shown' })).toHaveText(/^2 of \d+ shown$/);
  await rowOf(page, BROKEN.pipeline).getByText('Failed').click();

  await expect(page.getByRole('heading', { name: 'Permission paths' })).toBeVisible();
  await page.getByRole('radio', { name: 'Broken' }).check();
  await pathPanel(page)
    .getByRole('link', { name: new RegExp(BROKEN.action) })
    .click();

  const panel = pathPanel(page);
  await expect(panel.getByRole('heading', { name: BROKEN.action })).toBeVisible();
  await expect(panel).toContainText(/cannot decrypt with artifacts-use2.*key policy/);
  await expect(panel.getByRole('button', { name: /Decrypts with artifacts-use2/ })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  const statement = panel.getByRole('region', { name: /^Text of Key policy/ });
  await expect(statement).toContainText('"Sid": "AllowActionRoles"');
  await expect(statement.locator('[data-mark="failed"]').first()).toContainText('"Principal"');
  await expect(panel.getByRole('region', { name: /^Statement to add to / })).toContainText('"kms:Decrypt"');
  await expect(panel).toContainText('acme-prod changes nothing');

  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'SVG', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('checkout-service-Prod-Deploy-Prod-use2.svg');
  const texts = await textsOfSvg(page, await download.path());
  expect(texts).toEqual(expect.arrayContaining([BROKEN.action, 'acme-prod', 'us-east-2']));
});

test('chooses the broken action in the drawing itself', async ({ page }) => {
  await openPipeline(page, BROKEN.pipeline);
  await page
    .getByRole('button', { name: new RegExp(`${BROKEN.action}.*broken`, 'i') })
    .first()
    .click();
  await expect(pathPanel(page).getByRole('heading', { name: BROKEN.action })).toBeVisible();
  await expect(page).toHaveURL(/action=Prod(%2F|\/)Deploy-Prod-use2/);
});

test('a link shows what its sender saw, and the back button undoes one step', async ({ page }) => {
  await openPipeline(page, BROKEN.pipeline);
  await page.getByRole('radio', { name: 'Table' }).check();
  await page.getByRole('radio', { name: 'Broken' }).check();
  await page.getByRole('link', { name: /Decrypts with/ }).click();
  await expect(pathPanel(page).getByRole('heading', { name: BROKEN.action })).toBeVisible();

  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(other.getByRole('radio', { name: 'Table' })).toBeChecked();
  await expect(other.getByRole('radio', { name: 'Broken' })).toBeChecked();
  await expect(pathPanel(other).getByRole('button', { name: /Decrypts with/ })).toHaveAttribute(
    'aria-expanded',
    'true',
  );

  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Permission paths' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'Any' })).toBeChecked();
});

test('an over-broad hat is explained by the statement that makes it so', async ({ page }) => {
  await page.goto('/pipelines');
  await page.getByRole('button', { name: /Over-broad/ }).click();
  await page.getByRole('row').nth(1).getByRole('link').click();
  await pathPanel(page)
    .getByRole('link', { name: /Over-broad/ })
    .first()
    .click();
  const mark = pathPanel(page).getByRole('region', { name: 'Over-broad' });
  await expect(mark.getByRole('region', { name: /^Text of Trust policy/ })).toContainText(':root');
});

test('a ring opens the policies that meet there', async ({ page }) => {
  await openPipeline(page, BROKEN.pipeline);
  await page.keyboard.press('b');
  await expect(pathPanel(page).getByRole('heading', { name: BROKEN.action })).toBeVisible();
  const edges = page.getByRole('group', { name: 'Edges' });
  await edges.getByRole('button', { name: /^Hop 4 of/ }).press('Enter');
  await expect(page).toHaveURL(/hop=4/);
  await expect(pathPanel(page).getByRole('button', { name: /Reads from/ })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
});

test('takes the statement in the language of the templates, and tries it before anybody touches AWS', async ({
  page,
}) => {
  await openPipeline(page, BROKEN.pipeline);
  const panel = pathPanel(page);
  await panel
    .getByRole('link', { name: new RegExp(BROKEN.action) })
    .first()
    .click();
  await panel.getByRole('radio', { name: 'Terraform' }).check();
  await expect(panel.getByRole('region', { name: /^Terraform for the key policy/ })).toContainText(
    'resource "aws_kms_key_policy"',
  );
  await panel.getByRole('radio', { name: 'Policy' }).check();
  await expect(panel.getByRole('region', { name: /^Policy for the key policy/ })).toContainText(
    'kms:Decrypt',
  );

  await panel.getByRole('link', { name: 'Try it' }).click();
  await expect(page.getByRole('region', { name: 'What would be' })).toContainText(
    'Nothing was changed in AWS.',
  );
  await expect(panel.getByRole('heading', { name: BROKEN.action })).toBeVisible();
  await expect(panel).not.toContainText('What to change');
  await page.getByRole('link', { name: 'Show what is' }).click();
  await expect(panel).toContainText('What to change');
});

test('the key Y tries the change, and leads back', async ({ page }) => {
  await openPipeline(page, BROKEN.pipeline);
  await page.keyboard.press('b');
  await expect(page.getByRole('link', { name: 'Try it' })).toBeVisible();
  await page.keyboard.press('y');
  await expect(page.getByRole('link', { name: 'Show what is' })).toBeVisible();
  await page.keyboard.press('y');
  await expect(page.getByRole('link', { name: 'Try it' })).toBeVisible();
});
