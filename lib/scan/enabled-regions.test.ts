import { describe, expect, test } from 'vitest';
import type { Fact } from '@/lib/snapshot/fact';
import { accountRegions, mustAskRegions } from './enabled-regions';

const fact = (data: Fact['data']): Fact => ({
  kind: 'account-region',
  source: 'account:ListRegions',
  account: '111111111111',
  region: 'global',
  arn: null,
  data,
});

describe('the accounts are asked', () => {
  test.each([
    [[], true],
    [['us-east-1', 'eu-west-3'], false],
    [['us-east-1', 'ap-east-1'], true],
    [['eu-south-2'], true],
    [['us-gov-west-1'], false],
    [['cn-northwest-1'], false],
  ])('for %j: %s', (regions, isAsked) => {
    expect(mustAskRegions(regions)).toBe(isAsked);
  });
});

test.each([
  ['ENABLED_BY_DEFAULT', true],
  ['ENABLED', true],
  ['ENABLING', false],
  ['DISABLING', false],
  ['DISABLED', false],
])('in the words of Account Management, %s is enabled: %s', (RegionOptStatus, isEnabled) => {
  const regions = accountRegions([fact({ RegionName: 'eu-west-1', RegionOptStatus })]);
  expect(regions).toEqual(
    isEnabled ? { enabled: ['eu-west-1'], optedOut: [] } : { enabled: [], optedOut: ['eu-west-1'] },
  );
});

test.each([
  ['opt-in-not-required', true],
  ['opted-in', true],
  ['not-opted-in', false],
])('in the words of EC2, %s is enabled: %s', (OptInStatus, isEnabled) => {
  const regions = accountRegions([fact({ RegionName: 'eu-west-1', OptInStatus })]);
  expect(regions?.enabled).toEqual(isEnabled ? ['eu-west-1'] : []);
});

test('nothing said is not "no region"', () => {
  expect(accountRegions([])).toBeNull();
});
