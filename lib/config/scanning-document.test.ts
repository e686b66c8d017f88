import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileLayer } from './file-layer';
import { SCAN_OPTIONS, variableOf } from './scan-option-table';
import { parseScanOptions } from './scan-options';

const text = readFileSync('docs/scanning.md', 'utf8');

test('docs/scanning.md has every option under its three names', () => {
  for (const { key, flag } of SCAN_OPTIONS)
    expect(text).toContain(`| \`${key}\` | \`${variableOf(key)}\` | \`--${flag}\` | `);
});

test('the hatstack.yaml of docs/scanning.md is one', () => {
  const example = text.match(/```yaml\n([\s\S]*?)```/)?.[1] ?? '';
  const read = fileLayer('hatstack.yaml', example);
  if (read.kind === 'problem') throw new Error(read.problem);
  expect(parseScanOptions({}, [], [read.layer], read.overrides)).toMatchObject({
    kind: 'options',
    options: { accounts: 'organization', roleName: 'HatstackRead', regions: ['us-east-1', 'eu-west-1'] },
  });
});
