import { expect, test } from 'vitest';
import { collectors } from './index';

const calls = collectors.flatMap((collector) => collector.calls.map((call) => ({ collector, ...call })));

test('every collector asks its own service only', () => {
  expect(calls.filter(({ name, collector }) => !name.startsWith(`${collector.service}:`))).toEqual([]);
});

test('every call reads, and none reads what is stored in a bucket, a key or a secret', () => {
  for (const { name, permission } of calls) {
    expect(name).toMatch(/:(Get|BatchGet|List|Describe)[A-Z]/);
    expect(permission).toMatch(/:(Get|BatchGet|List|Describe)[A-Z]/);
    expect(permission).not.toMatch(/Object|Secret|Parameter|LogEvents|Decrypt|Credential|Password/);
  }
});

test('no call is declared twice in one phase', () => {
  const names = calls.map(({ name, collector }) => `${name} in phase ${collector.phase}`);
  expect(names).toEqual([...new Set(names)]);
});
