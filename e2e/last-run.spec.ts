import { expect, test } from '@playwright/test';
import { BROKEN, openPipeline, pathPanel } from './pages';

test('what AWS said of the last run stands on the hop that explains it', async ({ page }) => {
  await openPipeline(page, BROKEN.pipeline);
  await pathPanel(page)
    .getByRole('link', { name: new RegExp(BROKEN.action) })
    .click();
  const hop = pathPanel(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: /Decrypts with artifacts-use2/ }) });
  await expect(hop).toContainText('AWS said so on 23 Nov 2026, 08:31 UTC.');
  await expect(hop).toContainText('no resource policy allows it');
  await expect(pathPanel(page).getByRole('region', { name: 'AWS’s last run' })).toHaveCount(0);
});

test('where we say works and AWS said no, both are shown, with what may not have been read', async ({
  page,
}) => {
  await openPipeline(page, 'pos-backend');
  await pathPanel(page)
    .getByRole('link', { name: /Deploy-Prod/ })
    .click();
  const said = pathPanel(page).getByRole('region', { name: 'AWS’s last run' });
  await expect(said).toContainText('We say works, AWS said no on 23 Nov 2026, 09:59 UTC.');
  await expect(said).toContainText('Of the SCPs that we read, none refuses it in this snapshot.');
  await expect(said.getByRole('list')).toContainText('what has changed between that run and the snapshot');
  await expect(
    pathPanel(page).getByRole('button', { name: /Deploys to the group.*AWS said no here/ }),
  ).toHaveAttribute('aria-expanded', 'true');
});

test('a disabled transition is told as a note, and the action still works', async ({ page }) => {
  await openPipeline(page, 'warehouse-sync');
  await pathPanel(page)
    .getByRole('link', { name: /Deploy-Prod/ })
    .click();
  await expect(pathPanel(page).getByRole('list', { name: 'Notes' })).toContainText(
    /Nothing enters stage Prod.*platform-admin.*stocktaking until Monday/,
  );
  await expect(pathPanel(page)).toContainText('Works: all 6 hops are allowed');
});
