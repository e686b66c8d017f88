// A comparison as Markdown: for a merge request, a ticket, a change log.
import { CHANGE_WORDS, turnWords } from '@/lib/scene/cause-of-change';
import type {
  ChangeLine,
  ComparisonView,
  FindingLineOfChange,
  PipelineLineOfChange,
} from '@/lib/scene/comparison-view';
import { summaryOf } from '@/lib/scene/diff-text';
import { exactTime } from '@/lib/scene/exact-time';
import { markdownText } from './markdown-text';

/** GitHub and GitLab cut comments that are longer than about 65,000 characters: so many documents are shown, the rest is counted. */
const MOST_DOCUMENTS = 30;
const MOST_ROWS = 200;

/** The comparison: a table of actions that turned, the documents that did it, findings. Never throws. */
export function diffMarkdown(view: ComparisonView): string {
  const { before, after, pipelines, changes, findings } = view;
  const turning = changes.filter(({ actions }) => actions > 0);
  const others = changes.filter(({ actions }) => actions === 0);
  return [
    '# What changed',
    '',
    `Before: \`${code(before.id)}\`, ${exactTime(before.takenAt)}. After: \`${code(after.id)}\`, ${exactTime(after.takenAt)}.`,
    '',
    view.isSame ? 'Nothing differs.' : `${summaryOf(view)}.`,
    ...(pipelines.length === 0 ? [] : ['', '## Pipelines', '', ...table(pipelines)]),
    ...(turning.length === 0
      ? []
      : [
          '',
          '## What turned them',
          ...turning.slice(0, MOST_DOCUMENTS).flatMap(documentOf),
          ...more(turning),
        ]),
    ...(others.length === 0
      ? []
      : [
          '',
          '## What else differs',
          '',
          ...others.slice(0, MOST_ROWS).map((one) => `- ${headOf(one)}`),
          ...(others.length > MOST_ROWS ? [`- and ${others.length - MOST_ROWS} more`] : []),
        ]),
    ...(findings.length === 0
      ? []
      : ['', '## Findings', '', ...findings.slice(0, MOST_ROWS).map(findingRow), ...rest(findings.length)]),
    '',
  ].join('\n');
}

function table(pipelines: readonly PipelineLineOfChange[]): readonly string[] {
  const rows = pipelines.flatMap(({ name, account, kind, before, after, actions }) =>
    before === null || after === null || actions.length === 0
      ? [[name, account, '', `${CHANGE_WORDS[kind]}: ${turnWords(before, after)}`, '']]
      : actions.map((action) => [
          name,
          account,
          action.key,
          `${action.kind === 'changed' ? '' : `${CHANGE_WORDS[action.kind]}: `}${turnWords(action.before, action.after)}`,
          action.because,
        ]),
  );
  return [
    '| pipeline | account | action | before → after | why |',
    '|---|---|---|---|---|',
    ...rows.slice(0, MOST_ROWS).map((row) => `| ${row.map(markdownText).join(' | ')} |`),
    ...(rows.length > MOST_ROWS ? ['', `and ${rows.length - MOST_ROWS} more`] : []),
  ];
}

function documentOf(one: ChangeLine): readonly string[] {
  // A fence longer than any run of backticks in the text cannot be closed by it.
  const text = one.lines.map(({ sign, text: line }) => `${sign === '…' ? ' …' : sign} ${line}`).join('\n');
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return ['', `### ${headOf(one)}`, '', `${fence}diff`, text, fence];
}

function more(turning: readonly ChangeLine[]): readonly string[] {
  const left = turning.length - MOST_DOCUMENTS;
  return left > 0 ? ['', `and ${left} more documents`] : [];
}

function rest(count: number): readonly string[] {
  return count > MOST_ROWS ? [`- and ${count - MOST_ROWS} more`] : [];
}

function headOf({ title, account, kind }: ChangeLine): string {
  return `${markdownText(title)}${account === '' ? '' : ` in ${markdownText(account)}`}: ${CHANGE_WORDS[kind]}`;
}

function findingRow({ kind, severity, certainty, title, rule }: FindingLineOfChange): string {
  const word = kind === 'added' ? 'new' : kind === 'removed' ? 'gone' : CHANGE_WORDS[kind];
  return `- ${word}, ${severity}${certainty === 'possible' ? ', possible' : ''}: ${markdownText(title)} (\`${code(rule)}\`)`;
}

function code(text: string): string {
  return text.replaceAll('`', '');
}
