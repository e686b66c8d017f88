// Signing in by token, and signing out.
import 'server-only';
import { localPath } from '@/lib/auth/local-path';
import { isHttps } from '@/lib/auth/login-settings';
import { isSecretOf } from '@/lib/auth/secret';
import { addressOf, audit } from './audit';
import { desk } from './desk';
import { closeSession, goTo } from './session-answers';
import { sessionCookie } from './session-cookie';

/** Why the sign-in page is shown again; its words are on the page. */
export type SignInTrouble = 'wrong' | 'too-many';

/** Somebody who knows the token may do all: there is nothing to tell one from another by. */
const TOKEN_HOLDER = { name: 'token', role: 'operator' } as const;

/** Takes the sign-in form: a session and on to the page asked for, or back to the form. Never throws. */
export async function signIn(request: Request): Promise<Response> {
  const open = desk();
  const form = await request.formData().catch(() => null);
  const next = localPath(textOf(form, 'next'));
  if (open.kind === 'problem' || open.settings.login.kind !== 'token') return goTo(next);
  const from = addressOf(request);
  const refuse = async (why: SignInTrouble) => {
    await audit({ event: 'sign-in-failed', who: 'nobody', role: null, from, about: { why } });
    return goTo(`/sign-in?${new URLSearchParams({ next, why })}`);
  };
  const now = Date.now();
  if (!open.attempts.mayTry(from ?? '', now)) return refuse('too-many');
  if (!isSecretOf(textOf(form, 'token').trim(), open.settings.login.hash)) {
    open.attempts.wasWrong(from ?? '', now);
    return refuse('wrong');
  }
  closeSession(request, open);
  const id = open.sessions.open(TOKEN_HOLDER, now);
  await audit({
    event: 'sign-in',
    who: TOKEN_HOLDER.name,
    role: TOKEN_HOLDER.role,
    from,
    about: { by: 'token' },
  });
  return goTo(next, sessionCookie(id, isHttps(open.settings)));
}

/** Ends the session of this request and leads to the sign-in page. Never throws. */
export async function signOut(request: Request): Promise<Response> {
  const open = desk();
  if (open.kind === 'problem') return goTo('/');
  const person = closeSession(request, open);
  if (person !== null)
    await audit({
      event: 'sign-out',
      who: person.name,
      role: person.role,
      from: addressOf(request),
      about: {},
    });
  return goTo('/sign-in', sessionCookie('', isHttps(open.settings)));
}

function textOf(form: FormData | null, name: string): string {
  const value = form?.get(name);
  return typeof value === 'string' ? value : '';
}
