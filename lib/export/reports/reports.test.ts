// Reports, read back by parsers of other houses and held against the judgement; no redacted one holds a name.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'csv-parse/sync';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { acceptedOn } from '@/lib/analysis/accepted';
import { analyze } from '@/lib/analysis/analyze';
import { MARK, markedSnapshot } from '@/lib/analysis/redact/marked-snapshot.fixture';
import { redactAnalysis } from '@/lib/analysis/redact/redact-analysis';
import { EXAMPLE } from '../drawings.fixture';
import { type Issue, issueRules, issuesOf } from '../issues';
import type { Reported } from '../reporter';
import { printIssuesCsv } from './csv';
import { reporters } from './index';
import { printIssuesMarkdown } from './markdown';
import { printSarif } from './sarif';

const analysis = analyze(EXAMPLE);
const [risk] = analysis.findings;
const weighed = acceptedOn(
  analysis,
  [
    {
      risk: { kind: 'finding', id: risk?.id ?? '' },
      reason: 'Known <b>| and "watched"',
      author: 'Ana',
      expires: '2026-12-31',
      where: 'hatstack-accepted.yaml:2',
    },
  ],
  '2026-11-27',
);
const reported: Reported = { analysis, chosen: analysis.pipelines, weighed, version: '1.2.3' };
const issues = issuesOf(reported);

it('the issues are every action that does not simply work, and every finding', () => {
  const actions = analysis.pipelines.flatMap(({ paths }) => paths.filter(({ state }) => state !== 'works'));
  expect(actions.length).toBeGreaterThan(0);
  expect(issues).toHaveLength(actions.length + analysis.findings.length);
  expect(new Set(issues.map(({ id }) => id)).size).toBe(issues.length);
  const rules = new Set(issueRules().map(({ id }) => id));
  expect(issues.filter(({ rule }) => !rules.has(rule))).toEqual([]);
});

describe('SARIF', () => {
  const {
    $schema: _,
    id: __,
    ...schema
  } = JSON.parse(readFileSync('lib/export/reports/sarif-2.1.0-rtm.5.schema.json', 'utf8'));
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
  const log = JSON.parse(printSarif(reported));

  it('follows the published schema', () => {
    validate(log);
    expect(validate.errors).toBeNull();
    expect(validate({ ...log, runs: [{ ...log.runs[0], results: [{}] }] })).toBe(false);
  });

  it('has every issue, at its place, with its rule; what is accepted is suppressed', () => {
    const [{ results, tool }] = log.runs;
    expect(results.map((one: Result) => one.partialFingerprints['hatstackIssue/v1'])).toEqual(
      issues.map(({ id }) => id),
    );
    for (const one of results as readonly Result[]) {
      expect(tool.driver.rules[one.ruleIndex].id).toBe(one.ruleId);
      expect(one.locations[0]?.physicalLocation.artifactLocation.uri).toMatch(
        /^aws\/[\w.%*@-]+(?:\/[\w.%*@~!'()-]+)+$/,
      );
    }
    expect(results.filter((one: Result) => one.suppressions !== undefined)).toHaveLength(1);
    expect(results.filter((one: Result) => one.level === 'error').length).toBeGreaterThan(0);
  });

  interface Result {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly partialFingerprints: Record<string, string>;
    readonly locations: readonly { physicalLocation: { artifactLocation: { uri: string } } }[];
    readonly suppressions?: readonly unknown[];
  }
});

it('the CSV has a row for every issue, and says who answers for it', () => {
  const rows = parse(printIssuesCsv(reported), { columns: true }) as Record<string, string>[];
  expect(rows.map(({ id }) => id)).toEqual(issues.map(({ id }) => id));
  expect(rows.find(({ id }) => id === risk?.id)).toMatchObject({
    'accepted by': 'Ana',
    reason: 'Known <b>| and "watched"',
  });
});

it('the Markdown has a table of pipelines, one of what is wrong and one of what is accepted', () => {
  const tables = marked
    .lexer(printIssuesMarkdown(reported))
    .flatMap((token) => (token.type === 'table' ? [token] : []));
  const wrong = issues.filter(({ id }) => id !== risk?.id);
  expect(tables.map(({ rows }) => rows.length)).toEqual([analysis.pipelines.length, wrong.length, 1]);
  const html = marked.parse(printIssuesMarkdown(reported), { async: false });
  expect(html).toContain('Known &lt;b&gt;| and');
  expect(html).not.toContain('<b>');
});

describe('redacted', () => {
  const { snapshot, ids } = markedSnapshot();
  const real = analyze(snapshot);
  const under = redactAnalysis(real);
  const hidden: Reported = {
    analysis: under.analysis,
    chosen: under.analysis.pipelines,
    weighed: acceptedOn(under.analysis, [], '2026-11-27'),
    version: '1.2.3',
  };

  it.each(reporters)('$label holds no mark and no id', async ({ load }) => {
    const text = (await load())(hidden);
    const at = text.search(MARK);
    expect(at < 0 ? '' : text.slice(Math.max(0, at - 80), at + 80)).toBe('');
    expect(ids.filter((id) => text.includes(id))).toEqual([]);
  });

  it('says the same of as many issues', () => {
    const shape = (list: readonly Issue[]) =>
      list.map(({ rule, severity, isShown, region, notes }) => [
        rule,
        severity,
        isShown,
        region,
        notes.length,
      ]);
    expect(shape(issuesOf(hidden))).toEqual(
      shape(issuesOf({ ...hidden, analysis: real, chosen: real.pipelines })),
    );
  });
});

it.each(reporters)('$label: the same judgement gives the same bytes', async ({ load }) => {
  const print = await load();
  expect(print(reported)).toBe(print(reported));
});
