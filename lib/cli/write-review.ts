// Writes the security review of a snapshot, for the commands that are asked for one.
import { analyze } from '@/lib/analysis/analyze';
import { redactAnalysis } from '@/lib/analysis/redact/redact-analysis';
import { printHtml } from '@/lib/export/report/print-html';
import type { Report } from '@/lib/export/report/report';
import { reviewOf } from '@/lib/export/report/review';
import { snapshotChecksum } from '@/lib/store/snapshot-lines';
import { streamOf } from '@/lib/store/snapshot-stream';
import packageJson from '../../package.json';
import { pipelinesNamed } from './choose-pipeline';
import type { ExitCode, Io, Values } from './command';
import { readAccepted } from './read-accepted';
import { readSettings } from './read-settings';
import { readSnapshot } from './read-snapshot';
import { writeMapping, writeOut } from './write-out';

export interface AskedReview extends Values {
  readonly out: string;
  readonly format: ReviewFormat;
}

export const REVIEW_FORMATS = ['html', 'pdf'] as const;
export type ReviewFormat = (typeof REVIEW_FORMATS)[number];

/** Judges the snapshot and writes its review, as `pipeline`, `redact`, `mapping`, `config` and `accepted` ask. The exit code: 0, or 3
 *  where calls were not answered. @throws CannotDo with one clear line */
export async function writeReview(values: AskedReview, asked: string | undefined, io: Io): Promise<ExitCode> {
  const snapshot = await readSnapshot(asked, io);
  const analysis = analyze(snapshot, readSettings(values.config, io));
  const names = [values.pipeline ?? []].flat().map(String);
  const wanted = new Set(names.flatMap((name) => pipelinesNamed(analysis, name)));
  const redacted = values.redact === true ? redactAnalysis(analysis) : null;
  const report = reviewOf({
    analysis,
    chosen: names.length === 0 ? analysis.pipelines : analysis.pipelines.filter((one) => wanted.has(one)),
    weighed: readAccepted(analysis, values, io),
    redacted,
    checksum: await snapshotChecksum(streamOf(snapshot)),
    version: packageJson.version,
  });
  const file = await printed(report, values.format, snapshot.takenAt);
  await writeMapping(values.mapping, redacted?.mapping ?? null);
  await writeOut(values.out, file);
  io.out(values.out);
  return analysis.inventory.gaps.length > 0 ? 3 : 0;
}

async function printed(report: Report, format: ReviewFormat, takenAt: string): Promise<string | Uint8Array> {
  return format === 'html'
    ? printHtml(report)
    : (await import('@/lib/print/report-pdf')).printReportPdf(report, takenAt);
}
