// What a reader finds out about a blast radius: from the map, over a hat, to the statement that lets a step through.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const RUNNER = '277321100181.gitlab-runner';

test('an account is chosen on the map, and what it reaches is brought out, in the URL', async ({ page }) => {
  await page.goto('/reach?snapshot=example');
  await page.getByRole('link', { name: /^acme-tools, 277321100181/ }).click();
  await expect(page).toHaveURL(/\/reach\?from=277321100181/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is reached from acme-tools');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is reached from acme-tools');
  await page.getByRole('link', { name: 'Who gets here' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who gets to acme-tools');
});

test('a chain opens to its steps, and a step to the statement that lets it, by keyboard alone', async ({
  page,
}) => {
  await page.goto(`/roles/${RUNNER}?snapshot=example`);
  const radius = page.getByRole('region', { name: 'From here' });
  const chain = radius.locator('summary', { hasText: 'acme-prod/billing-batch-deploy' });
  await chain.focus();
  await page.keyboard.press('Enter');
  await expect(
    radius.getByText('acme-tools/terraform puts on acme-prod/billing-batch-deploy').first(),
  ).toBeVisible();
  const half = radius
    .locator('details[open] details summary', { hasText: 'Trust policy of billing-batch-deploy' })
    .first();
  await half.focus();
  await page.keyboard.press('Enter');
  const principal = radius.getByText('arn:aws:iam::277321100181:root').filter({ visible: true });
  await expect(principal.first()).toBeVisible();
});

test('somebody whom the snapshot does not hold is told of in words', async ({ page }) => {
  await page.goto('/reach?snapshot=example&from=nobody');
  await expect(page.getByRole('alert').filter({ hasText: 'nobody' })).toContainText(
    'holds no role, user, account or identity provider nobody',
  );
});

test('the least policies of a hat are copied in the language of its templates', async ({ page }) => {
  await page.goto('/roles/277321100181.billing-batch-pipeline?snapshot=example');
  const least = page.getByRole('region', { name: 'Needed, granted, surplus' });
  await expect(least.getByText(/none gets worse/)).toBeVisible();
  await least.locator('summary', { hasText: 'Inline policy least-privilege' }).click();
  await least.getByRole('radio', { name: 'Terraform' }).first().check();
  await expect(least.getByText('aws_iam_role_policy').first()).toBeVisible();
  await expect(least.getByRole('button', { name: /Copy Terraform/ }).first()).toBeVisible();
});

test('the blast radius is taken along as it is drawn', async ({ page }) => {
  await page.goto('/reach?snapshot=example&from=acme-tools');
  const svg = page.getByRole('list', { name: 'Files' }).getByRole('link', { name: 'SVG', exact: true });
  // A click before the page listens is lost.
  await expect(async () => {
    if (!(await svg.isVisible())) await page.getByRole('button', { name: 'Export' }).click();
    await expect(svg).toBeVisible({ timeout: 1000 });
  }).toPass();
  const [download] = await Promise.all([page.waitForEvent('download'), svg.click()]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('What is reached from acme-tools');
});
