import { expect, test } from 'vitest';
import { isAllowedHost } from './allowed-host';

const cases: readonly [string, string | null, readonly string[] | undefined, boolean][] = [
  ['the loopback name', 'localhost:3000', undefined, true],
  ['the loopback address', '127.0.0.1', undefined, true],
  ['the loopback address of IPv6', '[::1]:3000', undefined, true],
  ['a name in capitals', 'LOCALHOST:3000', undefined, true],
  ['another name', 'evil.example', undefined, false],
  ['a name that only begins like the loopback', '127.0.0.1.evil.example', undefined, false],
  ['no host at all', null, undefined, false],
  ['an empty host, even with an empty list', '', [''], false],
  ['a name of the list', 'hats.acme.example', ['a.example', 'hats.acme.example:8443'], true],
];

test.each(cases)('%s', (_, host, extra, expected) => {
  expect(isAllowedHost(host, extra)).toBe(expected);
});
