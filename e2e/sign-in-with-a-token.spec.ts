import { expect, type Page, test } from '@playwright/test';
import { type OwnServer, refusalOf, startServer } from './own-server';
import { expectNoSeriousViolation } from './pages';

let server: OwnServer;
let token: string;

test.beforeAll(async () => {
  server = await startServer({ HATSTACK_HOST: '0.0.0.0', HATSTACK_LOGIN: 'token' });
  token = /Token to sign in[^:]*: (\S+)/.exec(server.said)?.[1] ?? '';
});
test.afterAll(() => server.stop());

async function signIn(page: Page, url = server.url): Promise<void> {
  await page.goto(`${url}/pipelines?snapshot=example`);
  await page.getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  // The first page of a fresh server judges the example first.
  await expect(page.getByRole('link', { name: 'checkout-service', exact: true })).toBeVisible({
    timeout: 20_000,
  });
}

test('beyond this machine it does not start without a login', async () => {
  const { said, code } = await refusalOf({ HATSTACK_HOST: '0.0.0.0', PORT: '1' });
  expect(said).toContain('people must sign in');
  expect(code).toBe(2);
});

test('the token leads to the page that was asked for, and the audit says who came', async ({ page }) => {
  await signIn(page);
  await expect(page).toHaveURL(/\/pipelines\?snapshot=example$/);
  expect(server.audit().at(-1)).toMatchObject({ event: 'sign-in', who: 'token', role: 'operator' });
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name.includes('session'));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', expires: -1 });
  expect(cookie?.value).not.toContain(token);
});

test('without a session there is the sign-in page and nothing else', async ({ page, request }) => {
  await page.goto(`${server.url}/pipelines`);
  await expect(page.getByRole('heading', { name: 'Sign in to Hatstack' })).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  const answer = await request.get(`${server.url}/api/snapshots/example/exports/svg?map=worst`);
  expect([answer.status(), answer.headers()['content-type']]).toEqual([401, 'application/problem+json']);
  const file = await request.get(`${server.url}/samples/acme-retail.json`, { maxRedirects: 0 });
  expect(file.status()).toBe(303);
});

test('a wrong token is said, and noted', async ({ page }) => {
  await page.goto(`${server.url}/accounts`);
  await page.getByLabel('Token').fill('not the token');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'not the token of this server' })).toBeVisible();
  expect(server.audit().at(-1)).toMatchObject({ event: 'sign-in-failed', who: 'nobody' });
});

test('signing out ends the session, also for whoever kept the cookie', async ({ page, context }) => {
  await signIn(page);
  const kept = await context.cookies();
  await page.getByRole('button', { name: /^Sign out/ }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to Hatstack' })).toBeVisible();
  expect(server.audit().at(-1)).toMatchObject({ event: 'sign-out', who: 'token' });
  await context.addCookies(kept);
  await page.goto(`${server.url}/pipelines`);
  await expect(page.getByRole('heading', { name: 'Sign in to Hatstack' })).toBeVisible();
});

test('a link on another site opens the page for whoever is signed in', async ({ page }) => {
  await signIn(page);
  await page.route('http://chat.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<a href="${server.url}/accounts">look</a>` }),
  );
  await page.goto('http://chat.example/');
  await page.getByRole('link', { name: 'look' }).click();
  await expect(page).toHaveURL(`${server.url}/accounts`);
  await expect(page.getByRole('heading', { name: 'Sign in to Hatstack' })).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
});

test('a form on another site changes nothing', async ({ page }) => {
  await signIn(page);
  await page.route('http://evil.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" action="${server.url}/api/session/end"><button>win</button></form>`,
    }),
  );
  await page.goto('http://evil.example/');
  const answer = page.waitForResponse(/session\/end/);
  await page.getByRole('button', { name: 'win' }).click();
  expect((await answer).status()).toBe(403);
  await page.goto(`${server.url}/accounts`);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
});

test('a session that nobody uses ends', async ({ page }) => {
  const short = await startServer({ HATSTACK_TOKEN: token, HATSTACK_SESSION_IDLE_MINUTES: '0.1' });
  try {
    await signIn(page, short.url);
    // What the page fetches ahead is use, too.
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(6500);
    await page.goto(`${short.url}/accounts`);
    await expect(page.getByRole('heading', { name: 'Sign in to Hatstack' })).toBeVisible();
  } finally {
    short.stop();
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the sign-in page has no serious violation: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${server.url}/sign-in?why=wrong`);
    await expectNoSeriousViolation(page);
  });
}

// Last, since afterwards nobody can sign in for a while.
test('whoever guesses is stopped, even when the next guess is right', async ({ page }) => {
  await page.goto(`${server.url}/sign-in`);
  for (let wrong = 0; wrong < 12; wrong += 1) {
    await page.getByLabel('Token').fill(`guess ${wrong}`);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/why=/);
    if (page.url().includes('too-many')) break;
    await page.goto(`${server.url}/sign-in`);
  }
  await page.getByLabel('Token').fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Too many wrong attempts' })).toBeVisible();
});
