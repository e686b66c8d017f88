// What the texts of conditions stand for, and who sets which key.
import { describe, expect, it } from 'vitest';
import { controllerOf } from './controller';
import { formatAddress, readAddress, readAddressRange, readDate, readNumber } from './values';

describe('readNumber', () => {
  it.each([
    ['5', 5],
    ['-5.50', -5.5],
    ['+.5', 0.5],
    ['5.', 5],
    ['', null],
    ['5e3', null],
    ['0x10', null],
    [' 5', null],
    ['ten', null],
  ])('%j is %j', (text, expected) => {
    expect(readNumber(text)).toBe(expected);
  });
});

describe('readDate', () => {
  it.each([
    ['2026-01-01T00:00:00Z', Date.UTC(2026, 0, 1)],
    ['2026-01-01T01:30:00+01:30', Date.UTC(2026, 0, 1)],
    ['2025-12-31T23:00:00-0100', Date.UTC(2026, 0, 1)],
    ['2026-01-01T00:00:00.250Z', Date.UTC(2026, 0, 1) + 250],
    ['2026-01-01T00:00Z', Date.UTC(2026, 0, 1)],
    ['2026-01-01T00:00:00', Date.UTC(2026, 0, 1)],
    ['2026-01-01', Date.UTC(2026, 0, 1)],
    ['2026-01', Date.UTC(2026, 0, 1)],
    ['2026', Date.UTC(2026, 0, 1)],
    ['1767225600', Date.UTC(2026, 0, 1)],
    ['1767225600.5', Date.UTC(2026, 0, 1) + 500],
    ['2026-13-01', null],
    ['yesterday', null],
    ['', null],
  ])('%j is %j', (text, expected) => {
    expect(readDate(text)).toBe(expected);
  });
});

describe('readAddressRange', () => {
  it.each([
    ['10.0.0.0/8', '10.255.255.255', true],
    ['10.1.2.3/8', '10.0.0.0', true],
    ['10.0.0.0/8', '11.0.0.0', false],
    ['10.0.0.1', '10.0.0.1', true],
    ['10.0.0.1', '10.0.0.2', false],
    ['0.0.0.0/0', '255.255.255.255', true],
    ['2001:db8::/32', '2001:db8:ffff::1', true],
    ['2001:db8::/32', '2001:db9::', false],
    ['::ffff:10.0.0.1', '::ffff:a00:1', true],
    ['::/0', '10.0.0.1', false],
  ])('%s holds %s: %s', (block, address, expected) => {
    const [range, given] = [readAddressRange(block), readAddress(address)];
    if (range === null || given === null) throw new Error('unreadable');
    const isHeld = range.version === given.version && given.value >= range.first && given.value <= range.last;
    expect(isHeld).toBe(expected);
  });

  it.each([
    '10.0.0/8',
    '10.0.0.256',
    '10.0.0.0/33',
    '10.0.0.0/',
    '1::2::3',
    '1:2:3:4:5:6:7',
    'x',
    '',
    '::/129',
    '10.0.0.0/8/8',
  ])('%j is none', (text) => {
    expect(readAddressRange(text)).toBeNull();
  });

  it('formats what it reads', () => {
    for (const text of ['10.0.0.1', '2001:db8:0:0:0:0:0:1']) {
      const address = readAddress(text);
      expect(address && formatAddress(address.version, address.value)).toBe(text);
    }
  });
});

describe('controllerOf', () => {
  it.each([
    ['sts:externalid', 'caller'],
    ['sts:rolesessionname', 'caller'],
    ['aws:requesttag/team', 'caller'],
    ['kms:encryptioncontext:aws:s3:arn', 'caller'],
    ['s3:x-amz-server-side-encryption', 'caller'],
    ['aws:sourceip', 'environment'],
    ['aws:currenttime', 'environment'],
    ['aws:requestedregion', 'environment'],
    ['aws:multifactorauthpresent', 'environment'],
    ['aws:sourcearn', 'service'],
    ['kms:viaservice', 'service'],
    ['iam:passedtoservice', 'service'],
    ['token.actions.githubusercontent.com:sub', 'identity-provider'],
    ['saml:aud', 'identity-provider'],
    ['aws:principaltag/team', 'not-scanned'],
    ['aws:principalorgid', 'not-scanned'],
  ])('%s: %s', (key, expected) => {
    expect(controllerOf(key)).toBe(expected);
  });
});
