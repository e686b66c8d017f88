import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { BROKEN, expectNoSeriousViolation, openPipeline, pathPanel } from './pages';

/** Opens the editor of the key policy that breaks the action, by keyboard alone from the open path on. */
async function editTheKeyPolicy(page: Page): Promise<void> {
  await openPipeline(page, BROKEN.pipeline);
  await page.keyboard.press('b');
  await expect(pathPanel(page).getByRole('heading', { name: BROKEN.action })).toBeVisible();
  const edit = pathPanel(page)
    .getByRole('button', { name: new RegExp(`^Edit the key policy of ${BROKEN.key}`, 'i') })
    .first();
  await edit.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
}

const textOf = (page: Page) => page.getByRole('textbox', { name: /^Text of the key policy/ });
const bar = (page: Page) => page.getByRole('region', { name: 'What would be' });

/** The text with everybody of every account let in: the smallest edit that mends it by hand. */
async function letEverybodyIn(page: Page): Promise<void> {
  const policy = JSON.parse(await textOf(page).inputValue()) as {
    Statement: { Sid?: string; Principal: unknown }[];
  };
  const users = policy.Statement.find(({ Sid }) => Sid === 'AllowActionRoles');
  if (users === undefined) throw new Error('the example has no such statement');
  users.Principal = { AWS: '*' };
  await textOf(page).fill(JSON.stringify(policy, null, 2));
}

test('edits a policy by keyboard, sees broken turn to works, shares it by link and discards it', async ({
  page,
  browser,
}) => {
  await editTheKeyPolicy(page);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('AWS is never written to');
  await expect(dialog.getByRole('status')).toHaveText('AWS would take this text.');
  await letEverybodyIn(page);
  await page.keyboard.press('Control+Enter');

  await expect(bar(page)).toContainText('1 action turns: 1 for the better.');
  await expect(bar(page)).toContainText('Nothing was changed in AWS.');
  // What lets everybody in is told too.
  await expect(bar(page)).toContainText('the key policy of artifacts-use2 lets every AWS account decrypt');
  await expect(bar(page)).toContainText(`${BROKEN.stage}/${BROKEN.action} broken → works`);
  await expect(dialog).toBeHidden();
  const panel = pathPanel(page);
  await expect(panel.getByRole('heading', { name: BROKEN.action })).toBeVisible();
  await expect(panel.locator('header')).toContainText(/Broken.*→.*Works/);
  await expect(panel).not.toContainText('What to change');

  await page.evaluate(() => {
    // The clipboard of a browser without a screen: what was copied is kept on the page.
    Object.assign(navigator.clipboard, {
      writeText: async (text: string) => Object.assign(window, { copied: text }),
    });
  });
  await bar(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(bar(page)).toContainText('Copied');
  const link = await page.evaluate(() => String(Reflect.get(window, 'copied')));
  expect(new URL(link).search).not.toContain('kms');
  expect(new URL(link).hash).toMatch(/^#what-if=[\w-]+$/);

  // Somebody else, whose server has never heard of it: what the link holds brings it back.
  const other = await (await browser.newContext()).newPage();
  await other.goto(link.replace(/whatif=[^&#]+/, 'whatif=never-heard-of'));
  await expect(bar(other)).toContainText(`${BROKEN.stage}/${BROKEN.action} broken → works`);
  await other.context().close();

  await page.keyboard.press('y');
  await expect(bar(page)).toBeHidden();
  await expect(panel).toContainText('What to change');
});

test('names the mistake and its line, and does not judge a text that AWS would refuse', async ({ page }) => {
  await editTheKeyPolicy(page);
  const dialog = page.getByRole('dialog');
  const before = await textOf(page).inputValue();
  await textOf(page).fill(before.replace('"Effect"', '"Efect"').replace('kms:Decrypt', 'kms:Decript'));
  await expect(dialog.getByRole('status')).toContainText('2 mistakes that AWS would refuse, 1 warning');
  await expect(dialog).toContainText(/line 6, column 7: the element Efect is not one of IAM's/);
  await expect(dialog).toContainText('did you mean Decrypt?');
  await dialog.getByRole('button', { name: 'See what would be' }).click();
  await expect(textOf(page)).toBeFocused();
  await expect(bar(page)).toBeHidden();

  await textOf(page).fill('{ "Version": "2012-10-17", }');
  await expect(dialog).toContainText('line 1, column 26: there is a , too many before }');
  await dialog.getByRole('button', { name: 'Reset to what is' }).click();
  await expect(textOf(page)).toHaveValue(before);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page).not.toHaveURL(/edit=/);
});

test('a change that is tried can be edited on, taken along as a file and opened again', async ({ page }) => {
  await openPipeline(page, BROKEN.pipeline);
  await page.keyboard.press('b');
  await pathPanel(page).getByRole('link', { name: 'Try it' }).click();
  await expect(bar(page)).toContainText(`${BROKEN.stage}/${BROKEN.action} broken → works`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    bar(page).getByRole('link', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('hatstack-whatif.json');
  const file = readFileSync(await download.path(), 'utf8');
  expect(JSON.parse(file)).toMatchObject({ kind: 'hatstack-what-if', version: 1 });

  await bar(page).getByRole('list', { name: 'Edited policies' }).getByRole('button').first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard this edit' }).click();
  await expect(bar(page)).toBeHidden();

  const open = async (name: string, text: string) => {
    await page.getByRole('button', { name: 'What if', exact: true }).click();
    await page
      .getByLabel('What-if file')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  };
  await open('wrong.json', '{ "kind": "hatstack-accepted" }');
  await expect(page.getByText('wrong.json: kind is not hatstack-what-if')).toBeVisible();
  await page.keyboard.press('Escape');
  await open('hatstack-whatif.json', file);
  await expect(bar(page)).toContainText('broken → works');

  await open('stale.json', file.replace(/"madeFrom": "[^"]+"/, '"madeFrom": "0000000000000000"'));
  await expect(bar(page)).toContainText('it has changed since this edit was made');
});

test('a finding is mended in thought before anybody touches AWS, and nothing else turns', async ({
  page,
}) => {
  await page.goto('/findings?snapshot=example');
  await page
    .getByRole('link', { name: /can be put on by every principal of/ })
    .first()
    .click();
  const panel = page.getByRole('complementary', { name: 'Finding' });
  const subject = await panel.getByRole('heading', { level: 2 }).first().innerText();
  await panel.getByRole('link', { name: 'Try it' }).click();
  await expect(page).toHaveURL(/\/pipelines\/.+whatif=/);
  await expect(bar(page)).toContainText('had this policy been changed');
  await expect(bar(page)).toContainText(
    'No action changes state. Of the findings that make it over-broad 1 goes.',
  );
  await expect(bar(page).getByRole('list', { name: 'What makes it over-broad' })).toContainText(subject);
  const edited = bar(page).getByRole('list', { name: 'Edited policies' }).getByRole('button');
  await expect(edited).toHaveText(/^trust policy of /);
  const hat = (await edited.textContent())?.replace('trust policy of ', '');
  expect(subject).toContain(hat);

  // What was changed stands in the editor, to be looked at and gone on with.
  await edited.click();
  const text = page.getByRole('textbox', { name: /^Text of the trust policy/ });
  await expect(text).not.toHaveValue(/:root"/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('y');
  await expect(bar(page)).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the editor and what would be can be read by everybody, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await editTheKeyPolicy(page);
    await textOf(page).fill((await textOf(page).inputValue()).replace('kms:Decrypt', 'kms:Decript'));
    await expect(page.getByRole('dialog')).toContainText('did you mean');
    await expectNoSeriousViolation(page);
    await page.keyboard.press('Control+Enter');
    await expect(bar(page)).toBeVisible();
    await expectNoSeriousViolation(page);
  });
}

test('what cannot be read is refused in one line', async ({ request, baseURL }) => {
  const post = async (data: object) => {
    const answer = await request.post('/api/what-ifs', { data, headers: { Origin: baseURL ?? '' } });
    return { status: answer.status(), detail: String(((await answer.json()) as { detail?: string }).detail) };
  };
  expect(await post({ kind: 'link', packed: 'AAAA' })).toEqual({
    status: 422,
    detail: 'the link was cut off or changed: ask for it again',
  });
  expect(await post({ kind: 'file', text: '{' })).toMatchObject({ status: 422 });
  expect(await post({ kind: 'undo', base: 'none', policy: 'x' })).toMatchObject({ status: 409 });
  expect(await post({ kind: 'edit' })).toMatchObject({ status: 400 });
  const file = await request.get('/api/what-ifs/none/file');
  expect(file.status()).toBe(404);
  const drawing = await request.get('/api/snapshots/example/exports/svg?pipeline=x&whatif=none');
  expect(drawing.status()).toBe(404);
});
