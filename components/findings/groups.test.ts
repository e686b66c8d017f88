import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { withStanding } from '@/lib/scene/accepted-rows';
import { findingRows } from '@/lib/scene/findings-page';
import { groupsOf, sortedGroups } from './groups';
import { groupOf, NO_FILTER, shownFindings } from './view-state';

const found = findingRows(analyze(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8'))));
const { rows } = withStanding(
  found,
  found.slice(0, 1).map(({ id }) => ({
    risk: { kind: 'finding', id } as const,
    reason: 'agreed',
    author: 'Ada',
    expires: '2026-12-31',
    where: 'hatstack-accepted.yaml:2',
  })),
  '2026-11-27',
);

describe.each(['rule', 'account', 'cause'] as const)('findings by %s', (by) => {
  const groups = groupsOf(rows, by);

  it('holds each finding once, and opens to just those', () => {
    expect(groups.reduce((sum, { findings }) => sum + findings, 0)).toBe(rows.length);
    expect(groups.reduce((sum, { counting }) => sum + counting, 0)).toBe(rows.length - 1);
    for (const { name, findings } of groups) {
      const list = { ...NO_FILTER, by, in: name, sort: 'severity', reverse: false } as const;
      const own = shownFindings(rows, list);
      expect(own).toHaveLength(findings);
      expect(own.every((row) => groupOf(row, by) === name)).toBe(true);
    }
  });

  it('puts the gravest first, and the largest where that is asked', () => {
    const sizes = sortedGroups(groups, 'findings', false).map(({ findings }) => findings);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sortedGroups(groups, 'severity', false)[0]?.severity).toBe(rows[0]?.severity);
  });
});

describe('a filter', () => {
  const shown = (standing: 'open' | 'accepted' | 'expired') =>
    shownFindings(rows, { ...NO_FILTER, standing, by: 'none', sort: 'severity', reverse: false });

  it('tells accepted findings from open ones', () => {
    expect(shown('accepted').map(({ id }) => id)).toEqual([found[0]?.id]);
    expect(shown('open')).toHaveLength(rows.length - 1);
    expect(shown('expired')).toEqual([]);
  });
});
