import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { checkReport } from './check-report';

const whole = analyze(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')) as Snapshot);
const [one] = whole.findings;
const findings =
  one === undefined ? [] : [{ ...one, id: 'of no pipeline', pipelines: [] }, ...whole.findings];
const analysis = { ...whole, findings };
const ids = (chosen: typeof whole.pipelines) => checkReport(analysis, chosen).findings.map(({ id }) => id);

it('tells findings that belong to no pipeline where all pipelines are chosen', () => {
  expect(ids(analysis.pipelines)).toEqual(findings.map(({ id }) => id));
});

it('tells of one pipeline only what concerns it', () => {
  const [first] = analysis.pipelines;
  const told = ids(analysis.pipelines.slice(0, 1));
  expect(told).not.toContain('of no pipeline');
  const own = whole.findings.filter(({ pipelines }) => first !== undefined && pipelines.includes(first.arn));
  expect(told).toEqual(own.map(({ id }) => id));
});
