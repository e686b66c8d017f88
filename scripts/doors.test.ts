// The doors check must be able to fail: a planted import through a shut door is found.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'hatstack-doors-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A copy of the tool's configuration with a few planted files, and what the check says of it. */
function check(planted: Record<string, string>): string {
  const home = mkdtempSync(join(root, 'house-'));
  for (const name of ['.dependency-cruiser.mjs', 'tsconfig.json']) cpSync(name, join(home, name));
  symlinkSync(resolve('node_modules'), join(home, 'node_modules'));
  for (const [name, text] of Object.entries(planted)) {
    mkdirSync(join(home, name, '..'), { recursive: true });
    writeFileSync(join(home, name), text);
  }
  try {
    execFileSync(
      process.execPath,
      [
        resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        'lib',
        '--config',
        '.dependency-cruiser.mjs',
      ],
      { cwd: home, encoding: 'utf8', stdio: 'pipe' },
    );
    return 'no violation';
  } catch (error) {
    return String((error as { stdout: string }).stdout);
  }
}

describe('the doors check', { timeout: 60_000 }, () => {
  it('lets an open door be used', () => {
    expect(
      check({
        'lib/iam/a.ts': "import { b } from '@/lib/base/b';\nexport const a = b;\n",
        'lib/base/b.ts': 'export const b = 1;\n',
      }),
    ).toBe('no violation');
  });

  it('finds an import through a shut door', () => {
    const said = check({
      'lib/iam/a.ts': "import { b } from '@/lib/graph/b';\nexport const a = b;\n",
      'lib/graph/b.ts': 'export const b = 1;\n',
    });
    expect(said).toContain('lib-iam-doors');
  });

  it('finds a type-only import through a shut door', () => {
    const said = check({
      'lib/iam/a.ts': "import type { B } from '@/lib/graph/b';\nexport const a: B = 1;\n",
      'lib/graph/b.ts': 'export type B = number;\n',
    });
    expect(said).toContain('lib-iam-doors');
  });

  it('finds the AWS SDK outside its two rooms', () => {
    const said = check({
      'lib/verdict/a.ts': "import { KMSClient } from '@aws-sdk/client-kms';\nexport const a = KMSClient;\n",
      'lib/verdict/b.ts': "export { a } from './a';\n",
    });
    expect(said).toContain('only-aws-and-scan-speak-to-aws');
  });

  it('finds a peer that imports its sibling', () => {
    const said = check({
      'lib/findings/rules/a.ts': "import { b } from './b';\nexport const a = b;\n",
      'lib/findings/rules/b.ts': 'export const b = 1;\n',
      'lib/findings/rules/index.ts': "export { a } from './a';\nexport { b } from './b';\n",
    });
    expect(said).toContain('peers-are-strangers');
  });
});
