import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { chosenBind } from './bind.mjs';

const OWN = 'a-token-of-my-own-that-is-long';

test('this machine only, and no login, unless something else is asked for', () => {
  const { host, token, settings } = chosenBind({});
  expect([host, token, settings.HOSTNAME, settings.HATSTACK_TOKEN_HASH]).toEqual([
    '127.0.0.1',
    null,
    '127.0.0.1',
    '',
  ]);
});

test.each(['0.0.0.0', '::', '192.168.1.5', 'hats.acme.example'])('%s is refused without a login', (host) => {
  expect(() => chosenBind({ HATSTACK_HOST: host })).toThrow(/people must sign in/);
});

test('a token is made, shown once, and handed on as its hash only', () => {
  const one = chosenBind({ HATSTACK_HOST: '0.0.0.0', HATSTACK_LOGIN: 'token' });
  const other = chosenBind({ HATSTACK_HOST: '0.0.0.0', HATSTACK_LOGIN: 'token' });
  expect(one.token).toMatch(/^[\w-]{43}$/);
  expect(one.token).not.toBe(other.token);
  expect(JSON.stringify(one.settings)).not.toContain(one.token);
  expect(one.settings.HATSTACK_TOKEN_HASH).toBe(createHash('sha256').update(`${one.token}`).digest('hex'));
});

test('a token that was given is not printed, and not handed on either', () => {
  const { token, settings } = chosenBind({ HATSTACK_HOST: '0.0.0.0', HATSTACK_TOKEN: OWN });
  expect(token).toBeNull();
  expect(settings.HATSTACK_TOKEN).toBe('');
  expect(settings.HATSTACK_TOKEN_HASH).toBe(createHash('sha256').update(OWN).digest('hex'));
});

test('a short token, an unreadable file and an unknown login are said', () => {
  expect(() => chosenBind({ HATSTACK_TOKEN: 'secret' })).toThrow(/6 characters: it needs 24/);
  expect(() => chosenBind({ HATSTACK_TOKEN_FILE: '/no/such/file' })).toThrow(/cannot be read \(ENOENT\)/);
  expect(() => chosenBind({ HATSTACK_LOGIN: 'password' })).toThrow(/not a way to sign in/);
});

test('an identity provider is a login too, and must be named', () => {
  const issuer = { HATSTACK_OIDC_ISSUER: 'https://id.acme.example' };
  expect(chosenBind({ HATSTACK_HOST: '0.0.0.0', ...issuer }).token).toBeNull();
  expect(() => chosenBind({ HATSTACK_HOST: '0.0.0.0', HATSTACK_LOGIN: 'oidc' })).toThrow(
    /HATSTACK_OIDC_ISSUER is missing/,
  );
});

test('the address that it is bound to is answered to, every address is not a name', () => {
  const hosts = (host: string) =>
    chosenBind({ HATSTACK_HOST: host, HATSTACK_LOGIN: 'token', HATSTACK_HOSTS: 'a.example' }).settings
      .HATSTACK_HOSTS;
  expect(hosts('fd00::1')).toBe('a.example,[fd00::1]');
  expect(hosts('0.0.0.0')).toBe('a.example');
});
