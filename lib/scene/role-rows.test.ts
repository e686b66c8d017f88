import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { policyShelf } from '@/lib/verdict/policy-shelf';
import { rolePage } from './role-page';
import { roleRows } from './role-rows';

const analysis = analyze(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')));
const { rows, unread } = roleRows(analysis, policyShelf());

describe('the list of roles', () => {
  it('has a row for every role that was read', () => {
    expect(rows.length).toBe(analysis.inventory.roles.size);
    expect(unread).toBeGreaterThanOrEqual(0);
  });

  it('counts who can put on each hat of a pipeline as its page does', () => {
    const shelf = policyShelf();
    const worn = rows.filter(({ serves }) => serves > 0);
    expect(worn.length).toBeGreaterThan(3);
    for (const row of worn) {
      const role = analysis.inventory.roles.get(row.arn);
      if (role === undefined) throw new Error(row.arn);
      const page = rolePage(analysis, shelf, role);
      expect([row.name, row.can, row.overBroad]).toEqual([page.name, page.can, page.overBroad]);
      expect(row.state).not.toBeNull();
    }
  });

  it('says nothing of states and counts of a role that no pipeline wears', () => {
    for (const row of rows.filter(({ serves }) => serves === 0))
      expect([row.can, row.state]).toEqual([null, null]);
  });
});
