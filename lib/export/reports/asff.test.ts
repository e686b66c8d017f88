// The report for Security Hub, held against AWS's own model of what it imports.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { acceptedOn } from '@/lib/analysis/accepted';
import { analyze } from '@/lib/analysis/analyze';
import { EXAMPLE } from '../drawings.fixture';
import { issuesOf } from '../issues';
import type { Reported } from '../reporter';
import { printAsff } from './asff';

type Finding = Readonly<Record<string, unknown>>;

const schema = JSON.parse(readFileSync('lib/export/reports/asff-2018-10-08.schema.json', 'utf8'));
const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);

/** What BatchImportFindings would refuse of a batch. */
function faultsOf(findings: readonly Finding[]): readonly string[] {
  validate({ Findings: findings });
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const analysis = analyze(EXAMPLE);
const [risk] = analysis.findings;

function reported(judged = analysis, author = 'Ana'): Reported {
  const acceptance = {
    risk: { kind: 'finding' as const, id: risk?.id ?? '' },
    reason: 'known',
    author,
    expires: '2026-12-31',
    where: 'hatstack-accepted.yaml:2',
  };
  const weighed = acceptedOn(judged, [acceptance], '2026-11-27');
  return { analysis: judged, chosen: judged.pipelines, weighed, version: '1.2.3' };
}

function batchesOf(given: Reported): readonly (readonly Finding[])[] {
  const findings = JSON.parse(printAsff(given)) as readonly Finding[];
  return Array.from({ length: Math.ceil(findings.length / 100) }, (_, at) =>
    findings.slice(at * 100, at * 100 + 100),
  );
}

describe('ASFF', () => {
  const findings = batchesOf(reported()).flat();

  it('has every issue, and BatchImportFindings takes them', () => {
    expect(findings).toHaveLength(issuesOf(reported()).length);
    expect(batchesOf(reported()).flatMap(faultsOf)).toEqual([]);
    expect(new Set(findings.map(({ Id }) => Id)).size).toBe(findings.length);
  });

  it('is of the default product of its account, at a time as AWS takes it, of a type of its taxonomy', () => {
    for (const one of findings) {
      const [, , , region] = String(one.ProductArn).split(':');
      const account = one.AwsAccountId;
      expect(one.ProductArn).toBe(`arn:aws:securityhub:${region}:${account}:product/${account}/default`);
      for (const at of [one.CreatedAt, one.UpdatedAt])
        expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)$/);
      expect(one.Types).toEqual([expect.stringMatching(TAXONOMY)]);
    }
  });

  it('suppresses what somebody answers for', () => {
    const suppressed = findings.filter(({ Workflow }) => (Workflow as Finding).Status === 'SUPPRESSED');
    expect(suppressed.map(({ Note }) => (Note as Finding).UpdatedBy)).toEqual(['Ana']);
  });

  it('stays within the limits whatever things are called, and cuts no sign in halves', () => {
    const wide = {
      ...analysis,
      findings: analysis.findings.map((one) => ({
        ...one,
        title: `a${'🎩'.repeat(600)}`,
        pipelines: Array.from(
          { length: 60 },
          (_, at) => `arn:aws-iso:codepipeline:us-iso-east-1:111111111111:p${at}`,
        ),
      })),
    };
    const batches = batchesOf(reported(wide, 'A'.repeat(2000)));
    expect(batches.flatMap(faultsOf)).toEqual([]);
    expect(JSON.stringify(batches)).not.toMatch(/\\ud[89ab]/i);
  });

  it.each<[string, Finding, RegExp]>([
    ['no title', { Title: undefined }, /required property 'Title'/],
    ['a long title', { Title: 'x'.repeat(257) }, /Title must NOT have more than 256/],
    ['a member that there is not', { Url: 'x' }, /must NOT have additional properties/],
    ['a severity that there is not', { Severity: { Label: 'SEVERE' } }, /Label must be equal to one of/],
    ['too many resources', { Resources: Array(33).fill({ Type: 'Other', Id: 'x' }) }, /more than 32/],
  ])('the model refuses %s', (_, change, fault) => {
    expect(faultsOf(JSON.parse(JSON.stringify([{ ...findings[0], ...change }]))).join()).toMatch(fault);
  });

  it('the model refuses a batch of 101', () => {
    expect(faultsOf(Array(101).fill(findings[0])).join()).toMatch(/more than 100/);
  });
});

/** `namespace/category/classifier`, @see https://docs.aws.amazon.com/securityhub/latest/userguide/asff-type-taxonomy.html (read 2026-11-27) */
const TAXONOMY =
  /^(Software and Configuration Checks|TTPs|Effects|Unusual Behaviors|Sensitive Data Identifications)(\/[^/]+){0,2}$/;
