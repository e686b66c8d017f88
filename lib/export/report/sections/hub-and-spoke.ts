// Which account reaches which, as a drawing and as a table.
import { mapOfAccounts } from '@/lib/scene/map-of-accounts';
import { cell, table, text } from '../cells';
import type { ReviewSection } from '../review-section';

/** The map of accounts with all of them drawn, and each of its lines in words for who cannot see it. */
export const hubAndSpoke: ReviewSection = ({ analysis, chosen, redacted }) => {
  if (chosen.length === 0) return [];
  const arns = new Set(chosen.map(({ arn }) => redacted?.text(arn) ?? arn));
  const drawn = redacted?.analysis ?? analysis;
  const { scene } = mapOfAccounts(
    { ...drawn, pipelines: drawn.pipelines.filter(({ arn }) => arns.has(arn)) },
    { all: true },
  );
  return [
    {
      id: 'accounts',
      title: 'Which account reaches which',
      isOwnPage: true,
      blocks: [
        text(
          'One line for each pair of accounts; how thick it is and its number tell how many pipelines take it.',
        ),
        { kind: 'drawing', scene },
        table(
          'The same in words',
          [['From and to', 1]],
          scene.lines.map(({ label, state }) => [cell(label, state === 'neutral' ? null : state)]),
        ),
      ],
    },
  ];
};
