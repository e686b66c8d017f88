import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { expectNoSeriousViolation } from './pages';
import { type OwnServer, startOwnServer } from './scan-server';

let server: OwnServer;

test.beforeAll(async () => {
  server = await startOwnServer({});
});

test.afterAll(() => server?.stop());

const table = (page: Page) => page.getByRole('table', { name: 'Findings' });
const acceptance = (page: Page) =>
  page.getByRole('complementary', { name: 'Finding' }).getByRole('region', { name: 'Acceptance' });

test('accepts a finding, which stays accepted, and takes it back', async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto(`${server.url}/findings?snapshot=example`);
  await table(page).getByRole('link').first().click();
  await acceptance(page).getByRole('button', { name: 'Accept this risk' }).click();
  await expect(acceptance(page).getByRole('textbox', { name: 'Why' })).toBeFocused();
  await page.keyboard.type('until the move in May: ticket #4711');
  await acceptance(page).getByRole('textbox', { name: 'Who takes the risk' }).fill('Ada');
  await acceptance(page).getByLabel('Until, that day included').fill('2999-12-31');
  await expectNoSeriousViolation(page);
  await acceptance(page).getByRole('button', { name: 'Accept until that day' }).click();
  await expect(acceptance(page).getByRole('heading', { name: 'Accepted until 2999-12-31' })).toBeVisible();

  await page.reload();
  await expect(acceptance(page)).toContainText('Ada: until the move in May: ticket #4711');
  await page.getByRole('radio', { name: /^Accepted/ }).check();
  await expect(page).toHaveURL(/standing=accepted/);
  await expect(table(page).getByRole('link')).toHaveCount(1);
  await expect(table(page)).toContainText('until 2999-12-31');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.reload();
    await expect(table(page)).toBeVisible();
    await expectNoSeriousViolation(page);
  }

  await page.getByRole('button', { name: 'Accepted file' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Download/ }).click();
  const file = await (await coming).path();
  expect(readFileSync(file, 'utf8')).toContain('author: Ada\n    expires: 2999-12-31');
  const audit = readFileSync(join(server.home, 'audit.jsonl'), 'utf8');
  expect(audit).toContain('"event":"acceptance"');

  await acceptance(page).getByRole('button', { name: 'Withdraw' }).click();
  await expect(acceptance(page).getByRole('button', { name: 'Accept this risk' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: /Nothing|No finding/ })).toBeVisible();
});

test('takes in a file, tells what has expired and what speaks of nothing, and refuses a bad one in one line', async ({
  page,
}) => {
  await page.goto(`${server.url}/findings?snapshot=example`);
  await table(page).getByRole('link').first().click();
  await expect(page).toHaveURL(/finding=/);
  const id = new URL(page.url()).searchParams.get('finding') ?? '';
  const words = 'reason: agreed\n    author: Bo\n    expires: 2020-01-31\n';
  const good = join(server.home, 'good.yaml');
  const gone = `${id.split(' ')[0]} arn:aws:iam::111111111111:role/gone`;
  writeFileSync(good, `accepted:\n  - finding: ${id}\n    ${words}  - finding: ${gone}\n    ${words}`);
  const bad = join(server.home, 'bad.yaml');
  writeFileSync(bad, `accepted:\n  - finding: ${id}\n    reason: agreed\n`);

  const take = async (file: string) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /^Take in a file/ }).click();
    await (await chooser).setFiles(file);
  };
  await page.getByRole('button', { name: 'Accepted file' }).click();
  await take(bad);
  await expect(page.getByText('bad.yaml:2: this entry gives no author')).toBeVisible();
  await take(good);
  await expect(page.getByText('2 entries of good.yaml taken in')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(acceptance(page)).toContainText('Counts again: the acceptance expired on 2020-01-31');
  await expect(page.getByText(/Accepted, but not found here.*role\/gone/)).toBeVisible();
  await page.getByRole('radio', { name: /^Expired/ }).check();
  await expect(table(page).getByRole('link')).toHaveCount(1);
});

test('a mark that somebody answers for is drawn as an outline and says so, wherever it stands', async ({
  page,
}) => {
  test.setTimeout(90_000);
  const query = 'snapshot=example';
  const rail = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Findings' });
  const countOnRail = async () => Number(/\d+/.exec((await rail.getAttribute('title')) ?? '')?.[0]);
  await page.goto(`${server.url}/?${query}`);
  await expect(rail).toHaveAttribute('title', /\d/);
  const before = await countOnRail();
  writeFileSync(
    join(server.home, 'hatstack-accepted.yaml'),
    "accepted:\n  - rule: role-trusts-whole-account\n    subject: '*'\n    reason: agreed\n    author: Bo\n    expires: 2999-12-31\n",
  );
  const batch = `${server.url}/pipelines/277321100181.us-east-1.billing-batch?${query}`;

  await page.reload();
  await expect(rail).toHaveAttribute('title', `Findings: ${before - 1} in this snapshot`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('The only over-broad hat is accepted');
  await expect(page.getByRole('link', { name: '1 over-broad hat, all accepted' })).toBeVisible();
  await expect(page.getByText('Outline: over-broad, accepted')).toBeVisible();

  await page.goto(`${server.url}/pipelines?${query}&broad=true`);
  await expect(page.getByRole('table')).toContainText('Accepted');
  await page.goto(`${server.url}/roles?${query}&broad=true`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 of these accepted');

  await page.goto(batch);
  await expect(
    page.getByText('2 over-broad, accepted').or(page.getByText('1 over-broad, accepted')),
  ).toBeVisible();
  await expect(
    page
      .getByRole('img', { name: /over-broad \(accepted\)$/ })
      .or(page.getByRole('button', { name: /over-broad \(accepted\)$/ }))
      .first(),
  ).toBeAttached();
  await page.goto(`${batch}&view=stack&action=Prod%2FDeploy-Prod`);
  await expect(page.getByRole('list', { name: 'Legend' })).toContainText('Outline: over-broad, accepted');
  await page.goto(`${batch}&view=accounts`);
  await expect(page.getByRole('list', { name: 'Legend' })).toContainText('Outline: over-broad, accepted');

  await page.goto(`${server.url}/roles/358016501199.billing-batch-deploy?${query}`);
  await expect(page.getByText('Over-broad, accepted until 2999-12-31')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoSeriousViolation(page);
  }
});
