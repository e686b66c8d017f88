// The issues as a table, one row each.
import { csvOf } from '../csv';
import { issuesOf } from '../issues';
import type { Reported } from '../reporter';

const HEAD = [
  'severity',
  'certainty',
  'rule',
  'title',
  'subject',
  'account',
  'region',
  'pipelines',
  'notes',
  'accepted by',
  'accepted until',
  'reason',
  'id',
];

/** A CSV document. The same judgement gives the same bytes. Never throws. */
export function printIssuesCsv(reported: Reported): string {
  return csvOf([
    HEAD,
    ...issuesOf(reported).map(({ accepted, ...one }) => {
      const holds = accepted?.state === 'accepted' ? accepted.acceptance : null;
      return [
        one.severity,
        one.isShown ? 'shown' : 'possible',
        one.rule,
        one.title,
        one.subject,
        one.account,
        one.region ?? '',
        one.pipelines.join(' '),
        one.notes.join('\n'),
        holds?.author ?? '',
        holds?.expires ?? '',
        holds?.reason ?? '',
        one.id,
      ];
    }),
  ]);
}
