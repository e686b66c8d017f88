import { type ChildProcess, spawn } from 'node:child_process';
import { expect, type Page, test } from '@playwright/test';
import { freePort, type OwnServer, startServer } from './own-server';
import { expectNoSeriousViolation } from './pages';

let server: OwnServer;
let provider: ChildProcess | undefined;

test.beforeAll(async () => {
  const [port, providerPort] = [await freePort(), await freePort()];
  const callback = `http://127.0.0.1:${port}/api/session/oidc/callback`;
  const started = spawn(process.execPath, ['e2e/identity-provider.mjs', `${providerPort}`, callback]);
  provider = started;
  await new Promise<void>((resolve, reject) => {
    started.stdout?.on('data', (part) => String(part).includes('is ready') && resolve());
    started.on('exit', () => reject(new Error('the identity provider ended')));
  });
  server = await startServer({
    PORT: `${port}`,
    HATSTACK_LOGIN: 'oidc',
    HATSTACK_OIDC_ISSUER: `http://localhost:${providerPort}`,
    HATSTACK_OIDC_CLIENT_ID: 'hatstack',
    HATSTACK_OIDC_CLIENT_SECRET: 'a-secret-of-the-tests',
    HATSTACK_OIDC_EMAIL_DOMAINS: 'acme.example',
    HATSTACK_OIDC_ROLES: 'hats-viewer=viewer,hats-reviewer=reviewer,hats-operator=operator',
  });
});
test.afterAll(() => {
  provider?.kill();
  server.stop();
});

/** Signs in as `login` and comes back from the identity provider. */
async function signIn(page: Page, login: string): Promise<void> {
  await page.goto(`${server.url}/pipelines?snapshot=example`);
  await page.getByRole('link', { name: /^Sign in at localhost/ }).click();
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL((url) => url.href.startsWith(server.url) && !url.pathname.startsWith('/api/'));
}

const MAP = '/api/snapshots/example/exports/svg?map=worst';

test('an operator comes back to the page that was asked for, signed in by name and role', async ({
  page,
}) => {
  await signIn(page, 'operator.ana');
  await expect(page).toHaveURL(`${server.url}/pipelines?snapshot=example`);
  await expect(
    page.getByRole('button', { name: 'Sign out (operator.ana@acme.example, operator)' }),
  ).toBeVisible();
  expect(server.audit().at(-1)).toMatchObject({
    event: 'sign-in',
    who: 'operator.ana@acme.example',
    role: 'operator',
  });
  expect((await page.request.get(`${server.url}${MAP}`)).status()).toBe(200);
  expect(server.audit().at(-1)).toMatchObject({ event: 'export', who: 'operator.ana@acme.example' });
});

test('a viewer looks, and may not export what a reviewer may', async ({ page, browser }) => {
  await signIn(page, 'viewer.vic');
  await page.getByRole('link', { name: 'checkout-service', exact: true }).click();
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByText('Reviewers may export; your role here is viewer.')).toBeVisible();
  const refused = await page.request.get(`${server.url}${MAP}`);
  expect(refused.status()).toBe(403);
  expect((await refused.json()).detail).toContain('needs the role reviewer');

  const other = await browser.newPage();
  await signIn(other, 'reviewer.rae');
  expect((await other.request.get(`${server.url}${MAP}`)).status()).toBe(200);
  const here = { headers: { Origin: server.url } };
  expect((await other.request.post(`${server.url}/api/of-tomorrow`, here)).status()).toBe(403);
  await other.close();
});

test('an operator may do what nobody thought of, and gets the answer of the route', async ({ page }) => {
  await signIn(page, 'operator.ana');
  const answer = await page.request.post(`${server.url}/api/of-tomorrow`, {
    headers: { Origin: server.url },
  });
  expect(answer.status()).toBe(404);
});

for (const [login, why] of [
  ['stranger.eve', 'no role by the claim groups'],
  ['foreign.fay', 'neither an allowed subject nor of an allowed e-mail domain'],
  ['unverified.bob', 'neither an allowed subject nor a verified e-mail address'],
] as const) {
  test(`${login} stays outside, and the audit says why`, async ({ page }) => {
    await signIn(page, login);
    await expect(page.getByRole('alert').filter({ hasText: 'you may not come in here' })).toBeVisible();
    expect(server.audit().at(-1)).toMatchObject({ event: 'sign-in-failed', about: { why } });
    expect((await page.request.get(`${server.url}${MAP}`)).status()).toBe(401);
  });
}

test('a sign-in that was begun elsewhere is not taken', async ({ page }) => {
  await page.goto(`${server.url}/api/session/oidc/callback?code=stolen&state=guessed`);
  await expect(page.getByRole('alert').filter({ hasText: 'Start again' })).toBeVisible();
});

test('a state that does not fit is not taken', async ({ page }) => {
  await page.goto(`${server.url}/sign-in`);
  await page.getByRole('link', { name: /^Sign in at localhost/ }).click();
  await page.goto(`${server.url}/api/session/oidc/callback?code=stolen&state=guessed`);
  await expect(page.getByRole('alert').filter({ hasText: 'did not confirm who you are' })).toBeVisible();
});

test('signing out ends the session', async ({ page }) => {
  await signIn(page, 'viewer.vic');
  await page.getByRole('button', { name: /^Sign out/ }).click();
  await page.goto(`${server.url}/pipelines`);
  await expect(page.getByRole('heading', { name: 'Sign in to Hatstack' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the sign-in page has no serious violation: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${server.url}/sign-in?why=not-admitted`);
    await expectNoSeriousViolation(page);
  });
}
