// hatstack accept: write down that a risk is accepted, by whom, why and until when.
import { RULE_IDS } from '@/lib/analysis/settings';
import { type GivenRisk, mistakeInEntry } from '@/lib/config/accepted-entries';
import { changeAcceptedFile } from '@/lib/config/accepted-file';
import { withEntry, withoutEntry } from '@/lib/config/edit-accepted';
import { CannotDo, type Command, type ExitCode, type Values } from '../command';
import { acceptedFileOf, today } from '../read-accepted';

export const acceptCommand: Command = {
  name: 'accept',
  summary: 'accept the risk of a finding until a day',
  help: `hatstack accept FINDING_ID --reason TEXT --author NAME --expires YYYY-MM-DD
hatstack accept --rule RULE --subject ARN --reason TEXT --author NAME --expires YYYY-MM-DD
hatstack accept FINDING_ID --withdraw

Writes an entry into the file of accepted findings, or changes the one that is there; comments and order stay as they are.
\`hatstack check\` counts the finding again after its last day. FINDING_ID is its rule and its subject, as the page of the
finding and \`hatstack check --format json\` tell it.
  --rule RULE       what one rule says ...
  --subject ARN     ... of every subject that fits; * stands for any text, ? for one character
  --reason TEXT     why the risk is taken
  --author NAME     who takes it
  --expires DAY     the last day on which it is accepted, in UTC
  --withdraw        takes the entry out again
  --accepted FILE   the file (default: HATSTACK_ACCEPTED, else \`hatstack-accepted.yaml\` beside hatstack.yaml)
  --config FILE     where hatstack.yaml is (HATSTACK_CONFIG)`,
  options: {
    rule: { type: 'string' },
    subject: { type: 'string' },
    reason: { type: 'string' },
    author: { type: 'string' },
    expires: { type: 'string' },
    withdraw: { type: 'boolean' },
    accepted: { type: 'string' },
    config: { type: 'string' },
  },
  async run(values, positionals, io): Promise<ExitCode> {
    const risk = riskOf(values, positionals);
    const file = acceptedFileOf(values, io);
    const isTakenOut = values.withdraw === true;
    const entry = isTakenOut ? null : { risk, ...wordsOf(values) };
    const changed = changeAcceptedFile(file, RULE_IDS, (text) =>
      entry === null ? withoutEntry(text, risk) : withEntry(text, entry),
    );
    if (changed.kind === 'problem') throw new CannotDo(changed.problem);
    io.out(
      entry === null
        ? `not accepted any longer, in ${file.name}`
        : `accepted until ${entry.expires}, in ${file.name}`,
    );
    return 0;
  },
};

function riskOf(values: Values, positionals: readonly string[]): GivenRisk {
  const id = positionals.join(' ').trim();
  if (id !== '') {
    if (values.rule !== undefined || values.subject !== undefined)
      throw new CannotDo('give a finding, or --rule and --subject, not both');
    const wrong = mistakeInEntry('finding', id, RULE_IDS);
    if (wrong !== null) throw new CannotDo(`FINDING_ID ${wrong}`);
    return { kind: 'finding', id };
  }
  if (values.rule === undefined && values.subject === undefined)
    throw new CannotDo('accept needs the id of a finding, or --rule and --subject');
  return { kind: 'rule', rule: optionOf(values, 'rule'), subject: optionOf(values, 'subject') };
}

function wordsOf(values: Values) {
  const expires = optionOf(values, 'expires');
  if (expires < today()) throw new CannotDo(`--expires \`${expires}\` has passed: give a day to come`);
  return { reason: optionOf(values, 'reason'), author: optionOf(values, 'author'), expires };
}

function optionOf(values: Values, key: 'rule' | 'subject' | 'reason' | 'author' | 'expires'): string {
  const given = values[key];
  if (given === undefined) throw new CannotDo(`accept needs --${key}`);
  const text = String(given).trim();
  const wrong = mistakeInEntry(key, text, RULE_IDS);
  if (wrong !== null) throw new CannotDo(`--${key} ${wrong}`);
  return text;
}
