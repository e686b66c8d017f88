// hatstack check: judge every pipeline of a snapshot, for people or for programs.
import { analyze } from '@/lib/analysis/analyze';
import { checkReport } from '@/lib/export/check-report';
import { checkText } from '@/lib/scene/check-text';
import { pipelinesNamed } from '../choose-pipeline';
import { CannotDo, type Command, type ExitCode } from '../command';
import { readSettings } from '../read-settings';
import { readSnapshot } from '../read-snapshot';

const MARKS = ['broken', 'over-broad', 'unknown', 'depends'] as const;
type Mark = (typeof MARKS)[number];

export const checkCommand: Command = {
  name: 'check',
  summary: 'judge every pipeline of a snapshot',
  help: `hatstack check [SNAPSHOT] [--pipeline NAME] [--fail-on LIST] [--format text|json]

Judges every hop of every action and prints what is broken, what cannot be told and what is over-broad.

SNAPSHOT is a file, an id, \`latest\` (the default) or \`example\`.
  --pipeline NAME   only the pipeline of this name or ARN
  --fail-on LIST    comma list of broken, over-broad, unknown, depends (default: broken)
  --format FORMAT   text (default) or json
  --config FILE     tiers and tuned rules (default: \`hatstack.yaml\` of the working folder)

Exit code: 0 clean, 1 a state named in --fail-on is present, 2 could not do it, 3 clean as far as it goes, but calls were not answered.`,
  options: {
    pipeline: { type: 'string' },
    config: { type: 'string' },
    'fail-on': { type: 'string', default: 'broken' },
    format: { type: 'string', default: 'text' },
  },
  choices: { format: ['text', 'json'], 'fail-on': MARKS },
  async run(values, positionals, io): Promise<ExitCode> {
    const failOn = parseFailOn(String(values['fail-on']));
    const format = String(values.format);
    if (format !== 'text' && format !== 'json')
      throw new CannotDo(`--format is text or json, not \`${format}\``);
    const analysis = analyze(await readSnapshot(positionals[0], io), readSettings(values.config, io));
    const name = values.pipeline === undefined ? null : String(values.pipeline);
    const chosen = name === null ? analysis.pipelines : pipelinesNamed(analysis, name);
    if (format === 'json') io.out(JSON.stringify(checkReport(analysis, chosen), null, 2));
    else for (const line of checkText(analysis, chosen)) io.out(line);
    const failed = chosen.some(
      (one) => failOn.has(one.state as Mark) || (one.overBroad && failOn.has('over-broad')),
    );
    if (failed) return 1;
    return analysis.inventory.gaps.length > 0 ? 3 : 0;
  },
};

function parseFailOn(list: string): ReadonlySet<Mark> {
  const names = list.split(',').map((name) => name.trim());
  const wrong = names.find((name) => !MARKS.includes(name as Mark));
  if (wrong !== undefined) throw new CannotDo(`--fail-on takes ${MARKS.join(', ')}, not \`${wrong}\``);
  return new Set(names as Mark[]);
}
