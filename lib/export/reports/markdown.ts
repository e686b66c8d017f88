// The judgement as Markdown: for a merge request, a ticket, the summary of a job.
import { exactTime } from '@/lib/scene/exact-time';
import { stateWord } from '@/lib/scene/state-word';
import { type Issue, isAnsweredFor, issuesOf } from '../issues';
import { markdownText } from '../markdown-text';
import type { Reported } from '../reporter';

/** GitHub and GitLab cut comments that are longer than about 65,000 characters. */
const MOST_ROWS = 100;

/** Pipelines as they stand, what is wrong, and what was not read. The same judgement gives the same bytes. Never throws. */
export function printIssuesMarkdown(reported: Reported): string {
  const { analysis, chosen } = reported;
  const issues = issuesOf(reported);
  const open = issues.filter((one) => !isAnsweredFor(one));
  const answered = issues.filter(isAnsweredFor);
  const gaps = analysis.inventory.gaps.length;
  const counts = (['broken', 'unknown', 'depends', 'works'] as const).flatMap((state) => {
    const count = chosen.filter((one) => one.state === state).length;
    return count === 0 ? [] : [`${count} ${stateWord(state)}`];
  });
  return [
    '# Hatstack check',
    '',
    `${chosen.length} ${chosen.length === 1 ? 'pipeline' : 'pipelines'}: ${counts.join(', ') || 'none'}. Snapshot \`${analysis.snapshot.id}\`, ${exactTime(analysis.snapshot.takenAt)}.`,
    ...(gaps === 0
      ? []
      : [
          '',
          `${gaps} ${gaps === 1 ? 'call was' : 'calls were'} not answered: what could turn on them is "cannot tell".`,
        ]),
    '',
    '## Pipelines',
    '',
    ...table(
      ['Pipeline', 'State', 'Over-broad'],
      chosen.map((one) => [
        analysis.inventory.pipelines.get(one.arn)?.name ?? one.arn,
        stateWord(one.state),
        one.overBroad ? 'over-broad' : '',
      ]),
    ),
    ...(open.length === 0
      ? ['', 'Nothing is wrong, as far as it was read.']
      : ['', '## What is wrong', '', ...table(['Severity', 'What', 'Where', 'Rule'], open.map(rowOf))]),
    ...(answered.length === 0
      ? []
      : [
          '',
          '## Accepted',
          '',
          ...table(
            ['What', 'By', 'Until', 'Reason'],
            answered.map(({ title, accepted }) => [
              title,
              accepted?.acceptance.author ?? '',
              accepted?.acceptance.expires ?? '',
              accepted?.acceptance.reason ?? '',
            ]),
          ),
        ]),
    '',
  ].join('\n');
}

function rowOf({ severity, isShown, title, account, region, rule }: Issue): readonly string[] {
  return [
    isShown ? severity : `${severity}, possible`,
    title,
    region === null ? account : `${account}, ${region}`,
    rule,
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.slice(0, MOST_ROWS).map((row) => `| ${row.map(markdownText).join(' | ')} |`),
    ...(rows.length > MOST_ROWS ? ['', `and ${rows.length - MOST_ROWS} more`] : []),
  ];
}
