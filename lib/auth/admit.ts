// The one decision about every request: refused, sent to sign in, or let in as somebody.
import { isAllowedHost } from './allowed-host';
import { isAtLeast } from './role';
import { neededRole } from './route-roles';
import { isFromHere, isLinkFromElsewhere } from './same-origin';
import type { Person } from './sessions';

/** What is known of a request before anything of it is used. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly host: string | null;
  readonly origin: string | null;
  /** `Sec-Fetch-Site` and `Sec-Fetch-Mode`. */
  readonly fetchSite: string | null;
  readonly fetchMode: string | null;
  /** `Content-Length` and `Transfer-Encoding`. */
  readonly length: string | null;
  readonly transferEncoding: string | null;
}

export interface House {
  readonly hosts: readonly string[];
  readonly ownOrigin: string | null;
  /** The largest body of a request, in bytes. */
  readonly mostBytes: number;
}

export type Admission =
  | { readonly kind: 'in'; readonly person: Person | null }
  | { readonly kind: 'refused'; readonly status: 401 | 403 | 411 | 413 | 421; readonly detail: string }
  /** To the sign-in page. */
  | { readonly kind: 'sign-in' }
  /** The browser held its cookie back because the link stands on another site: it shall ask again from here. */
  | { readonly kind: 'again' };

/** `person`: who is signed in, or null. Never throws. */
export function admit(asked: Asked, house: House, person: Person | null): Admission {
  if (!isAllowedHost(asked.host, house.hosts))
    return refused(
      421,
      `\`${asked.host ?? ''}\` is not served here: add it to HATSTACK_HOSTS if it is yours`,
    );
  if (!isFromHere(asked, house.ownOrigin))
    return refused(
      403,
      'Changes are taken from pages of this server only: Origin or Sec-Fetch-Site says otherwise.',
    );
  const size = sizeProblem(asked, house.mostBytes);
  if (size !== null) return size;

  const needs = neededRole(asked.method, asked.path);
  if (needs === 'anyone') return { kind: 'in', person };
  if (person === null) return outside(asked);
  if (isAtLeast(person.role, needs)) return { kind: 'in', person };
  return refused(403, `This needs the role ${needs}; ${person.name} has the role ${person.role}.`);
}

function outside(asked: Asked): Admission {
  const isPage = asked.method === 'GET' && !asked.path.startsWith('/api/');
  if (!isPage) return refused(401, 'Sign in first.');
  return isLinkFromElsewhere(asked) ? { kind: 'again' } : { kind: 'sign-in' };
}

/** A body is taken only when it says how long it is: Next would cut off a longer one without a word. */
function sizeProblem(asked: Asked, mostBytes: number): Admission | null {
  if (asked.transferEncoding !== null)
    return refused(411, 'Say how long the body is: Content-Length, and no Transfer-Encoding.');
  if (asked.length === null) return null;
  if (Number(asked.length) <= mostBytes) return null;
  return refused(413, `The body is larger than ${Math.floor(mostBytes / 1_048_576)} MiB.`);
}

function refused(status: 401 | 403 | 411 | 413 | 421, detail: string): Admission {
  return { kind: 'refused', status, detail };
}
