import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { tokensCss } from './tokens-css';

const file = fileURLToPath(new URL('tokens.css', import.meta.url));

test('tokens.css is the token table', () => {
  if (process.env.GOLDEN === 'write') writeFileSync(file, tokensCss());
  expect(readFileSync(file, 'utf8')).toBe(tokensCss());
});
