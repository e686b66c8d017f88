// The security review of a snapshot, or of one of its pipelines, as a file to take along.
import 'server-only';
import { redactAnalysis } from '@/lib/analysis/redact/redact-analysis';
import { printHtml } from '@/lib/export/report/print-html';
import type { Report } from '@/lib/export/report/report';
import { reviewOf } from '@/lib/export/report/review';
import { pipelineRows } from '@/lib/scene/pipeline-rows';
import { readSnapshotFile } from '@/lib/store/snapshot-file';
import { snapshotChecksum } from '@/lib/store/snapshot-lines';
import { streamOf } from '@/lib/store/snapshot-stream';
import packageJson from '../../package.json';
import { weighedNow } from './accepted';
import { openSnapshot } from './open-snapshot';
import { problem } from './problem';
import { shelf } from './shelf';

/** The only list of forms in which it is printed. */
const FORMS = {
  html: { mediaType: 'text/html; charset=utf-8', print: async (report: Report) => printHtml(report) },
  pdf: {
    mediaType: 'application/pdf',
    print: async (report: Report, takenAt: string) =>
      (await import('@/lib/print/report-pdf')).printReportPdf(report, takenAt),
  },
} as const;

/** `pipeline`: its ARN or `account.region.name`, null: all of them; `format`: html or pdf; `isRedacted`: under pseudonyms. Never throws for bad input. */
export async function reviewFile(
  snapshot: string,
  pipeline: string | null,
  format: string,
  isRedacted: boolean,
): Promise<Response> {
  if (!isForm(format)) return problem(404, `a review is printed as html or pdf, not as \`${format}\``);
  const opened = await openSnapshot(snapshot);
  if (opened.kind === 'unreadable') return problem(opened.isListed ? 422 : 404, opened.problem);
  const { analysis, ref, file } = opened;
  const row = pipelineRows(analysis).find(({ id, arn }) => id === pipeline || arn === pipeline);
  if (pipeline !== null && row === undefined)
    return problem(404, `there is no pipeline \`${pipeline}\` in snapshot \`${snapshot}\``);
  const chosen =
    row === undefined ? analysis.pipelines : analysis.pipelines.filter(({ arn }) => arn === row.arn);
  const kept = file === null ? await (await shelf()).read(ref) : await readSnapshotFile(file);
  const redacted = isRedacted ? redactAnalysis(analysis) : null;
  const report = reviewOf({
    redacted,
    analysis,
    chosen,
    weighed: weighedNow(analysis),
    checksum: await snapshotChecksum(streamOf(kept)),
    version: packageJson.version,
  });
  const plainName = row?.name ?? analysis.snapshot.id;
  const name = `security-review-${redacted?.text(plainName) ?? plainName}`.replace(/[^A-Za-z0-9._-]+/g, '-');
  const { mediaType, print } = FORMS[format];
  const bytes = await print(report, analysis.snapshot.takenAt);
  return new Response(typeof bytes === 'string' ? bytes : new Uint8Array(bytes), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${name}.${format}"`,
      'Cache-Control': 'no-store',
    },
  });
}

function isForm(format: string): format is keyof typeof FORMS {
  return Object.hasOwn(FORMS, format);
}
