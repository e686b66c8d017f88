import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { collectors } from './collectors/index';
import { permissionsDocument, readOnlyPolicy } from './permissions-document';

const FILE = 'docs/permissions.md';

test('docs/permissions.md says what the collectors declare (npm run golden rewrites it)', () => {
  const text = permissionsDocument(collectors);
  if (process.env.GOLDEN === 'write') writeFileSync(FILE, text);
  expect(readFileSync(FILE, 'utf8')).toBe(text);
});

test('the policy holds exactly the declared permissions', () => {
  const declared = collectors.flatMap(({ calls }) => calls.map(({ permission }) => permission));
  expect(readOnlyPolicy(collectors).Statement[0]?.Action).toEqual([...new Set(declared)].sort());
});
