import { describe, expect, it } from 'vitest';
import { auditLine } from './audit-line';
import { isHttps, readLogin } from './login-settings';
import { hashOf } from './secret';

const OWN = 'a-token-of-my-own-that-is-long';
const PROVIDER = {
  HATSTACK_OIDC_ISSUER: 'https://id.acme.example',
  HATSTACK_OIDC_CLIENT_ID: 'hatstack',
  HATSTACK_OIDC_ROLES: 'hats=operator',
};
const read = (env: Readonly<Record<string, string>>) => readLogin({ NODE_ENV: 'production', ...env });
const settingsOf = (env: Readonly<Record<string, string>>) => {
  const answer = read({ HOSTNAME: '127.0.0.1', ...env });
  if (answer.kind === 'problem') throw new Error(answer.problem);
  return answer.settings;
};

describe('the login', () => {
  it('is none on the loopback address, and nothing is served without one elsewhere', () => {
    expect(settingsOf({}).login).toEqual({ kind: 'none' });
    for (const HOSTNAME of ['0.0.0.0', '::', '10.0.0.1', ''])
      expect(read({ HOSTNAME })).toMatchObject({
        kind: 'problem',
        problem: expect.stringContaining('no login'),
      });
    expect(read({})).toMatchObject({ kind: 'problem' });
  });

  it('is by token once there is one, kept as its hash', () => {
    const hash = hashOf(OWN);
    for (const env of [{ HATSTACK_TOKEN: OWN }, { HATSTACK_TOKEN_HASH: hash }])
      expect(read({ HOSTNAME: '0.0.0.0', ...env })).toMatchObject({
        settings: { login: { kind: 'token', hash } },
      });
  });

  it('is by an identity provider once there is one', () => {
    expect(read({ HOSTNAME: '0.0.0.0', ...PROVIDER })).toMatchObject({
      settings: { login: { kind: 'oidc' } },
    });
  });

  it.each([
    [{ HATSTACK_TOKEN: 'short' }, /fewer than 24/],
    [{ HATSTACK_TOKEN_HASH: 'abc' }, /not a SHA-256/],
    [{ HATSTACK_TOKEN: OWN, ...PROVIDER }, /choose one/],
    [{ ...PROVIDER, HATSTACK_OIDC_CLIENT_ID: '' }, /CLIENT_ID is missing/],
    [{ HATSTACK_URL: 'hats.acme.example' }, /not an address/],
    [{ HATSTACK_URL: 'https://acme.example/hats' }, /not an address/],
    [{ HATSTACK_SESSION_IDLE_MINUTES: '-1' }, /not a number of minutes/],
  ])('says what is wrong with %o', (env, line) => {
    expect(read({ HOSTNAME: '127.0.0.1', ...env })).toMatchObject({ problem: expect.stringMatching(line) });
  });

  it('takes the name of its address as a host, and https from there', () => {
    const settings = settingsOf({
      HATSTACK_URL: 'https://hats.acme.example',
      HATSTACK_HOSTS: 'a.example, ,b',
    });
    expect(settings.hosts).toEqual(['a.example', 'b', 'hats.acme.example']);
    expect([isHttps(settings), isHttps(settingsOf({}))]).toEqual([true, false]);
  });

  it('lasts an hour unused and half a day at most, unless told otherwise', () => {
    expect(settingsOf({}).session).toEqual({ idleMs: 3_600_000, absoluteMs: 43_200_000 });
    expect(settingsOf({ HATSTACK_SESSION_MINUTES: '0.5' }).session.absoluteMs).toBe(30_000);
  });
});

describe('the audit', () => {
  it('is one line of JSON, whatever people are called', () => {
    const entry = {
      event: 'export',
      who: 'a\n"b"',
      role: 'viewer',
      from: null,
      about: { what: 'x'.repeat(900) },
    } as const;
    const line = auditLine(entry, '2026-11-27T06:00:00Z');
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({
      at: '2026-11-27T06:00:00Z',
      ...entry,
      about: { what: 'x'.repeat(300) },
    });
  });
});
