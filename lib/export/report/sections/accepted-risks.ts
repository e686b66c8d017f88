// The risks that somebody has taken: who, why and until when.
import { chosenFindings, isWhole } from '@/lib/analysis/chosen-findings';
import { cell, name, table } from '../cells';
import type { ReviewSection } from '../review-section';

/** Accepted findings, those whose acceptance has run out, and entries that speak of nothing. Left out where nobody accepted anything. */
export const acceptedRisks: ReviewSection = ({ analysis, chosen, weighed }) => {
  const rows = chosenFindings(analysis, chosen).flatMap((finding) => {
    const accepted = weighed.byFinding.get(finding.id);
    return accepted === undefined ? [] : [{ finding, accepted }];
  });
  const stale = isWhole(analysis, chosen) ? weighed.stale : [];
  if (rows.length + stale.length === 0) return [];
  return [
    {
      id: 'accepted',
      title: 'Accepted risks',
      isOwnPage: false,
      blocks: [
        table(
          'Accepted risks',
          [
            ['Finding', 5],
            ['Stands', 1.6],
            ['Until', 1.6],
            ['By', 2],
            ['Why', 4],
          ],
          [
            ...rows.map(({ finding, accepted: { state, acceptance } }) => [
              cell(`${finding.severity}: ${finding.title}`),
              cell(state === 'accepted' ? 'accepted' : 'expired, counts again'),
              cell(acceptance.expires),
              cell(acceptance.author),
              cell(acceptance.reason),
            ]),
            ...stale.map((one) => [
              one.risk.kind === 'finding' ? name(one.risk.id) : name(`${one.risk.rule} ${one.risk.subject}`),
              cell('not found here: put right, or not read'),
              cell(one.expires),
              cell(one.author),
              cell(one.reason),
            ]),
          ],
        ),
      ],
    },
  ];
};
