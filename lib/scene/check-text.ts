// The analysis as plain lines for a terminal: `check` and `explain` print these, and nothing else.
import { countsAsOverBroad } from '@/lib/analysis/accepted';
import type { Analysis } from '@/lib/analysis/analysis';
import { isAccepted, NOTHING_ACCEPTED, type Weighed } from '@/lib/findings/acceptance';
import type { Arn } from '@/lib/names/arn';
import type { State } from '@/lib/verdict/judgement';
import { acceptedLines } from './accepted-lines';
import { actionKey, actionTrail } from './action-trail';
import { causeLines } from './cause-lines';
import { accountName } from './naming';
import { gapLine } from './need-trail';
import { stateWord } from './state-word';
import type { ActionTrail, HopTrail, NeedTrail, RunTrail } from './trail';
import { plain } from './words';

/** One block for each pipeline: its state, a line for every action that does not simply work, and what else was found; what somebody
 *  accepted stands apart, at the end. Never throws. */
export function checkText(
  analysis: Analysis,
  pipelines: Analysis['pipelines'],
  weighed: Weighed = NOTHING_ACCEPTED,
): readonly string[] {
  const broadWord = (judged: Analysis['pipelines'][number]) => {
    if (!judged.overBroad) return '';
    return countsAsOverBroad(judged, weighed) ? ', over-broad' : ', over-broad (accepted)';
  };
  const until = (finding: string) =>
    isAccepted(weighed, finding)
      ? ` (accepted until ${weighed.byFinding.get(finding)?.acceptance.expires})`
      : '';
  const lines = pipelines.flatMap((judged) => {
    const pipeline = analysis.inventory.pipelines.get(judged.arn);
    const head = `${pipeline?.name ?? judged.arn} (${accountName(analysis.inventory, pipeline?.account ?? null)}, ${pipeline?.region ?? ''}): ${stateWord(judged.state)}${broadWord(judged)}`;
    const told = judged.paths
      .filter((path) => path.state !== 'works' || path.overBroad)
      .flatMap((path) => {
        const trail = actionTrail(analysis, judged.arn, actionKey(path));
        if (trail === null) return [];
        return [
          `  ${actionKey(path)}: ${answerLine(path.state, plain(trail.answer, 'ticked'))}`,
          ...trail.marks.map(
            (mark) => `    over-broad${until(mark.finding)}: ${plain(mark.sentence, 'ticked')}`,
          ),
        ];
      });
    return [head, ...told, ...findingLines(analysis, judged, weighed)];
  });
  return [
    ...lines,
    ...causeLines(analysis, pipelines),
    ...summary(analysis, pipelines),
    ...acceptedLines(analysis, pipelines, weighed),
    ...gapLines(analysis),
  ];
}

/** What was found of a pipeline and counts, but what its actions say already; of what is for information only nothing. */
function findingLines(
  { findings }: Analysis,
  { arn, paths }: Analysis['pipelines'][number],
  weighed: Weighed,
): readonly string[] {
  const said = paths.some((path) => path.overBroad);
  return findings
    .filter(
      (one) =>
        one.severity !== 'info' &&
        one.pipelines.includes(arn) &&
        !(one.marks && said) &&
        !isAccepted(weighed, one.id),
    )
    .map(
      (one) =>
        `  ${one.severity}${one.certainty === 'possible' ? ', possible' : ''}: ${one.title} (${one.rule})`,
    );
}

/** Answers of three states begin with their word already. */
function answerLine(state: State, answer: string): string {
  return state === 'broken' ? `broken. ${answer}` : answer;
}

/** A long list of refused calls says the same thing many times: the first ones tell what to cure. */
const MOST_GAPS = 12;

function gapLines({ inventory }: Analysis): readonly string[] {
  const lines = [...new Set(inventory.gaps.map((gap) => gapLine(inventory, gap)))];
  const more = lines.length - MOST_GAPS;
  return [...lines.slice(0, MOST_GAPS), ...(more > 0 ? [`and ${more} more`] : [])].map(
    (line) => `  not read: ${line}`,
  );
}

function summary(analysis: Analysis, pipelines: Analysis['pipelines']): readonly string[] {
  const count = (state: State) => pipelines.filter((one) => one.state === state).length;
  const states = (['broken', 'unknown', 'depends', 'works'] as const)
    .filter((state) => count(state) > 0)
    .map((state) => `${count(state)} ${stateWord(state)}`);
  const broad = pipelines.filter((one) => one.overBroad).length;
  const gaps = analysis.inventory.gaps.length;
  return [
    '',
    `${pipelines.length} ${pipelines.length === 1 ? 'pipeline' : 'pipelines'}: ${states.join(', ') || 'none'}${broad > 0 ? `; ${broad} over-broad` : ''}; snapshot ${analysis.snapshot.id}${gaps > 0 ? `; ${gaps} ${gaps === 1 ? 'call was' : 'calls were'} not answered` : ''}`,
  ];
}

/** The permission path of one action, whole. Null when there is no such action. Never throws. */
export function explainText(analysis: Analysis, pipeline: Arn, key: string): readonly string[] | null {
  const trail = actionTrail(analysis, pipeline, key);
  return trail === null ? null : trailText(trail);
}

/** The lines of `explain` for a trail that is there already: the panel copies the same. Never throws. */
export function trailText(trail: ActionTrail): readonly string[] {
  return [
    `${trail.key}: ${stateWord(trail.state)}${trail.overBroad ? ', over-broad' : ''}`,
    plain(trail.answer, 'ticked'),
    ...trail.notes.map((note) => `Note: ${plain(note, 'ticked')}`),
    ...(trail.run === null || trail.run.agrees ? [] : disputeText(trail.run)),
    '',
    ...trail.hops.flatMap((hop) => hopText(hop, trail.run)),
    ...changesText(trail),
    ...trail.marks.flatMap((mark) => [
      `Over-broad: ${plain(mark.sentence, 'ticked')}`,
      `  ${mark.policyTitle}`,
      ...mark.lines.map((line) => `    ${String(line.number).padStart(3)}  ${line.text}`),
      `  ${mark.remedy}`,
    ]),
  ];
}

/** AWS's last run where it does not simply confirm a hop. */
function disputeText(run: RunTrail): readonly string[] {
  return [
    ...runText(run, ''),
    ...(run.notRead.length === 0 ? [] : ['  What we may not have read:']),
    ...run.notRead.map((line) => `    ${line}`),
  ];
}

function runText(run: RunTrail, indent: string): readonly string[] {
  return [
    plain(run.headline, 'ticked'),
    ...(run.said === null ? [] : [`  “${run.said}”`]),
    ...(run.named === null ? [] : [`  ${plain(run.named, 'ticked')}`]),
    ...(run.notSaid.length === 0 ? [] : [`  ${run.notSaid.join(' ')}`]),
    ...run.remarks.map((remark) => `  ${plain(remark, 'ticked')}`),
  ].map((line) => `${indent}${line}`);
}

function hopText(hop: HopTrail, run: RunTrail | null): readonly string[] {
  const isHere = run !== null && run.hop === hop.number;
  return [
    `${hop.number}. ${plain(hop.sentence, 'ticked')}: ${stateWord(hop.state)}${hop.overBroad ? ', over-broad' : ''}${isHere && !run.agrees && run.said !== null ? ' (AWS said no here)' : ''}`,
    ...(isHere && run.agrees ? runText(run, '   ') : []),
    ...hop.faults.map((fault) => `   ${fault.sentence} (${fault.source})`),
    ...hop.needs.filter((need) => need.state !== 'works').flatMap(needText),
  ];
}

function needText(need: NeedTrail): readonly string[] {
  return [
    `   ${need.essential ? '' : 'warning, not essential: '}${need.action}: ${stateWord(need.state)}. ${need.because}`,
    ...need.request.filter((one) => one.label !== 'Does').map((one) => `     ${one.label}: ${one.value}`),
    ...need.sides.map((side) => `     ${side.account} says ${side.says} (${side.by})`),
    ...need.missing.map((line) => `     not read: ${line}`),
    ...need.dependsOn.map((line) => `     depends on ${line}`),
    ...(need.essential
      ? need.policies
          .filter((policy) => policy.lines.length > 0 && policy.state !== 'allows')
          .flatMap(policyText)
      : []),
  ];
}

function policyText(policy: NeedTrail['policies'][number]): readonly string[] {
  return [
    `     ${policy.title}, ${policy.statement ?? ''}: ${policy.state}`,
    ...policy.lines.map(
      (line) => `     ${line.mark === 'failed' ? '!' : ' '}${String(line.number).padStart(3)}  ${line.text}`,
    ),
    ...policy.nearMisses.map((miss) => `     near miss: ${plain(miss)}`),
  ];
}

function changesText(trail: ActionTrail): readonly string[] {
  if (trail.changes.length === 0) return [];
  return [
    '',
    'What to change',
    ...trail.changes.flatMap((change) => [
      `  in ${change.account}: ${plain(change.sentence)}`,
      ...(change.statement?.split('\n').map((line) => `    ${line}`) ?? []),
    ]),
    ...trail.unchanged.map((account) => `  ${account} changes nothing`),
    '',
  ];
}
