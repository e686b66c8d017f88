import { expect, test } from 'vitest';
import { nearest } from './nearest';

const KNOWN = ['role-name', 'regions', 'out', 'external-id'];

test.each([
  ['role_name', 'role-name'],
  ['roleName', 'role-name'],
  ['region', 'regions'],
  ['externalid', 'external-id'],
  ['colour', null],
  ['', null],
])('%j was meant to be %j', (word, meant) => {
  expect(nearest(word, KNOWN)).toBe(meant);
});
