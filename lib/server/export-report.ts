// The judgement of a snapshot, or of one of its pipelines, as a file without a drawing.
import 'server-only';
import { redactAnalysis } from '@/lib/analysis/redact/redact-analysis';
import { reporterOf, reporters } from '@/lib/export/reports/index';
import { pipelineRows } from '@/lib/scene/pipeline-rows';
import packageJson from '../../package.json';
import { weighedNow } from './accepted';
import type { ExportRequest } from './export-scene';
import { openSnapshot } from './open-snapshot';
import { problem } from './problem';

/** The file, or a problem with one clear line. Of the query it takes `pipeline` (left out: all of them) and `redact`. Never throws for
 *  bad input. */
export async function exportReport({ snapshot, format, query }: ExportRequest): Promise<Response> {
  const reporter = reporterOf(format);
  if (reporter === null)
    return problem(
      404,
      `there is no report \`${format}\`: choose ${reporters.map(({ id }) => id).join(', ')}`,
    );
  const opened = await openSnapshot(snapshot);
  if (opened.kind === 'unreadable') return problem(opened.isListed ? 422 : 404, opened.problem);
  const asked = query.get('pipeline');
  const row =
    asked === null
      ? null
      : pipelineRows(opened.analysis).find(({ id, arn }) => id === asked || arn === asked);
  if (row === undefined) return problem(404, `there is no pipeline \`${asked}\` in snapshot \`${snapshot}\``);
  const under = query.has('redact') ? redactAnalysis(opened.analysis) : null;
  const analysis = under?.analysis ?? opened.analysis;
  const weighed = weighedNow(opened.analysis);
  const arn = row === null ? null : (under?.text(row.arn) ?? row.arn);
  const print = await reporter.load();
  const text = print({
    analysis,
    chosen: arn === null ? analysis.pipelines : analysis.pipelines.filter((one) => one.arn === arn),
    weighed: under?.of(weighed) ?? weighed,
    version: packageJson.version,
  });
  const name = `findings-${row === null ? analysis.snapshot.id : (under?.text(row.name) ?? row.name)}`;
  return new Response(text, {
    headers: {
      'Content-Type': `${reporter.mediaType}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name.replace(/[^A-Za-z0-9._-]+/g, '-')}.${reporter.extension}"`,
      'Cache-Control': 'no-store',
    },
  });
}
