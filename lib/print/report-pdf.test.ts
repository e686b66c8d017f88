// The review as a PDF, read back by Mozilla's reader.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { analyze } from '@/lib/analysis/analyze';
import { paginate } from '@/lib/export/report/paper/paginate';
import type { Report } from '@/lib/export/report/report';
import { reviewOf } from '@/lib/export/report/review';
import { NOTHING_ACCEPTED } from '@/lib/findings/acceptance';
import type { Snapshot } from '@/lib/snapshot/snapshot';
import { readPdf } from './read-back.fixture';
import { printReportPdf } from './report-pdf';

const analysis = analyze(JSON.parse(readFileSync('public/samples/acme-retail.json', 'utf8')) as Snapshot);
const { takenAt } = analysis.snapshot;
const review = reviewOf({
  analysis,
  chosen: analysis.pipelines.slice(0, 2),
  weighed: NOTHING_ACCEPTED,
  checksum: 'abc'.repeat(21),
  version: '1.2.3',
});

it('has the pages that were laid out, with every section, finding and answer as text, and its fonts', async () => {
  const { pages, fonts, info } = await readPdf(await printReportPdf(review, takenAt));
  expect(pages).toHaveLength(paginate(review).length);
  const all = pages.flatMap(({ texts }) => texts).join(' ');
  for (const { title } of review.sections) expect(all).toContain(title);
  expect(all).toContain('checkout-service-deploy');
  expect(all).toContain(`Page 1 of ${pages.length}`);
  expect(fonts.filter((font) => font.startsWith('missing'))).toEqual([]);
  expect(info).toMatchObject({ Title: review.title, Creator: 'Hatstack' });
});

it('is the same every time', async () => {
  const [one, two] = [await printReportPdf(review, takenAt), await printReportPdf(review, takenAt)];
  expect(Buffer.compare(one, two)).toBe(0);
});

it('keeps names of other scripts, signs of markup and what a code font would tie together', async () => {
  const odd = ['<b>&amp;"', 'שלום', '🎩', 'a->b', 'www', '=>', 'Привет'];
  const report: Report = {
    title: 'Odd',
    footer: 'foot',
    sections: [
      {
        id: 'a',
        title: 'A',
        isOwnPage: false,
        blocks: odd.map((text) => ({ kind: 'text', words: [{ text, mono: true }] })),
      },
    ],
  };
  const { pages } = await readPdf(await printReportPdf(report, takenAt));
  const all = pages.flatMap(({ texts }) => texts).join(' ');
  for (const text of odd) expect(all).toContain(text);
});
