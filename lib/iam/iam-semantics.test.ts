// The table of rules in docs/iam-semantics.md: no empty cell, every file and scenario there, every scenario listed.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scenarioFiles } from './scenario.fixture';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const TEXT = readFileSync(new URL('../../docs/iam-semantics.md', import.meta.url), 'utf8');
const ROWS = TEXT.split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Rule'))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
const quoted = (cell: string | undefined) =>
  [...(cell ?? '').matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? '');

describe('docs/iam-semantics.md', () => {
  it.each(ROWS)('%s', (rule, source, files, scenarios, ...rest) => {
    expect(rest).toEqual([]);
    expect(rule).not.toBe('');
    expect(source).toMatch(/\]\(https:\/\/.+\)/);
    expect(quoted(files).length).toBeGreaterThan(0);
    expect(quoted(scenarios).length).toBeGreaterThan(0);
    for (const file of quoted(files)) expect(existsSync(`${HERE}${file}`), file).toBe(true);
    for (const scenario of quoted(scenarios))
      expect(existsSync(`${HERE}scenarios/${scenario}`), scenario).toBe(true);
  });

  it('lists every scenario', () => {
    const listed = new Set(ROWS.flatMap((row) => quoted(row[3])));
    expect(
      scenarioFiles()
        .map((file) => file.path)
        .filter((path) => !listed.has(path)),
    ).toEqual([]);
  });
});
