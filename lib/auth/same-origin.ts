// Whether a request that changes something comes from a page of this server: against forms and scripts of other sites.

const CHANGES_NOTHING = ['GET', 'HEAD', 'OPTIONS'];

export interface Provenance {
  readonly method: string;
  /** The request's own `Host`, `Origin` and `Sec-Fetch-Site`; null where it has none. */
  readonly host: string | null;
  readonly origin: string | null;
  readonly fetchSite: string | null;
}

/** True for a method that changes nothing. Else every sign of where the request comes from must say "from here", and
 *  there must be one: browsers send `Origin` with each write, and `Sec-Fetch-Site` to https and the loopback.
 *  `ownOrigin`: the address that users type where a proxy in front changes it, such as `https://hats.acme.example`.
 *  Never throws. Source: https://html.spec.whatwg.org/multipage/browsers.html#same-origin */
export function isFromHere(asked: Provenance, ownOrigin: string | null): boolean {
  if (CHANGES_NOTHING.includes(asked.method)) return true;
  const { origin, fetchSite } = asked;
  if (origin === null && fetchSite === null) return false;
  if (fetchSite !== null && fetchSite !== 'same-origin') return false;
  return origin === null || isOwn(origin, asked.host, ownOrigin);
}

function isOwn(origin: string, host: string | null, ownOrigin: string | null): boolean {
  if (ownOrigin !== null && origin === ownOrigin) return true;
  return host !== null && origin.toLowerCase() === `http://${host.toLowerCase()}`;
}

/** Whether a browser follows a link of another site: it then leaves out a cookie that is SameSite=Strict. Never throws. */
export function isLinkFromElsewhere(asked: {
  readonly method: string;
  readonly fetchSite: string | null;
  readonly fetchMode: string | null;
}): boolean {
  return asked.method === 'GET' && asked.fetchMode === 'navigate' && asked.fetchSite === 'cross-site';
}
