// A comparison as plain lines for a terminal: `hatstack diff` prints these, and nothing else.

import { CHANGE_WORDS, turnWords } from './cause-of-change';
import type { ChangeLine, ComparisonView, PipelineLineOfChange } from './comparison-view';
import { exactTime } from './exact-time';

/** Pipelines with what turned their actions, the lines in which the documents differ, findings, and all in numbers. Never throws. */
export function diffText(view: ComparisonView): readonly string[] {
  const { before, after } = view;
  const turning = view.changes.filter(({ actions }) => actions > 0);
  const others = view.changes.filter(({ actions }) => actions === 0);
  return [
    `before: ${before.id}, ${exactTime(before.takenAt)}`,
    `after:  ${after.id}, ${exactTime(after.takenAt)}`,
    ...(view.isSame ? ['', 'nothing differs'] : []),
    ...view.pipelines.flatMap(pipelineLines),
    ...(turning.length === 0 ? [] : ['', 'What turned them', ...turning.flatMap(changeLines)]),
    ...(others.length === 0 ? [] : ['', 'What else differs', ...others.map((one) => `  ${headOf(one)}`)]),
    ...(view.findings.length === 0
      ? []
      : [
          '',
          'Findings',
          ...view.findings.map(
            ({ kind, severity, certainty, title, rule }) =>
              `  ${kind === 'added' ? 'new' : kind === 'removed' ? 'gone' : CHANGE_WORDS[kind]}: ${severity}${certainty === 'possible' ? ', possible' : ''}: ${title} (${rule})`,
          ),
        ]),
    '',
    summaryOf(view),
  ];
}

function pipelineLines({ name, account, region, kind, before, after, actions }: PipelineLineOfChange) {
  const turn =
    kind === 'changed' ? turnWords(before, after) : `${CHANGE_WORDS[kind]} (${turnWords(before, after)})`;
  return [
    '',
    `${name} (${account}, ${region}): ${turn}`,
    ...(before === null || after === null
      ? []
      : actions.flatMap((action) => [
          `  ${action.key}: ${action.kind === 'changed' ? '' : `${CHANGE_WORDS[action.kind]}, `}${turnWords(action.before, action.after)}`,
          ...(action.answer === '' ? [] : [`    ${action.answer}`]),
          `    ${action.because}`,
        ])),
  ];
}

function headOf({ title, account, kind, pipelines, actions }: ChangeLine): string {
  const turned =
    actions === 0
      ? ''
      : `; turns ${counted(actions, 'action')} of ${pipelines.length > 3 ? counted(pipelines.length, 'pipeline') : pipelines.join(', ')}`;
  return `${title}${account === '' ? '' : ` in ${account}`}: ${CHANGE_WORDS[kind]}${turned}`;
}

function changeLines(one: ChangeLine): readonly string[] {
  return [`  ${headOf(one)}`, ...one.lines.map(({ sign, text }) => `    ${sign} ${text}`)];
}

/** `2 pipelines differ: 1 worse, 1 better; 3 documents and things differ; 1 finding new`. Never throws. */
export function summaryOf({ pipelines, changes, findings, gaps }: ComparisonView): string {
  const turned = (direction: PipelineLineOfChange['direction']) =>
    pipelines.filter((one) => one.direction === direction).length;
  const of = (kind: string) => findings.filter((one) => one.kind === kind).length;
  const directions = [
    ...(turned('worse') > 0 ? [`${turned('worse')} worse`] : []),
    ...(turned('better') > 0 ? [`${turned('better')} better`] : []),
  ];
  const known = of('no-longer-known') + of('now-known');
  return [
    `${counted(pipelines.length, 'pipeline')} ${pipelines.length === 1 ? 'differs' : 'differ'}${directions.length === 0 ? '' : `: ${directions.join(', ')}`}`,
    `${counted(changes.length, 'document or thing', 'documents and things')} ${changes.length === 1 ? 'differs' : 'differ'}`,
    `${counted(of('added'), 'finding')} new, ${of('removed')} gone${known > 0 ? `, ${known} known otherwise` : ''}`,
    ...(gaps.before + gaps.after > 0
      ? [`calls not answered: ${gaps.before} before, ${gaps.after} after`]
      : []),
  ].join('; ');
}

function counted(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`;
}
