import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Glyph } from '@/components/ui/Glyph';
import { Segmented } from '@/components/ui/Segmented';
import { FILTERS, type Filter, STATE_WORDS } from '@/components/verdict/states';
import { VerdictMark } from '@/components/verdict/VerdictMark';
import type { PipelineRow } from '@/lib/scene/pipeline-rows';
import styles from './PipelinesTools.module.css';
import type { ListState } from './view-state';

/** Search, state and over-broad; the counts are those of all pipelines, so they do not jump while typing. */
export function PipelinesTools(props: {
  rows: readonly PipelineRow[];
  list: ListState;
  onChange: (change: Partial<ListState>) => void;
}) {
  const { rows, list, onChange } = props;
  const countOf = (filter: Filter) =>
    filter === 'any' ? rows.length : rows.filter((row) => row.state === filter).length;
  return (
    <div className={styles.tools}>
      <Field
        label="Search pipelines"
        placeholder="Search name, ARN, account, cause"
        glyph="search"
        shortcut="/"
        value={list.find}
        onChange={(find) => onChange({ find })}
      />
      <Segmented
        legend="State"
        value={list.filter}
        onChange={(filter) => onChange({ filter })}
        segments={FILTERS.map((filter) => ({
          value: filter,
          label: (
            <>
              {filter === 'any' ? 'Any' : <VerdictMark state={filter} />}
              {filter === 'any' ? null : STATE_WORDS[filter]}
              <span className={styles.count}>{countOf(filter)}</span>
            </>
          ),
        }))}
      />
      <Button pressed={list.broad} onClick={() => onChange({ broad: !list.broad })}>
        <Glyph name="overbroad" size={14} />
        Over-broad
        <span className={styles.count}>{rows.filter((row) => row.overBroad).length}</span>
      </Button>
    </div>
  );
}
