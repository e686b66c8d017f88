import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RULE_IDS } from '@/lib/analysis/settings';
import { readEntries } from './accepted-entries';
import { fileLayer } from './file-layer';

test('the hatstack.yaml of docs/tuning-findings.md is one', () => {
  const text = readFileSync('docs/tuning-findings.md', 'utf8');
  const read = fileLayer('hatstack.yaml', text.match(/```yaml\n([\s\S]*?)```/)?.[1] ?? '', RULE_IDS);
  expect(read).toMatchObject({ kind: 'layer' });
});

test('the hatstack-accepted.yaml of docs/accepting-findings.md is one', () => {
  const text = readFileSync('docs/accepting-findings.md', 'utf8');
  const read = readEntries('f', text.match(/```yaml\n([\s\S]*?)```/)?.[1] ?? '', RULE_IDS);
  expect(read).toMatchObject({ kind: 'accepted', entries: [{}, {}] });
});
