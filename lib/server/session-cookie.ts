// The cookie that carries a session's id: never read by scripts, never sent along from another site.

/** Its name; `__Host-` ties it to this host, and browsers take that by https only. Never throws. */
export function sessionCookieName(isHttps: boolean): string {
  return isHttps ? '__Host-hatstack-session' : 'hatstack-session';
}

/** The `Set-Cookie` of an open session; an empty `id` takes the cookie away. Never throws. */
export function sessionCookie(id: string, isHttps: boolean): string {
  const end = id === '' ? '; Max-Age=0' : '';
  const secure = isHttps ? '; Secure' : '';
  return `${sessionCookieName(isHttps)}=${id}; Path=/; HttpOnly; SameSite=Strict${secure}${end}`;
}

/** The value of a cookie of a `Cookie` header, else null. Never throws. */
export function cookieOf(header: string | null, name: string): string | null {
  const found = (header ?? '')
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${name}=`));
  return found?.slice(name.length + 1) || null;
}

/** The cookie of a sign-in that is on its way through the identity provider. Never throws. */
export function tripCookieName(isHttps: boolean): string {
  return isHttps ? '__Host-hatstack-trip' : 'hatstack-trip';
}

/** Its `Set-Cookie`; an empty `id` takes it away. Lax: it must come along when the other site sends the browser back. Never throws. */
export function tripCookie(id: string, isHttps: boolean): string {
  const age = id === '' ? 0 : 600;
  const secure = isHttps ? '; Secure' : '';
  return `${tripCookieName(isHttps)}=${id}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure}`;
}
