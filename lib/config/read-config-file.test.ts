import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readConfigFile } from './read-config-file';
import { readScanOptions } from './scan-options';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hatstack-config-'));
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

test('hatstack.yaml in the working folder is read where there is one', () => {
  expect(readConfigFile(undefined)).toEqual({ kind: 'layer', layer: new Map() });
  writeFileSync(join(folder, 'hatstack.yaml'), 'role-name: r\n');
  expect(readScanOptions({}, [], {})).toMatchObject({ options: { roleName: 'r' } });
});

test('--config names another file, and wins over HATSTACK_CONFIG', () => {
  writeFileSync(join(folder, 'a.yaml'), 'role-name: a\n');
  writeFileSync(join(folder, 'b.yaml'), 'role-name: b\n');
  const env = { HATSTACK_CONFIG: join(folder, 'b.yaml') };
  expect(readScanOptions({}, [], env)).toMatchObject({ options: { roleName: 'b' } });
  expect(readScanOptions({ config: join(folder, 'a.yaml') }, [], env)).toMatchObject({
    options: { roleName: 'a' },
  });
});

test('a file that was named and is not there, or is none, is one line', () => {
  const missing = join(folder, 'missing.yaml');
  expect(readScanOptions({ config: missing }, [], {})).toEqual({
    kind: 'problem',
    problem: `no configuration in \`${missing}\`: there is no such file`,
  });
  expect(readScanOptions({ config: folder }, [], {})).toEqual({
    kind: 'problem',
    problem: `no configuration in \`${folder}\`: it cannot be read (EISDIR)`,
  });
});
