import { SearchField } from '@/components/ui/SearchField';
import type { State } from '@/lib/verdict/judgement';
import { OverBroadToggle } from './OverBroadToggle';
import { StateFilter } from './StateFilter';
import type { Filter } from './states';

interface StateList {
  readonly find: string;
  readonly filter: Filter;
  readonly broad: boolean;
}

/** What a list of things with a verdict is filtered by: words, state, over-broad; `rows` are those that are counted. */
export function StateTools(props: {
  label: string;
  placeholder: string;
  list: StateList;
  rows: readonly { readonly state: State | null; readonly overBroad: boolean }[];
  onChange: (change: Partial<StateList>) => void;
}) {
  const { list, rows, onChange } = props;
  return (
    <>
      <SearchField
        label={props.label}
        placeholder={props.placeholder}
        value={list.find}
        onChange={(find) => onChange({ find })}
      />
      <StateFilter
        legend="State"
        value={list.filter}
        onChange={(filter) => onChange({ filter })}
        countOf={(filter) =>
          filter === 'any' ? rows.length : rows.filter(({ state }) => state === filter).length
        }
      />
      <OverBroadToggle
        pressed={list.broad}
        count={rows.filter(({ overBroad }) => overBroad).length}
        onPress={() => onChange({ broad: !list.broad })}
      />
    </>
  );
}
