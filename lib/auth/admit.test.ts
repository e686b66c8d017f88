import { describe, expect, it } from 'vitest';
import { type Asked, admit } from './admit';
import { ROLES } from './role';

const house = { hosts: ['hats.acme.example'], ownOrigin: 'https://hats.acme.example', mostBytes: 1_048_576 };
const operator = { name: 'ana@acme.example', role: 'operator' } as const;
const asked = (more: Partial<Asked> = {}): Asked => ({
  method: 'GET',
  path: '/pipelines',
  host: 'localhost:3000',
  origin: null,
  fetchSite: null,
  fetchMode: null,
  length: null,
  transferEncoding: null,
  ...more,
});
const said = (more: Partial<Asked>, person: Parameters<typeof admit>[2] = operator): string => {
  const answer = admit(asked(more), house, person);
  return answer.kind === 'refused' ? `refused ${answer.status}` : answer.kind;
};

describe('a request', () => {
  it.each(['/', '/pipelines', '/api/session', '/samples/acme-retail.json', '/_next/static/a.js', '/sign-in'])(
    'for another host is refused, whoever asks: %s',
    (path) => expect(said({ path, host: 'evil.example' })).toBe('refused 421'),
  );

  it('of somebody who signed in comes in', () => expect(said({})).toBe('in'));

  it('of a stranger is sent to sign in, but not when a program asks', () => {
    expect(said({}, null)).toBe('sign-in');
    expect(said({ path: '/api/snapshots/a/exports/svg' }, null)).toBe('refused 401');
    expect(said({ path: '/samples/acme-retail.json', method: 'HEAD' }, null)).toBe('refused 401');
  });

  it('that follows a link of another site is asked again from here, where the cookie comes along', () => {
    expect(said({ fetchSite: 'cross-site', fetchMode: 'navigate' }, null)).toBe('again');
    expect(said({ fetchSite: 'same-origin', fetchMode: 'navigate' }, null)).toBe('sign-in');
  });

  it('gets the sign-in page and its files without a session', () => {
    for (const path of ['/sign-in', '/_next/static/chunks/a.js', '/icon.svg'])
      expect(said({ path }, null)).toBe('in');
  });
});

describe('a change', () => {
  const write = { method: 'POST', path: '/api/session', host: 'localhost:3000' };

  it.each([
    ['from this origin', { origin: 'http://localhost:3000' }, 'in'],
    [
      'from this origin, as browsers say twice',
      { origin: 'http://localhost:3000', fetchSite: 'same-origin' },
      'in',
    ],
    ['with only Sec-Fetch-Site', { fetchSite: 'same-origin' }, 'in'],
    ['from the address of the proxy in front', { origin: 'https://hats.acme.example' }, 'in'],
    ['from another site', { origin: 'http://evil.example', fetchSite: 'cross-site' }, 'refused 403'],
    ['from another port of this machine', { origin: 'http://localhost:4000' }, 'refused 403'],
    ['from another port, as browsers say', { fetchSite: 'same-site' }, 'refused 403'],
    [
      'of which one sign says otherwise',
      { origin: 'http://localhost:3000', fetchSite: 'cross-site' },
      'refused 403',
    ],
    ['from nowhere', { origin: 'null' }, 'refused 403'],
    ['from nowhere, whatever the browser says', { origin: 'null', fetchSite: 'same-origin' }, 'refused 403'],
    ['typed into the address bar', { fetchSite: 'none' }, 'refused 403'],
    ['without any sign', {}, 'refused 403'],
  ])('%s', (_, more, expected) => expect(said({ ...write, ...more }, null)).toBe(expected));

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])('by %s is asked the same', (method) => {
    expect(said({ ...write, method, origin: 'http://evil.example' })).toBe('refused 403');
  });

  it('says how long its body is, and is no longer than may be', () => {
    const here = { ...write, fetchSite: 'same-origin' };
    expect(said({ ...here, length: '1048576' })).toBe('in');
    expect(said({ ...here, length: '1048577' })).toBe('refused 413');
    expect(said({ ...here, length: 'much' })).toBe('refused 413');
    expect(said({ ...here, transferEncoding: 'chunked' })).toBe('refused 411');
  });
});

describe('a role', () => {
  const may = (role: (typeof ROLES)[number], method: string, path: string) =>
    said({ method, path, fetchSite: 'same-origin' }, { name: 'ana', role }) === 'in';

  it('lets viewers look, reviewers export, and operators do what nobody thought of', () => {
    const table = (method: string, path: string) => ROLES.filter((role) => may(role, method, path));
    expect(table('GET', '/pipelines/a')).toEqual(['viewer', 'reviewer', 'operator']);
    expect(table('GET', '/api/snapshots/a/exports/svg')).toEqual(['reviewer', 'operator']);
    expect(table('GET', '/%61pi/snapshots/a/%65xports/svg')).toEqual(['reviewer', 'operator']);
    expect(table('DELETE', '/api/snapshots/a/exports/svg')).toEqual(['operator']);
    expect(table('GET', '/api/of-tomorrow')).toEqual(['operator']);
    expect(table('POST', '/pipelines')).toEqual(['operator']);
  });

  it('says what is needed and what is there', () => {
    const answer = admit(asked({ path: '/api/snapshots/a/exports/svg' }), house, {
      name: 'ana@acme.example',
      role: 'viewer',
    });
    expect(answer).toMatchObject({
      status: 403,
      detail: 'This needs the role reviewer; ana@acme.example has the role viewer.',
    });
  });
});
