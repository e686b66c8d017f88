// What a reader wants first: of what, from when, how it stands, and how much of it was read.

import { chosenFindings } from '@/lib/analysis/chosen-findings';
import { isAccepted, type Weighed } from '@/lib/findings/acceptance';
import { SEVERITIES } from '@/lib/findings/finding';
import { coverageOf } from '@/lib/scene/coverage';
import { exactTime } from '@/lib/scene/exact-time';
import { overviewOf } from '@/lib/scene/overview';
import { pipelineRows } from '@/lib/scene/pipeline-rows';
import { stateWord } from '@/lib/scene/state-word';
import { mono, words } from '@/lib/scene/words';
import { cell, name, stateCell, table } from '../cells';
import type { ReviewSection } from '../review-section';

/** The head of the review: facts of the snapshot, the state of each pipeline, and how many findings of which severity count. */
export const standing: ReviewSection = ({ analysis, chosen, weighed, checksum, version }) => {
  const { id, takenAt, regions } = analysis.snapshot;
  const coverage = coverageOf(analysis);
  const findings = chosenFindings(analysis, chosen);
  const isWhole = chosen.length === analysis.pipelines.length;
  const overview = overviewOf(
    { ...analysis, pipelines: chosen, findings },
    isWhole ? 'The only pipeline' : 'This pipeline',
  );
  return [
    {
      id: 'standing',
      title: 'How it stands',
      isOwnPage: false,
      blocks: [
        { kind: 'text', words: overview.headline },
        {
          kind: 'facts',
          facts: [
            { label: 'Snapshot', words: words(mono(id), `, taken ${exactTime(takenAt)}`) },
            { label: 'Its SHA-256', words: words(mono(checksum)) },
            {
              label: 'Read',
              words: words(
                `${coverage.read} of ${coverage.asked} accounts, in ${regions.join(', ')}; ${coverage.unanswered === 0 ? 'every call was answered' : `${coverage.unanswered} calls were not answered, and ${coverage.paths} permission paths cannot be told because of them`}`,
              ),
            },
            {
              label: 'Pipelines',
              words: words(
                overview.counts.map(({ state, count }) => `${count} ${stateWord(state)}`).join(', ') ||
                  'none',
              ),
            },
            { label: 'Findings', words: words(findingCounts(findings, weighed)) },
            {
              label: 'Made by',
              words: words(`Hatstack ${version}, from what AWS answered; nothing was changed`),
            },
          ],
        },
        table(
          'Pipelines, worst first',
          [
            ['Pipeline', 3],
            ['Account', 2],
            ['Region', 1.5],
            ['Stands', 1.6],
            ['Why', 5],
          ],
          pipelineRows({ ...analysis, pipelines: chosen }).map((row) => [
            name(row.name),
            cell(row.account),
            cell(row.region),
            stateCell(row.state, row.overBroad),
            cell(row.why),
          ]),
        ),
      ],
    },
  ];
};

/** `1 high, 2 low; 1 of them accepted`. */
function findingCounts(findings: ReturnType<typeof chosenFindings>, weighed: Weighed): string {
  const counts = SEVERITIES.map(
    (severity) => [findings.filter((one) => one.severity === severity).length, severity] as const,
  ).filter(([count]) => count > 0);
  if (counts.length === 0) return 'none';
  const accepted = findings.filter(({ id }) => isAccepted(weighed, id)).length;
  const all = counts.map(([count, severity]) => `${count} ${severity}`).join(', ');
  return `${all}; ${accepted === 0 ? 'none' : `${accepted} of them`} accepted`;
}
