// The security review of a snapshot, or of one of its pipelines, as a file to take along.
import 'server-only';
import { printHtml } from '@/lib/export/report/print-html';
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

/** `pipeline`: its ARN or `account.region.name`; null: all of them. Never throws for bad input. */
export async function reviewFile(snapshot: string, pipeline: string | null): Promise<Response> {
  const opened = await openSnapshot(snapshot);
  if (opened.kind === 'unreadable') return problem(opened.isListed ? 422 : 404, opened.problem);
  const { analysis, ref, file } = opened;
  const row = pipelineRows(analysis).find(({ id, arn }) => id === pipeline || arn === pipeline);
  if (pipeline !== null && row === undefined)
    return problem(404, `there is no pipeline \`${pipeline}\` in snapshot \`${snapshot}\``);
  const chosen =
    row === undefined ? analysis.pipelines : analysis.pipelines.filter(({ arn }) => arn === row.arn);
  const kept = file === null ? await (await shelf()).read(ref) : await readSnapshotFile(file);
  const report = reviewOf({
    analysis,
    chosen,
    weighed: weighedNow(analysis),
    checksum: await snapshotChecksum(streamOf(kept)),
    version: packageJson.version,
  });
  const name = `security-review-${row?.name ?? analysis.snapshot.id}`.replace(/[^A-Za-z0-9._-]+/g, '-');
  return new Response(printHtml(report), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.html"`,
      'Cache-Control': 'no-store',
    },
  });
}
