import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ruleDocument, ruleTable } from './document';
import type { Rule } from './rule';
import { RULES } from './rules/index';

const FOLDER = 'docs/findings';
const ALL: readonly Rule[] = RULES;

function expectGolden(name: string, text: string): void {
  const file = join(FOLDER, name);
  if (process.env.GOLDEN === 'write') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file) ? readFileSync(file, 'utf8') : 'not there').toBe(text);
}

test.each(ALL.map((rule) => [rule.id, rule] as const))(
  'docs/findings/%s.md is current (npm run golden rewrites it)',
  (id, rule) => expectGolden(`${id}.md`, ruleDocument(rule)),
);

test('the table of all rules is current', () => expectGolden('README.md', ruleTable(ALL)));

test('there is a page of every rule, and of nothing else', () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual(
    [...ALL.map(({ id }) => `${id}.md`), 'README.md'].toSorted(),
  );
});

test('every example is JSON where it looks like it', () => {
  for (const { example } of ALL)
    for (const text of [example.wide, example.narrow])
      if (/^[[{]/.test(text)) expect(() => JSON.parse(text)).not.toThrow();
});
