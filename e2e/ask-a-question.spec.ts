import { expect, test } from '@playwright/test';
import { BROKEN, expectNoSeriousViolation, openPipeline, pathPanel } from './pages';

const WHO = 'sns.amazonaws.com';

test('asks by keyboard alone, is told what is wrong at its field, and gets an answer with its proof', async ({
  page,
}) => {
  await page.goto('/ask?snapshot=example');
  await page.getByRole('combobox', { name: 'Can' }).focus();
  await page.keyboard.type('deploy');
  await page.keyboard.press('Tab');
  await page.keyboard.type('s3:GetObject');
  await page.keyboard.press('Tab');
  await page.keyboard.type('arn:aws:s3:::no-such-bucket/key');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Can' })).toHaveAccessibleDescription(
    /“deploy” names nobody/,
  );
  await page.getByRole('combobox', { name: 'Can' }).fill(WHO);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/who=sns\.amazonaws\.com/);
  await expect(page.getByRole('status').filter({ hasText: 'Cannot tell whether' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('combobox', { name: 'Can' })).toHaveValue('deploy');
});

test('a request of a permission path leads to the same verdict and the same policies', async ({ page }) => {
  await openPipeline(page, BROKEN.pipeline);
  await pathPanel(page)
    .getByRole('link', { name: new RegExp(BROKEN.action) })
    .click();
  await pathPanel(page).getByRole('link', { name: 'Ask about this request' }).first().click();
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(answer).toContainText(/No: acme-prod’s .* may not kms:Decrypt/);
  await expect(answer.getByRole('region', { name: /^Text of Key policy/ })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'do', exact: true })).toHaveValue('kms:Decrypt');
});

test('what is known of the request is a row, and stands in the URL', async ({ page }) => {
  await page.goto(`/ask?snapshot=example&who=${WHO}&does=s3:GetObject&on=arn:aws:s3:::no-such-bucket/key`);
  await page.getByRole('button', { name: 'Add a context key' }).click();
  await page.getByRole('textbox', { name: 'Context key 1' }).fill('aws:SourceVpc');
  await page.getByRole('combobox', { name: 'What is known of key 1' }).selectOption('is not sent');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(page).toHaveURL(/key=aws%3ASourceVpc&is=absent/);
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText('not sent');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('empty, wrong and answered, it has no serious violation', async ({ page }) => {
      await page.goto('/ask?snapshot=example');
      await expectNoSeriousViolation(page);
      await page.goto('/ask?snapshot=example&who=x&does=y&on=z&key=k&is=value&value=');
      await expectNoSeriousViolation(page);
      await page.goto(`/ask?snapshot=example&who=${WHO}&does=s3:GetObject&on=arn:aws:s3:::b/key`);
      await expectNoSeriousViolation(page);
    });
  });
}

test('begins with a question of this snapshot, and finds the answer of the path it comes from', async ({
  page,
}) => {
  await page.goto('/ask?snapshot=example');
  await page.getByRole('link', { name: /checkout-service-deploy do kms:Decrypt on artifacts-use2/ }).click();
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText('Denied');
  await expect(page.getByRole('combobox', { name: 'do', exact: true })).toHaveValue('kms:Decrypt');
});
