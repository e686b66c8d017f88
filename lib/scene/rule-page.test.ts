import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { ruleLines, rulePage } from './rule-page';

const analysis = analyze(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));

test('every finding of a snapshot is counted at its rule, and every rule is there', () => {
  const lines = ruleLines(analysis.findings);
  expect(lines.reduce((sum, { found }) => sum + found, 0)).toBe(analysis.findings.length);
  expect(lines.some(({ found }) => found === 0)).toBe(true);
});

test('the page of a rule says what its document says', () => {
  const page = rulePage(analysis.findings, 'role-trusts-whole-account');
  const document = readFileSync('docs/findings/role-trusts-whole-account.md', 'utf8');
  for (const text of [page?.title, page?.why, page?.remedy, page?.example.wide, ...(page?.sources ?? [])])
    expect(document).toContain(text);
});

test('there is no page of a rule that is not there', () => {
  expect(rulePage(analysis.findings, 'nothing')).toBeNull();
});
