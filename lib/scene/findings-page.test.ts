import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { SEVERITIES } from '@/lib/findings/finding';
import { findingDetail, findingRows } from './findings-page';

const analysis = analyze(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));
const rows = findingRows(analysis);

describe('the list of findings', () => {
  it('has one row for each, the most severe first', () => {
    expect(rows.length).toBe(analysis.findings.length);
    const ranks = rows.map(({ severity }) => SEVERITIES.indexOf(severity));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    for (const row of rows) expect(row.account).not.toBe('');
  });

  it('gives each its reason, remedy and sources, and marks every statement that is at fault', () => {
    let marked = 0;
    for (const { id, pipelines } of rows) {
      const detail = findingDetail(analysis, id);
      expect(detail?.why).not.toBe('');
      expect(detail?.remedy).not.toBe('');
      expect(detail?.sources.length).toBeGreaterThan(0);
      expect(detail?.affects.length).toBe(pipelines);
      for (const { lines, title } of detail?.evidence ?? []) {
        expect(title).toMatch(/, statement \d+$/);
        if (lines.length > 0) marked += 1;
        expect(lines.every(({ mark }) => mark === 'deciding')).toBe(true);
      }
    }
    expect(marked).toBeGreaterThan(4);
  });

  it('knows no finding by an id that is none', () => {
    expect(findingDetail(analysis, 'role-trusts-anyone nobody')).toBeNull();
  });
});
