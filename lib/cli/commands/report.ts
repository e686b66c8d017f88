// hatstack report: the security review of a snapshot as one file.
import { writeFile } from 'node:fs/promises';
import { analyze } from '@/lib/analysis/analyze';
import { redactAnalysis } from '@/lib/analysis/redact/redact-analysis';
import { printHtml } from '@/lib/export/report/print-html';
import type { Report } from '@/lib/export/report/report';
import { reviewOf } from '@/lib/export/report/review';
import { snapshotChecksum } from '@/lib/store/snapshot-lines';
import { streamOf } from '@/lib/store/snapshot-stream';
import packageJson from '../../../package.json';
import { pipelinesNamed } from '../choose-pipeline';
import { CannotDo, type Command, type ExitCode } from '../command';
import { readAccepted } from '../read-accepted';
import { readSettings } from '../read-settings';
import { readSnapshot } from '../read-snapshot';

export const reportCommand: Command = {
  name: 'report',
  summary: 'the security review: drawings, paths, findings, sign-off',
  help: `hatstack report [SNAPSHOT] --out FILE [--format html|pdf] [--pipeline NAME ...]

Writes the security review as one file that needs nothing else and prints well: how the pipelines stand, which account
reaches which, who reaches production, findings with the risks that are accepted, each permission path with what decides, what
was read, and a box to sign.

SNAPSHOT is a file, an id, \`latest\` (the default) or \`example\`.
  --out FILE        where to write
  --format FORMAT   html or pdf (default: pdf where FILE ends in .pdf, else html)
  --pipeline NAME   only the pipeline of this name or ARN; may be given again (default: all of them)
  --redact          account ids, names and ARNs become pseudonyms, the same as in \`hatstack export --redact\`
  --config FILE     tiers and tuned rules (default: \`hatstack.yaml\` of the working folder)
  --accepted FILE   accepted findings (default: HATSTACK_ACCEPTED, else \`hatstack-accepted.yaml\` beside hatstack.yaml)

Exit code: 0 written, 2 could not do it, 3 written, but calls were not answered: the review says which.`,
  options: {
    out: { type: 'string' },
    format: { type: 'string' },
    pipeline: { type: 'string', multiple: true },
    redact: { type: 'boolean' },
    config: { type: 'string' },
    accepted: { type: 'string' },
  },
  choices: { format: ['html', 'pdf'] },
  async run(values, positionals, io): Promise<ExitCode> {
    if (typeof values.out !== 'string') throw new CannotDo('report needs --out FILE');
    const format = values.format ?? (/\.pdf$/i.test(values.out) ? 'pdf' : 'html');
    if (format !== 'html' && format !== 'pdf')
      throw new CannotDo(`--format is html or pdf, not \`${String(format)}\``);
    const snapshot = await readSnapshot(positionals[0], io);
    const analysis = analyze(snapshot, readSettings(values.config, io));
    const names = Array.isArray(values.pipeline) ? values.pipeline.map(String) : [];
    const wanted = new Set(names.flatMap((name) => pipelinesNamed(analysis, name)));
    const report = reviewOf({
      analysis,
      chosen: names.length === 0 ? analysis.pipelines : analysis.pipelines.filter((one) => wanted.has(one)),
      weighed: readAccepted(analysis, values, io),
      redacted: values.redact === true ? redactAnalysis(analysis) : null,
      checksum: await snapshotChecksum(streamOf(snapshot)),
      version: packageJson.version,
    });
    await write(values.out, await printed(report, format, snapshot.takenAt));
    io.out(values.out);
    return analysis.inventory.gaps.length > 0 ? 3 : 0;
  },
};

async function printed(
  report: Report,
  format: 'html' | 'pdf',
  takenAt: string,
): Promise<string | Uint8Array> {
  return format === 'html'
    ? printHtml(report)
    : (await import('@/lib/print/report-pdf')).printReportPdf(report, takenAt);
}

async function write(file: string, text: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown reason';
    throw new CannotDo(`cannot write \`${file}\` (${code}): see that the folder exists and is writable`);
  }
}
