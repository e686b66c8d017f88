import { describe, expect, it } from 'vitest';
import { readOidc } from './oidc-settings';
import { createPendingTrips } from './pending';
import { personOf } from './person-of-claims';

const needed = {
  HATSTACK_OIDC_ISSUER: 'https://id.acme.example',
  HATSTACK_OIDC_CLIENT_ID: 'hatstack',
  HATSTACK_OIDC_EMAIL_DOMAINS: 'acme.example, @acme.test',
  HATSTACK_OIDC_ROLES: 'hats=operator, sec/ops=reviewer',
};
const settingsOf = (more: Readonly<Record<string, string>> = {}) => {
  const read = readOidc({ ...needed, ...more });
  if (read === null || typeof read === 'string') throw new Error(`${read}`);
  return read;
};

describe('the settings of an identity provider', () => {
  it('are none without an issuer', () => expect(readOidc({})).toBeNull());

  it('are read', () => {
    expect(settingsOf({ HATSTACK_OIDC_CLIENT_SECRET: 's' })).toEqual({
      issuer: 'https://id.acme.example',
      clientId: 'hatstack',
      clientSecret: 's',
      admits: {
        emailDomains: ['acme.example', 'acme.test'],
        subjects: [],
        roleClaim: 'groups',
        roles: new Map([
          ['hats', 'operator'],
          ['sec/ops', 'reviewer'],
        ]),
        defaultRole: null,
      },
    });
  });

  it.each([
    [{ HATSTACK_OIDC_ISSUER: 'http://id.acme.example' }, /not an https address/],
    [{ HATSTACK_OIDC_ISSUER: 'id.acme.example' }, /not an https address/],
    [{ HATSTACK_OIDC_CLIENT_ID: '' }, /CLIENT_ID is missing/],
    [{ HATSTACK_OIDC_ROLES: 'hats=admin' }, /not of the form/],
    [{ HATSTACK_OIDC_ROLES: 'operator' }, /not of the form/],
    [{ HATSTACK_OIDC_DEFAULT_ROLE: 'admin' }, /not viewer, reviewer or operator/],
    [{ HATSTACK_OIDC_ROLES: '' }, /nobody would have a role/],
    [
      { HATSTACK_OIDC_DEFAULT_ROLE: 'viewer', HATSTACK_OIDC_EMAIL_DOMAINS: '' },
      /whoever .* knows would come in/,
    ],
  ])('say what is wrong with %o', (more, line) => expect(readOidc({ ...needed, ...more })).toMatch(line));
});

describe('somebody whom the identity provider knows', () => {
  const claims = { sub: '7', email: 'Ana@ACME.example', email_verified: true, groups: ['hats', 'sec/ops'] };
  const said = (more: Readonly<Record<string, unknown>>, env: Readonly<Record<string, string>> = {}) => {
    const found = personOf({ ...claims, ...more }, settingsOf(env).admits);
    return found.kind === 'person' ? `${found.person.name} ${found.person.role}` : `refused: ${found.why}`;
  };

  it('has the highest role that the claim gives', () => {
    expect(said({})).toBe('Ana@ACME.example operator');
    expect(said({ groups: 'sec/ops' })).toBe('Ana@ACME.example reviewer');
  });

  it('stays outside without a role, unless there is one for everybody', () => {
    for (const groups of [[], ['other'], undefined, 7, [7], { hats: true }])
      expect(said({ groups })).toBe('refused: no role by the claim groups');
    expect(said({ groups: [] }, { HATSTACK_OIDC_DEFAULT_ROLE: 'viewer' })).toBe('Ana@ACME.example viewer');
  });

  it('stays outside without a verified address of an allowed domain', () => {
    for (const email_verified of [false, undefined, 'true', 1])
      expect(said({ email_verified })).toBe(
        'refused: neither an allowed subject nor a verified e-mail address',
      );
    for (const email of [
      'a@evil.example',
      'acme.example@evil.example',
      'a@sub.acme.example',
      'a@notacme.example',
    ])
      expect(said({ email })).toBe('refused: neither an allowed subject nor of an allowed e-mail domain');
    expect(said({ email: undefined })).toMatch(/^refused/);
    expect(said({ sub: undefined })).toBe('refused: the identity provider names no subject');
  });

  it('comes in by its subject, whatever its address', () => {
    expect(said({ email_verified: false }, { HATSTACK_OIDC_SUBJECTS: '6,7' })).toBe('7 operator');
    expect(said({ email: 'a@evil.example', sub: '77' }, { HATSTACK_OIDC_SUBJECTS: '7' })).toMatch(/^refused/);
  });

  it('may have the claim nested, or under a name with dots and colons', () => {
    const nested = { groups: undefined, realm_access: { roles: ['hats'] } };
    expect(said(nested, { HATSTACK_OIDC_ROLE_CLAIM: 'realm_access.roles' })).toBe(
      'Ana@ACME.example operator',
    );
    const named = { groups: undefined, 'https://acme.example/roles': 'hats' };
    expect(said(named, { HATSTACK_OIDC_ROLE_CLAIM: 'https://acme.example/roles' })).toBe(
      'Ana@ACME.example operator',
    );
    expect(said({}, { HATSTACK_OIDC_ROLE_CLAIM: '__proto__.constructor' })).toMatch(/^refused: no role/);
  });
});

describe('a sign-in on its way', () => {
  const trip = { state: 's', nonce: 'n', verifier: 'v', next: '/' };

  it('comes back once, in time, in the browser that it left from', () => {
    const trips = createPendingTrips();
    const id = trips.leave(trip, 0);
    expect(trips.comeBack('another', 1)).toBeNull();
    expect(trips.comeBack(id, 1)).toEqual(trip);
    expect(trips.comeBack(id, 2)).toBeNull();
    expect(trips.comeBack(trips.leave(trip, 0), 600_000)).toBeNull();
  });
});
