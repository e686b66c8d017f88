import { Counted } from '@/components/ui/Counted';
import { Segmented } from '@/components/ui/Segmented';
import { FILTERS, type Filter, STATE_WORDS } from './states';
import { VerdictMark } from './VerdictMark';

/** Which verdicts stand out or are listed; `countOf` tells how many of each there are. */
export function StateFilter(props: {
  legend: string;
  value: Filter;
  onChange: (filter: Filter) => void;
  countOf?: (filter: Filter) => number;
}) {
  const { countOf } = props;
  return (
    <Segmented
      legend={props.legend}
      value={props.value}
      onChange={props.onChange}
      segments={FILTERS.map((filter) => {
        const face =
          filter === 'any' ? (
            'Any'
          ) : (
            <>
              <VerdictMark state={filter} />
              {STATE_WORDS[filter]}
            </>
          );
        return {
          value: filter,
          label: countOf === undefined ? face : <Counted count={countOf(filter)}>{face}</Counted>,
        };
      })}
    />
  );
}
