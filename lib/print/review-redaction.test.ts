// No redacted review of the marked snapshot holds a mark or an id, as HTML or as PDF, in its words or in its bytes.
import { expect, it } from 'vitest';
import { acceptedOn } from '@/lib/analysis/accepted';
import { analyze } from '@/lib/analysis/analyze';
import { MARK, markedSnapshot } from '@/lib/analysis/redact/marked-snapshot.fixture';
import { redactAnalysis } from '@/lib/analysis/redact/redact-analysis';
import { printHtml } from '@/lib/export/report/print-html';
import { reviewOf } from '@/lib/export/report/review';
import { readPdf } from './read-back.fixture';
import { printReportPdf } from './report-pdf';

const { snapshot, ids } = markedSnapshot();
const analysis = analyze(snapshot);
const redacted = redactAnalysis(analysis);
const stamp = { checksum: 'abc'.repeat(21), version: '1.2.3' };
const [finding] = analysis.findings;
const weighed = acceptedOn(
  analysis,
  [
    {
      risk: { kind: 'finding', id: finding?.id ?? '' },
      reason: 'moved in January',
      author: 'platform team',
      expires: '2999-01-31',
      where: 'hatstack-accepted.yaml:3',
    },
  ],
  '2026-11-27',
);
const whole = { analysis, chosen: analysis.pipelines, weighed, ...stamp };

function expectNothing(text: string): void {
  const at = MARK.exec(text)?.index;
  expect(at === undefined ? null : text.slice(Math.max(0, at - 60), at + 60)).toBeNull();
  expect(ids.filter((id) => text.includes(id))).toEqual([]);
}

it('the real one is full of marks', () => {
  expect(printHtml(reviewOf(whole))).toMatch(MARK);
});

it('HTML', () => {
  const html = printHtml(reviewOf({ ...whole, redacted }));
  expectNothing(html);
  expect(html).toContain('cannot decrypt');
});

it('PDF: what is read, what it says of itself, and how it is written', async () => {
  const [one] = analysis.pipelines;
  const chosen = analysis.pipelines.filter((judged) => judged === one);
  const bytes = await printReportPdf(reviewOf({ ...whole, chosen, redacted }), analysis.snapshot.takenAt);
  const { pages, info } = await readPdf(bytes);
  expectNothing(pages.flatMap(({ texts }) => texts).join(' '));
  expectNothing(pages.flatMap(({ texts }) => texts).join(''));
  expectNothing(JSON.stringify(info));
  expectNothing(Buffer.from(bytes).toString('latin1'));
});
