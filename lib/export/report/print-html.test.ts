import { readFileSync } from 'node:fs';
import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { acceptedOn } from '@/lib/analysis/accepted';
import { analyze } from '@/lib/analysis/analyze';
import { NOTHING_ACCEPTED } from '@/lib/findings/acceptance';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { printHtml } from './print-html';
import type { Block, Report } from './report';
import { reviewOf } from './review';

const text = readFileSync('public/samples/acme-retail.json', 'utf8');
const analysis = analyze(JSON.parse(text) as Snapshot);
const stamp = { checksum: '0123456789abcdef'.repeat(4), version: '1.2.3' };
const all = reviewOf({ analysis, chosen: analysis.pipelines, weighed: NOTHING_ACCEPTED, ...stamp });
const blocks = ({ sections }: Report): readonly Block[] => sections.flatMap((one) => one.blocks);

/** Read by a parser that is not ours; what is not well-formed throws. */
function read(report: Report) {
  const problems: string[] = [];
  const document = new DOMParser({
    onError: (level, message) => problems.push(`${level}: ${message}`),
  }).parseFromString(printHtml(report), 'application/xhtml+xml');
  expect(problems).toEqual([]);
  const all = (tag: string) => [...document.getElementsByTagName(tag)];
  return { all, words: document.documentElement?.textContent ?? '' };
}

describe('the review of the example as HTML', () => {
  const { all: tags, words } = read(all);

  it('holds every table, row, drawing and policy of the report', () => {
    const tables = blocks(all).flatMap((one) => (one.kind === 'table' ? [one] : []));
    expect(tags('table')).toHaveLength(tables.length);
    expect(tags('tr')).toHaveLength(tables.reduce((sum, { rows }) => sum + rows.length + 1, 0));
    const figures = blocks(all).filter(({ kind }) => kind === 'drawing' || kind === 'policy');
    expect(tags('figure')).toHaveLength(figures.length);
    expect(tags('section')).toHaveLength(all.sections.length);
  });

  it('has a drawing, a row and a part for each pipeline, and one box to sign', () => {
    const names = analysis.pipelines.map(({ arn }) => analysis.inventory.pipelines.get(arn)?.name);
    for (const name of names) expect(tags('h2').map((one) => one.textContent)).toContain(`Pipeline ${name}`);
    expect(blocks(all).filter(({ kind }) => kind === 'drawing')).toHaveLength(names.length + 1);
    expect(tags('h2').map((one) => one.textContent)).toContain('Sign-off');
  });

  it('tells of every finding, of each action its answer, and of which snapshot it speaks', () => {
    for (const { subject } of analysis.findings) expect(words).toContain(subject);
    expect(words).toContain(
      'cannot decrypt with artifacts-use2: the key policy in acme-tools does not name that role',
    );
    expect(words).toContain(stamp.checksum);
    expect(words).toContain('1.2.3');
  });

  it('gives no two elements one id, and leads to each part', () => {
    const every = [...tags('*')];
    const ids = every.flatMap((one) => one.getAttribute('id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of tags('nav').flatMap((nav) => [...nav.getElementsByTagName('a')]))
      expect(ids).toContain(link.getAttribute('href')?.slice(1));
    for (const svg of tags('svg'))
      for (const id of (svg.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean))
        expect(ids).toContain(id);
  });

  it('needs no other file', () => {
    const loading = tags('*').flatMap((one) =>
      ['src', 'href', 'xlink:href'].flatMap((name) => one.getAttribute(name) ?? []),
    );
    expect(loading.filter((where) => !where.startsWith('#'))).toEqual([]);
    expect(tags('script')).toEqual([]);
    expect(printHtml(all)).not.toMatch(/@import|url\((?!#)/);
  });

  it('is the same every time', () => {
    expect(
      printHtml(reviewOf({ analysis, chosen: analysis.pipelines, weighed: NOTHING_ACCEPTED, ...stamp })),
    ).toBe(printHtml(all));
  });
});

it('speaks of one pipeline where one is chosen, and of no other', () => {
  const [first] = analysis.pipelines;
  const report = reviewOf({
    analysis,
    chosen: analysis.pipelines.filter((one) => one === first),
    weighed: NOTHING_ACCEPTED,
    ...stamp,
  });
  expect(report.title).toBe('Security review of the pipeline checkout-service');
  expect(read(report).words).not.toContain('gift-cards');
});

it('says who took which risk, why and until when', () => {
  const [finding] = analysis.findings;
  const weighed = acceptedOn(
    analysis,
    [
      {
        risk: { kind: 'finding', id: finding?.id ?? '' },
        reason: 'moves in <January> & not before',
        author: 'ada@example.org',
        expires: '2999-01-31',
        where: 'hatstack-accepted.yaml:3',
      },
    ],
    '2026-11-27',
  );
  const { words } = read(reviewOf({ analysis, chosen: analysis.pipelines, weighed, ...stamp }));
  expect(words).toContain('moves in <January> & not before');
  expect(words).toContain('ada@example.org');
  expect(words).toContain('accepted until 2999-01-31');
});

it('keeps names that would break out of HTML, of a style sheet or of a line', () => {
  const odd = `"}</style><script>alert(1)</script>&amp; \u05e9\u05dc\u05d5\u05dd \ud83c\udfa9`;
  const report: Report = {
    title: odd,
    footer: odd,
    sections: [
      {
        id: odd,
        title: odd,
        isOwnPage: true,
        blocks: [{ kind: 'text', words: [{ text: odd, mono: true }], tone: 'broken' }],
      },
    ],
  };
  const { all: tags } = read(report);
  expect(tags('script')).toEqual([]);
  expect(tags('h2')[0]?.textContent).toBe(odd);
  expect(tags('code')[0]?.textContent).toBe(odd);
});
