import { Notice } from '@/components/shell/Notice';
import { Button } from '@/components/ui/Button';
import { STATE_WORDS } from '@/components/verdict/states';
import type { PipelineRow } from '@/lib/scene/pipeline-rows';
import { liftable } from './filter-rows';
import type { ListState } from './view-state';

const LIFTED: Readonly<Record<'find' | 'filter' | 'broad', Partial<ListState>>> = {
  find: { find: '' },
  filter: { filter: 'any' },
  broad: { broad: false },
};

/** No row passes: says which filter hides how many, and lifts it. */
export function NothingMatches(props: {
  rows: readonly PipelineRow[];
  list: ListState;
  onChange: (change: Partial<ListState>) => void;
}) {
  const set = liftable(props.rows, props.list);
  const names = {
    find: `the search “${props.list.find.trim()}”`,
    filter: props.list.filter === 'any' ? '' : `the filter ${STATE_WORDS[props.list.filter]}`,
    broad: 'the filter Over-broad',
  };
  return (
    <Notice
      title="No pipeline matches"
      next={
        <Button
          look="primary"
          onClick={() => props.onChange({ ...LIFTED.find, ...LIFTED.filter, ...LIFTED.broad })}
        >
          Show all {props.rows.length}
        </Button>
      }
    >
      {set.map(({ filter, hides }) => (
        <p key={filter}>
          Without {names[filter]}, {hides === 0 ? 'still none' : hides} would be shown.{' '}
          {hides > 0 ? <Button onClick={() => props.onChange(LIFTED[filter])}>Lift it</Button> : null}
        </p>
      ))}
    </Notice>
  );
}
