// What counts of a judgement once risks are accepted: every mark stays drawn, and only what nobody answers for fails a check.
import {
  type AcceptableFinding,
  type Acceptance,
  isMarkAccepted,
  openFindings,
  type Weighed,
  weighAcceptances,
} from '@/lib/findings/acceptance';
import { SEVERITIES, type Severity } from '@/lib/findings/finding';
import type { JudgedPipeline } from '@/lib/verdict/judgement';
import type { Analysis } from './analysis';
import { chosenFindings } from './chosen-findings';

export const FAIL_WORDS = ['broken', 'over-broad', 'unknown', 'depends', ...SEVERITIES] as const;
export type FailWord = (typeof FAIL_WORDS)[number];

/** What somebody answers for on one day. */
export type AcceptedToday = Weighed;

/** What the acceptances are worth on that day, `YYYY-MM-DD` in UTC. Never throws. */
export function acceptedOn(
  { findings }: { readonly findings: readonly AcceptableFinding[] },
  acceptances: readonly Acceptance[],
  today: string,
): AcceptedToday {
  return weighAcceptances(findings, acceptances, today);
}

/** Whether the pipeline is marked as over-broad by a finding that counts. Never throws. */
export function countsAsOverBroad(judged: JudgedPipeline, weighed: Weighed): boolean {
  return judged.overBroad && !isMarkAccepted(judged, weighed);
}

/** Whether one of the words speaks of the chosen pipelines: a state, over-broad as far as it counts, or a severity. A severity means
 *  findings as grave or graver that count and that what was read shows. Never throws. */
export function failsOn(
  analysis: Analysis,
  chosen: Analysis['pipelines'],
  weighed: Weighed,
  words: ReadonlySet<FailWord>,
): boolean {
  const hasState = chosen.some(
    (one) =>
      (one.state !== 'works' && words.has(one.state)) ||
      (words.has('over-broad') && countsAsOverBroad(one, weighed)),
  );
  return (
    hasState ||
    openFindings(chosenFindings(analysis, chosen), weighed).some(
      ({ certainty, severity }) => certainty === 'shown' && isAsGrave(severity, words),
    )
  );
}

function isAsGrave(severity: Severity, words: ReadonlySet<FailWord>): boolean {
  return SEVERITIES.slice(SEVERITIES.indexOf(severity)).some((one) => words.has(one));
}
