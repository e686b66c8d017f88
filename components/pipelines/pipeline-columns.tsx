import { age } from '@/components/shell/time';
import { Regions } from '@/components/ui/Regions';
import type { RowsColumn } from '@/components/ui/RowsTable';
import { AccountTags } from '@/components/verdict/AccountTags';
import { Prose } from '@/components/verdict/Prose';
import { RunMark } from '@/components/verdict/RunMark';
import { OverBroadBadge, StateBadge } from '@/components/verdict/StateBadge';
import { exactTime } from '@/lib/scene/exact-time';
import type { PipelineRow } from '@/lib/scene/pipeline-rows';
import { plain } from '@/lib/scene/words';
import type { Column } from './view-state';

/** What the table of pipelines shows of each; ages are counted to `now`. */
export function pipelineColumns(now: string): readonly RowsColumn<PipelineRow, Column>[] {
  return [
    { column: 'name', label: 'Pipeline', widthPx: 164, cell: ({ name }) => name, title: ({ arn }) => arn },
    {
      column: 'state',
      label: 'Worst state',
      widthPx: 106,
      cell: ({ state }) => <StateBadge state={state} />,
    },
    {
      column: 'mark',
      label: 'Mark',
      widthPx: 112,
      cell: ({ overBroad, accepted }) => (overBroad ? <OverBroadBadge accepted={accepted} /> : null),
    },
    {
      column: 'why',
      label: 'Why',
      wraps: true,
      cell: ({ why }) => <Prose words={why} />,
      title: ({ why }) => plain(why),
    },
    {
      column: 'accounts',
      label: 'Accounts',
      widthPx: 196,
      cell: ({ accounts }) => <AccountTags accounts={accounts} />,
      title: ({ accounts }) => accounts.map(({ name }) => name).join(', '),
    },
    {
      column: 'regions',
      label: 'Regions',
      widthPx: 158,
      wraps: true,
      spare: true,
      cell: ({ regions }) => <Regions names={regions} />,
      title: ({ regions }) => regions.join(', '),
    },
    {
      column: 'actions',
      label: 'Actions',
      widthPx: 76,
      align: 'right',
      spare: true,
      cell: ({ actions }) => actions,
    },
    {
      column: 'run',
      label: 'Last run, AWS',
      widthPx: 104,
      cell: ({ run }) => <RunMark status={run?.status ?? null} />,
    },
    {
      column: 'when',
      label: 'When',
      widthPx: 98,
      align: 'right',
      cell: ({ run }) =>
        run?.at ? (
          <time dateTime={run.at} title={exactTime(run.at)}>
            {age(run.at, now)} ago
          </time>
        ) : (
          'never'
        ),
    },
  ];
}
