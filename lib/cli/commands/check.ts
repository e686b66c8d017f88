// hatstack check: judge every pipeline of a snapshot, for people or for programs.
import { type AcceptedToday, FAIL_WORDS, type FailWord, failsOn } from '@/lib/analysis/accepted';
import type { Analysis } from '@/lib/analysis/analysis';
import { redactAnalysis } from '@/lib/analysis/redact/redact-analysis';
import { reporterOf, reporters } from '@/lib/export/reports/index';

import { checkText } from '@/lib/scene/check-text';
import packageJson from '../../../package.json';
import { pipelinesNamed } from '../choose-pipeline';
import { CannotDo, type Command, type ExitCode } from '../command';
import { readAccepted } from '../read-accepted';
import { readAnalysis } from '../read-analysis';

const REPORTS = reporters.map(({ id }) => id);

export const checkCommand: Command = {
  name: 'check',
  summary: 'judge every pipeline of a snapshot',
  help: `hatstack check [SNAPSHOT] [--pipeline NAME] [--fail-on LIST] [--format FORMAT]

Judges every hop of every action and prints what is broken, what cannot be told and what is over-broad.

SNAPSHOT is a file, an id, \`latest\` (the default) or \`example\`.
  --pipeline NAME   only the pipeline of this name or ARN
  --fail-on LIST    comma list of broken, over-broad, unknown, depends (default: broken), and of critical, high,
                    medium, low, info: findings of this severity or a graver one that what was read shows
  --format FORMAT   text (default), ${REPORTS.join(', ')}
  --redact          account ids, names and ARNs become pseudonyms, the same as in \`hatstack export --redact\`
  --config FILE     tiers and tuned rules (default: \`hatstack.yaml\` of the working folder)
  --what-if FILE    judge as if the policies said what this file says (the dashboard writes it); AWS is never written to
  --accepted FILE   accepted findings: they do not count for the exit code until they expire, and are printed apart
                    (default: HATSTACK_ACCEPTED, else \`hatstack-accepted.yaml\` beside hatstack.yaml)

Exit code: 0 clean, 1 a state named in --fail-on is present, 2 could not do it, 3 clean as far as it goes, but calls were not answered.`,
  options: {
    pipeline: { type: 'string' },
    config: { type: 'string' },
    'what-if': { type: 'string' },
    accepted: { type: 'string' },
    'fail-on': { type: 'string', default: 'broken' },
    format: { type: 'string', default: 'text' },
    redact: { type: 'boolean' },
  },
  choices: { format: ['text', ...REPORTS], 'fail-on': FAIL_WORDS },
  async run(values, positionals, io): Promise<ExitCode> {
    const failOn = parseFailOn(String(values['fail-on']));
    const format = String(values.format);
    const reporter = reporterOf(format);
    if (format !== 'text' && reporter === null)
      throw new CannotDo(`--format is text, ${REPORTS.join(', ')}, not \`${format}\``);
    const analysis = await readAnalysis(positionals[0], values, io);
    const weighed = readAccepted(analysis, values, io);
    const name = values.pipeline === undefined ? null : String(values.pipeline);
    const chosen = name === null ? analysis.pipelines : pipelinesNamed(analysis, name);
    const shown =
      values.redact === true ? redacted(analysis, chosen, weighed) : { analysis, chosen, weighed };
    if (reporter === null)
      for (const line of checkText(shown.analysis, shown.chosen, shown.weighed)) io.out(line);
    else io.out((await reporter.load())({ ...shown, version: packageJson.version }).replace(/\n$/, ''));
    if (failsOn(analysis, chosen, weighed, failOn)) return 1;
    return analysis.inventory.gaps.length > 0 ? 3 : 0;
  },
};

/** The same under pseudonyms; whether the check fails is told from the real ones. */
function redacted(analysis: Analysis, chosen: Analysis['pipelines'], weighed: AcceptedToday) {
  const under = redactAnalysis(analysis);
  const arns = new Set(chosen.map(({ arn }) => under.text(arn)));
  return {
    analysis: under.analysis,
    chosen: under.analysis.pipelines.filter(({ arn }) => arns.has(arn)),
    weighed: under.of(weighed),
  };
}

function parseFailOn(list: string): ReadonlySet<FailWord> {
  const names = list.split(',').map((name) => name.trim());
  const wrong = names.find((name) => !FAIL_WORDS.includes(name as FailWord));
  if (wrong !== undefined) throw new CannotDo(`--fail-on takes ${FAIL_WORDS.join(', ')}, not \`${wrong}\``);
  return new Set(names as FailWord[]);
}
