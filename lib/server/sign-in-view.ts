// What the sign-in page says.
import 'server-only';
import { localPath } from '@/lib/auth/local-path';

/** Each reason to be here again, in words. */
const TROUBLES: { readonly [why: string]: string } = {
  wrong: 'This is not the token of this server.',
  'too-many': 'Too many wrong attempts. Wait a quarter of an hour, then try again.',
};

export interface SignInView {
  readonly next: string;
  readonly trouble: string | null;
}

/** From the page's query. Never throws. */
export function signInView(query: Readonly<Record<string, string | string[] | undefined>>): SignInView {
  const { next, why } = query;
  return {
    next: localPath(typeof next === 'string' ? next : null),
    trouble: typeof why === 'string' ? (TROUBLES[why] ?? null) : null,
  };
}
