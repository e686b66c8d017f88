// hatstack report: the security review of a snapshot as one file.
import { CannotDo, type Command, type ExitCode } from '../command';
import { REVIEW_FORMATS, writeReview } from '../write-review';

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
  --mapping FILE    with --redact: write what each pseudonym stands for; keep it to yourself
  --config FILE     tiers and tuned rules (default: \`hatstack.yaml\` of the working folder)
  --accepted FILE   accepted findings (default: HATSTACK_ACCEPTED, else \`hatstack-accepted.yaml\` beside hatstack.yaml)

Exit code: 0 written, 2 could not do it, 3 written, but calls were not answered: the review says which.`,
  options: {
    out: { type: 'string' },
    format: { type: 'string' },
    pipeline: { type: 'string', multiple: true },
    redact: { type: 'boolean' },
    mapping: { type: 'string' },
    config: { type: 'string' },
    accepted: { type: 'string' },
  },
  choices: { format: REVIEW_FORMATS },
  async run(values, positionals, io): Promise<ExitCode> {
    if (typeof values.out !== 'string') throw new CannotDo('report needs --out FILE');
    if (values.mapping !== undefined && values.redact !== true)
      throw new CannotDo('--mapping says what pseudonyms stand for: it needs --redact');
    const asked = values.format ?? (/\.pdf$/i.test(values.out) ? 'pdf' : 'html');
    const format = REVIEW_FORMATS.find((one) => one === asked);
    if (format === undefined) throw new CannotDo(`--format is html or pdf, not \`${String(asked)}\``);
    return writeReview({ ...values, out: values.out, format }, positionals[0], io);
  },
};
