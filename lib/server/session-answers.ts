// What signing in and out answer, whichever way people sign in.
import 'server-only';
import { isHttps } from '@/lib/auth/login-settings';
import type { Person } from '@/lib/auth/sessions';
import type { Desk } from './desk';
import { cookieOf, sessionCookieName } from './session-cookie';

/** Ends the session of a request and says whose it was. Never throws. */
export function closeSession(request: Request, { sessions, settings }: Desk): Person | null {
  const id = cookieOf(request.headers.get('cookie'), sessionCookieName(isHttps(settings)));
  return id === null ? null : sessions.close(id);
}

/** On to a page of this server, with cookies to keep. Never throws. */
export function goTo(path: string, ...cookies: readonly string[]): Response {
  const headers = new Headers({ Location: path, 'Cache-Control': 'no-store' });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}
