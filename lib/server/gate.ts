// Every request passes here first: the proxy asks, this says who comes in as whom and what the others are answered.
import { type Admission, type Asked, admit } from '@/lib/auth/admit';
import { isHttps } from '@/lib/auth/login-settings';
import { roleNamed } from '@/lib/auth/role';
import type { Person } from '@/lib/auth/sessions';
import { MOST_BYTES } from './body-limit';
import { AT_THIS_MACHINE, desk } from './desk';
import { cookieOf, sessionCookieName } from './session-cookie';

export type Passage = Admission | { readonly kind: 'closed'; readonly problem: string };

/** What becomes of a request. Never throws. */
export function gate(method: string, path: string, headers: Headers): Passage {
  const open = desk();
  if (open.kind === 'problem') return { kind: 'closed', problem: open.problem };
  const { settings } = open;
  const id = cookieOf(headers.get('cookie'), sessionCookieName(isHttps(settings)));
  const signedIn = id === null ? null : open.sessions.use(id, Date.now());
  const person = settings.login.kind === 'none' ? AT_THIS_MACHINE : signedIn;
  return admit(
    askedOf(method, path, headers),
    { hosts: settings.hosts, ownOrigin: settings.ownOrigin, mostBytes: MOST_BYTES },
    person,
  );
}

function askedOf(method: string, path: string, headers: Headers): Asked {
  return {
    method,
    path,
    host: headers.get('host'),
    origin: headers.get('origin'),
    fetchSite: headers.get('sec-fetch-site'),
    fetchMode: headers.get('sec-fetch-mode'),
    length: headers.get('content-length'),
    transferEncoding: headers.get('transfer-encoding'),
  };
}

const NAME = 'x-hatstack-person';
const ROLE = 'x-hatstack-role';

/** The headers that tell pages and routes who asks; what a client sent under these names is overwritten. Never throws. */
export function tellWho(headers: Headers, person: Person | null): void {
  headers.delete(NAME);
  headers.delete(ROLE);
  if (person === null) return;
  headers.set(NAME, encodeURIComponent(person.name));
  headers.set(ROLE, person.role);
}

/** The other half of `tellWho`: who asks, null on the sign-in page. Never throws. */
export function whoAsks(headers: { get(name: string): string | null }): Person | null {
  const name = headers.get(NAME);
  const role = roleNamed(headers.get(ROLE));
  return name === null || role === null ? null : { name: decodeURIComponent(name), role };
}
