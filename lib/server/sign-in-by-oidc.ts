// The two ends of signing in at an identity provider: leaving for it, and coming back.
import 'server-only';
import { localPath } from '@/lib/auth/local-path';
import { isHttps, type LoginSettings } from '@/lib/auth/login-settings';
import { personOf } from '@/lib/auth/person-of-claims';
import { addressOf, audit } from './audit';
import { type Desk, desk } from './desk';
import { claimsOf, leaveFor } from './oidc';
import { closeSession, goTo } from './session-answers';
import { cookieOf, sessionCookie, tripCookie, tripCookieName } from './session-cookie';

const CALLBACK = '/api/session/oidc/callback';

/** Sends the browser to the identity provider. Never throws. */
export async function leaveToSignIn(request: Request): Promise<Response> {
  const open = desk();
  if (open.kind === 'problem' || open.settings.login.kind !== 'oidc') return goTo('/');
  const next = localPath(new URL(request.url).searchParams.get('next'));
  try {
    const home = originOf(request, open.settings);
    const { url, trip } = await leaveFor(open.settings.login.oidc, `${home}${CALLBACK}`, next);
    const id = open.trips.leave(trip, Date.now());
    return goTo(url.href, tripCookie(id, isHttps(open.settings)));
  } catch (error) {
    return turnBack(request, open, 'nobody', 'provider', reasonOf(error));
  }
}

/** Takes whoever comes back: a session, or the sign-in page with the reason. Never throws. */
export async function comeBackSignedIn(request: Request): Promise<Response> {
  const open = desk();
  if (open.kind === 'problem' || open.settings.login.kind !== 'oidc') return goTo('/');
  const { settings, trips, sessions } = open;
  const { oidc } = open.settings.login;
  const id = cookieOf(request.headers.get('cookie'), tripCookieName(isHttps(settings)));
  const trip = id === null ? null : trips.comeBack(id, Date.now());
  if (trip === null)
    return turnBack(request, open, 'nobody', 'late', 'no sign-in was on its way in this browser');
  try {
    const cameTo = new URL(`${originOf(request, settings)}${CALLBACK}${new URL(request.url).search}`);
    const found = personOf(await claimsOf(oidc, cameTo, trip), oidc.admits);
    if (found.kind === 'refused') return turnBack(request, open, found.who, 'not-admitted', found.why);
    const { person } = found;
    closeSession(request, open);
    const session = sessions.open(person, Date.now());
    const about = { by: oidc.issuer };
    await audit({ event: 'sign-in', who: person.name, role: person.role, from: addressOf(request), about });
    return goOnFromHere(trip.next, [
      sessionCookie(session, isHttps(settings)),
      tripCookie('', isHttps(settings)),
    ]);
  } catch (error) {
    return turnBack(request, open, 'nobody', 'provider', reasonOf(error));
  }
}

/** A page of ours that goes on by itself: a redirect would still count as coming from the identity provider's site, and
 *  the browser would hold back the cookie that it has just got. */
function goOnFromHere(path: string, cookies: readonly string[]): Response {
  const to = path.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const body = `<!doctype html><html lang="en"><meta http-equiv="refresh" content="0;url=${to}"><title>Hatstack</title><a href="${to}">Go on</a></html>`;
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(body, { headers });
}

async function turnBack(
  request: Request,
  { settings }: Desk,
  who: string,
  why: 'provider' | 'late' | 'not-admitted',
  reason: string,
): Promise<Response> {
  await audit({ event: 'sign-in-failed', who, role: null, from: addressOf(request), about: { why: reason } });
  return goTo(`/sign-in?why=${why}`, tripCookie('', isHttps(settings)));
}

/** The origin under which the identity provider knows us: what HATSTACK_URL says, else the name of this request, which
 *  the gate has let through. */
function originOf(request: Request, { ownOrigin }: LoginSettings): string {
  return ownOrigin ?? `http://${request.headers.get('host')}`;
}

/** The message and its code; never a token or a code of the flow. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error ? ` (${error.code})` : '';
  return `${error.message}${code}`;
}
