// How much of it was read: what a reader must know before believing that nothing else is there.
import { coverageOf } from '@/lib/scene/coverage';
import { cell, name, table, text } from '../cells';
import type { ReviewSection } from '../review-section';

const WORDS = {
  read: 'read',
  partly: 'read in part',
  closed: 'could not get in',
  suspended: 'suspended',
  'not-asked': 'not asked',
} as const;

/** Accounts with how far they were read, and every call that AWS did not answer. */
export const coverageRead: ReviewSection = ({ analysis }) => {
  const { rows, calls } = coverageOf(analysis);
  return [
    {
      id: 'coverage',
      title: 'What was read',
      isOwnPage: true,
      blocks: [
        table(
          'Accounts',
          [
            ['Account', 2],
            ['Id', 1.5],
            ['Unit', 2],
            ['Read', 1.5],
            ['Calls not answered', 1, 'end'],
            ['Paths that hang on them', 1, 'end'],
          ],
          rows.map((row) => [
            cell(row.name),
            name(row.id),
            cell(row.place),
            cell(WORDS[row.reading]),
            cell(String(row.cells.reduce((sum, { unanswered }) => sum + unanswered, 0))),
            cell(String(row.paths)),
          ]),
        ),
        calls.length === 0
          ? text('Every call was answered.')
          : table(
              'Calls that AWS did not answer',
              [
                ['Call', 2.4],
                ['Account', 1.8],
                ['Regions', 1.8],
                ['What happened', 2],
                ['What to do', 4],
              ],
              calls.map((one) => [
                name(one.call),
                cell(one.account),
                cell(one.regions.join(', ') || 'global'),
                cell(`${one.happened} (${one.code})`),
                cell(one.cure),
              ]),
            ),
      ],
    },
  ];
};
