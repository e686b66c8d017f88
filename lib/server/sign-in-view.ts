// What the sign-in page says.
import 'server-only';
import { localPath } from '@/lib/auth/local-path';
import { desk } from './desk';

/** Each reason to be here again, in words. */
const TROUBLES: { readonly [why: string]: string } = {
  wrong: 'This is not the token of this server.',
  'too-many': 'Too many wrong attempts. Wait a quarter of an hour, then try again.',
  provider:
    'The identity provider did not confirm who you are, or cannot be reached. The server’s log says why.',
  late: 'The sign-in took too long, or began in another window. Start again.',
  'not-admitted':
    'The identity provider knows you, but you may not come in here. Ask whoever runs this server; its log says which rule you miss.',
};

export interface SignInView {
  readonly next: string;
  readonly trouble: string | null;
  /** The host of the identity provider where people sign in; null: with a token. */
  readonly provider: string | null;
}

/** From the page's query. Never throws. */
export function signInView(query: Readonly<Record<string, string | string[] | undefined>>): SignInView {
  const { next, why } = query;
  const open = desk();
  const login = open.kind === 'desk' ? open.settings.login : null;
  return {
    next: localPath(typeof next === 'string' ? next : null),
    trouble: typeof why === 'string' ? (TROUBLES[why] ?? null) : null,
    provider: login?.kind === 'oidc' ? new URL(login.oidc.issuer).host : null,
  };
}
