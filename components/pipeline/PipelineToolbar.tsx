import { Glyph } from '@/components/ui/Glyph';
import { Segmented } from '@/components/ui/Segmented';
import { FILTERS, STATE_WORDS } from '@/components/verdict/states';
import { VerdictMark } from '@/components/verdict/VerdictMark';
import styles from './PipelineToolbar.module.css';
import type { PipelineState } from './view-state';

/** The bar over the drawing: which verdicts stand out, and graph or table. */
export function PipelineToolbar(props: {
  state: Pick<PipelineState, 'filter' | 'view'>;
  onChange: (change: Partial<Pick<PipelineState, 'filter' | 'view'>>) => void;
}) {
  return (
    <div className={styles.tools}>
      <Segmented
        legend="Verdict"
        value={props.state.filter}
        onChange={(filter) => props.onChange({ filter })}
        segments={FILTERS.map((filter) => ({
          value: filter,
          label:
            filter === 'any' ? (
              'Any'
            ) : (
              <>
                <VerdictMark state={filter} />
                {STATE_WORDS[filter]}
              </>
            ),
        }))}
      />
      <span className={styles.space} />
      <Segmented
        legend="Show as"
        value={props.state.view}
        onChange={(view) => props.onChange({ view })}
        segments={[
          { value: 'graph', label: <Face glyph="pipeline" word="Graph" /> },
          { value: 'table', label: <Face glyph="table" word="Table" /> },
        ]}
      />
    </div>
  );
}

function Face({ glyph, word }: { glyph: 'pipeline' | 'table'; word: string }) {
  return (
    <>
      <Glyph name={glyph} size={14} />
      {word}
    </>
  );
}
