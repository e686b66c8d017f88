// The drawing as a table: sorted, filtered, and taken along.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { BROKEN, openPipeline } from './pages';

test('sorts the worst to the top, finds, and takes what is shown along as CSV', async ({ page }) => {
  await openPipeline(page, BROKEN.pipeline);
  await page.getByRole('radio', { name: 'Table' }).check();
  await page.getByRole('columnheader', { name: 'State' }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'State' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.getByRole('row').nth(1)).toContainText('Broken');
  await expect(page).toHaveURL(/sort=state/);
  await page.getByRole('combobox', { name: 'Find' }).fill('decrypts');
  await expect(page.getByText(/^\d+ of \d+ hops/)).toBeVisible();
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const download = await started;
  expect(download.suggestedFilename()).toBe('checkout-service-hops.csv');
  const [head, first, ...rest] = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(head).toBe('Action,Hop,State,What it does,Mark,Who decides');
  expect(first).toMatch(/^Prod\/Deploy-Prod-use2,5,broken,"?Decrypts with artifacts-use2/);
  expect(rest.every((line) => /crypts/.test(line))).toBe(true);
});
