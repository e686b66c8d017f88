import { Notice } from '@/components/shell/Notice';
import { Button } from '@/components/ui/Button';
import { STATE_WORDS } from '@/components/verdict/states';
import type { PipelineRow } from '@/lib/scene/pipeline-rows';
import { liftable, NO_FILTER } from './filter-rows';
import type { ListState } from './view-state';

/** No row passes: says which filter hides how many, and lifts it. */
export function NothingMatches(props: {
  rows: readonly PipelineRow[];
  list: ListState;
  onChange: (change: Partial<ListState>) => void;
}) {
  const set = liftable(props.rows, props.list);
  const names = {
    find: `The search “${props.list.find.trim()}”`,
    filter: props.list.filter === 'any' ? '' : `The filter ${STATE_WORDS[props.list.filter]}`,
    broad: 'The filter Over-broad',
  };
  return (
    <Notice
      title="No pipeline matches"
      next={
        <Button look="primary" onClick={() => props.onChange(NO_FILTER)}>
          Show all {props.rows.length}
        </Button>
      }
    >
      {set.map(({ filter, hides }) => (
        <p key={filter}>
          {names[filter]} hides {hides} of {props.rows.length}.{' '}
          <Button onClick={() => props.onChange({ [filter]: NO_FILTER[filter] })}>Lift it</Button>
        </p>
      ))}
    </Notice>
  );
}
