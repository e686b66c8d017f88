// hatstack diff: what differs between two snapshots, and which change of a document did it.
import { writeFile } from 'node:fs/promises';
import { redactBoth } from '@/lib/analysis/redact/redact-analysis';
import { diffMarkdown } from '@/lib/export/diff-markdown';
import { diffReport } from '@/lib/export/diff-report';
import { comparisonView } from '@/lib/scene/comparison-view';
import { diffText } from '@/lib/scene/diff-text';
import { CannotDo, type Command, type ExitCode } from '../command';
import { readAnalysis } from '../read-analysis';

const FORMATS = ['text', 'json', 'markdown'] as const;

export const diffCommand: Command = {
  name: 'diff',
  summary: 'what differs between two snapshots, and which change did it',
  help: `hatstack diff BEFORE AFTER [--pipeline NAME] [--format ${FORMATS.join('|')}] [--out FILE]

Judges both snapshots and tells which actions turned, which change of a policy, list or definition turned each,
which findings are new or gone, and what can no longer be told because it was not read.

BEFORE and AFTER are each a file, an id, \`latest\` or \`example\`.
  --pipeline NAME   only the pipeline of this name or ARN
  --format FORMAT   text (default), json (docs/diff-report.md) or markdown
  --out FILE        write there, not to standard output
  --redact          account ids, names and ARNs become pseudonyms, the same in both
  --what-if FILE    AFTER as if the policies said what this file says (the dashboard writes it): \`hatstack diff latest
                    latest --what-if FILE\` tells what it would turn; AWS is never written to
  --config FILE     tiers and tuned rules, for both (default: \`hatstack.yaml\` of the working folder)

Exit code: 0 the same, 1 they differ, 2 could not do it, 3 the same as far as it goes: calls were not answered, or only
what could be read differs.`,
  options: {
    pipeline: { type: 'string' },
    config: { type: 'string' },
    'what-if': { type: 'string' },
    format: { type: 'string', default: 'text' },
    out: { type: 'string' },
    redact: { type: 'boolean' },
  },
  choices: { format: FORMATS },
  async run(values, positionals, io): Promise<ExitCode> {
    const [from, to, ...more] = positionals;
    if (from === undefined || to === undefined || more.length > 0)
      throw new CannotDo('diff takes two snapshots, BEFORE and AFTER: see --help');
    const format = FORMATS.find((one) => one === values.format);
    if (format === undefined)
      throw new CannotDo(`--format is ${FORMATS.join(', ')}, not \`${values.format}\``);
    const { 'what-if': _, ...asIs } = values;
    const before = await readAnalysis(from, asIs, io);
    const after = await readAnalysis(to, values, io);
    const name = values.pipeline === undefined ? null : String(values.pipeline);
    const hasIt = [before, after].some(({ inventory }) =>
      [...inventory.pipelines.values()].some((one) => one.arn === name || one.name === name),
    );
    if (name !== null && !hasIt)
      throw new CannotDo(`no pipeline \`${name}\` in ${before.snapshot.id} or ${after.snapshot.id}`);
    const real = comparisonView(before, after, name);
    const { view, comparison } = values.redact === true ? redactBoth(before, after).of(real) : real;
    const text = {
      text: () => diffText(view).join('\n'),
      json: () => JSON.stringify(diffReport(view, comparison), null, 2),
      markdown: () => diffMarkdown(view),
    }[format]();
    if (values.out === undefined) io.out(text);
    else {
      await write(String(values.out), text);
      io.out(String(values.out));
    }
    if (view.differs) return 1;
    return view.isSame && view.gaps.before + view.gaps.after === 0 ? 0 : 3;
  },
};

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text.endsWith('\n') ? text : `${text}\n`);
  } catch (error) {
    throw new CannotDo(
      `cannot write \`${file}\` (${error instanceof Error && 'code' in error ? error.code : 'unknown reason'}): see that the folder exists and is writable`,
    );
  }
}
