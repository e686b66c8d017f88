import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { NOTHING_ACCEPTED } from '@/lib/findings/acceptance';
import { textWidth } from '@/lib/scene/text-metrics';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import type { Report } from '../report';
import { reviewOf } from '../review';
import { paginate } from './paginate';
import { A4 } from './piece';

const analysis = analyze(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')) as Snapshot);
const review = reviewOf({
  analysis,
  chosen: analysis.pipelines,
  weighed: NOTHING_ACCEPTED,
  checksum: '0'.repeat(64),
  version: '1.2.3',
});
const pages = paginate(review);

describe('the pages of the review of the example', () => {
  it('begin every section once, in order, and on the page that the contents name', () => {
    expect(pages.flatMap(({ begins }) => begins.map(({ id }) => id))).toEqual(
      review.sections.map(({ id }) => id),
    );
    const texts = pages[0]?.parts.flatMap((part) => (part.kind === 'text' ? [part] : [])) ?? [];
    for (const [index, { begins }] of pages.entries())
      for (const { title } of begins) {
        const line = texts.find(({ text }) => text === title);
        const number = texts.find(
          ({ x, y, text }) => y === line?.y && x > A4.width / 2 && /^\d+$/.test(text),
        );
        expect([title, number?.text]).toEqual([title, String(index + 1)]);
      }
  });

  it('hold every drawing whole, and nothing beyond their margins', () => {
    const drawings = review.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'drawing'));
    expect(pages.flatMap((page) => page.drawings)).toHaveLength(drawings.length);
    for (const { width, height, parts } of pages)
      for (const part of parts) {
        expect(part.kind === 'path' ? null : part.y).toBeLessThan(height - A4.margin + 20);
        if (part.kind !== 'text' || part.anchor === 'end' || !/^[ -~]*$/.test(part.text)) continue;
        const end = part.x + textWidth(part.text, part.font, part.size, part.weight);
        expect([part.text, end <= width - A4.margin + 1]).toEqual([part.text, true]);
      }
  });

  it('are numbered, and are not empty', () => {
    for (const [index, { parts, drawings }] of pages.entries()) {
      const foot = parts.find(
        (part) => part.kind === 'text' && part.text === `Page ${index + 1} of ${pages.length}`,
      );
      expect(foot).toBeDefined();
      expect(parts.length + drawings.length).toBeGreaterThan(2);
    }
  });

  it('let no heading stand alone at the foot', () => {
    for (const { parts } of pages) {
      const texts = parts.flatMap((part) => (part.kind === 'text' ? [part] : []));
      const last = texts.filter(({ size }) => size > 7).at(-1);
      expect(last?.weight === 650 ? last.text : null).toBeNull();
    }
  });
});

it('cuts a row that is longer than a page, and repeats the head of the table', () => {
  const long = Array.from({ length: 900 }, (_, index) => `word-${index}`).join(' ');
  const report: Report = {
    title: 'T',
    footer: 'F',
    sections: [
      {
        id: 'a',
        title: 'A',
        isOwnPage: true,
        blocks: [
          {
            kind: 'table',
            caption: 'Long',
            columns: [
              { title: 'Head', width: 0.2 },
              { title: 'Other', width: 0.8 },
            ],
            rows: [[{ words: [{ text: long }] }, { words: [{ text: 'x' }] }]],
          },
        ],
      },
    ],
  };
  const made = paginate(report);
  const texts = (page: (typeof made)[number] | undefined) =>
    page?.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])) ?? [];
  expect(made.length).toBeGreaterThan(3);
  for (const page of made.slice(2)) expect(texts(page)).toContain('Head');
  const words = made.flatMap(texts).join(' ').split(' ');
  for (let index = 0; index < 900; index += 1) expect(words).toContain(`word-${index}`);
});

it.each(Array.from({ length: 14 }, (_, index) => 36 + index))(
  'keeps what leads to a table with its first row, and its last two rows together: %i lines above',
  (above) => {
    const line = (text: string) => ({ kind: 'text' as const, words: [{ text }] });
    const rows = ['r1', 'r2', 'r3', 'r4'].map((text) => [{ words: [{ text }] }]);
    const columns = [{ title: 'Head', width: 1 }];
    const blocks: Report['sections'][number]['blocks'] = [
      ...Array.from({ length: above }, () => line('above')),
      { kind: 'heading', level: 3, words: [{ text: 'heading' }] },
      line('first'),
      line('second'),
      { kind: 'table', caption: 'caption', columns, rows },
    ];
    const made = paginate({
      title: 'T',
      footer: 'F',
      sections: [{ id: 'a', title: 'A', isOwnPage: true, blocks }],
    });
    const pageOf = (text: string) =>
      made.findIndex(({ parts }) => parts.some((part) => part.kind === 'text' && part.text === text));
    expect(['first', 'second', 'caption', 'r1'].map(pageOf)).toEqual(Array(4).fill(pageOf('heading')));
    expect(pageOf('r3')).toBe(pageOf('r4'));
  },
);
