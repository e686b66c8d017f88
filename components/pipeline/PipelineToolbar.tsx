import { Field } from '@/components/ui/Field';
import { Glyph } from '@/components/ui/Glyph';
import { Segmented } from '@/components/ui/Segmented';
import { Toggles } from '@/components/ui/Toggles';
import { StateFilter } from '@/components/verdict/StateFilter';
import { FIND_PRESETS, HIDE_PRESETS } from '@/lib/scene/find';
import type { GlyphName } from '@/lib/scene/glyphs';
import { LAYER_WORDS, LAYERS, type Layer } from '@/lib/scene/view';
import styles from './PipelineToolbar.module.css';
import type { PipelineState } from './view-state';

export type ToolState = Pick<PipelineState, 'filter' | 'view' | 'layers' | 'find' | 'hide' | 'pen'>;

interface Props {
  readonly state: ToolState;
  readonly onChange: (change: Partial<ToolState>) => void;
  /** On Enter in Find. */
  readonly onFindNext: () => void;
}

const LAYER_LOOK: Readonly<Record<Layer, { readonly glyph: GlyphName; readonly hint: string }>> = {
  flow: { glyph: 'store', hint: 'Who writes, reads, encrypts and decrypts the artifact (1)' },
  decides: { glyph: 'ring', hint: 'A ring wherever a policy is evaluated (2)' },
  hats: { glyph: 'hat', hint: 'Who wears which role, and who may put on which (3)' },
};

/** The bar over the drawing: what is laid over it, which verdicts stand out, what is found and hidden, and graph or table. */
export function PipelineToolbar(props: Props) {
  const { state, onChange } = props;
  return (
    <div className={styles.tools} role="toolbar" aria-label="Drawing">
      {state.view === 'graph' ? (
        <Toggles
          legend="Layers"
          on={state.layers}
          onChange={(layers) => onChange({ layers })}
          toggles={LAYERS.map((layer) => ({
            value: layer,
            hint: LAYER_LOOK[layer].hint,
            label: <Face glyph={LAYER_LOOK[layer].glyph} word={LAYER_WORDS[layer]} />,
          }))}
        />
      ) : null}
      {state.view === 'stack' || state.view === 'accounts' ? null : <Search {...props} />}
      <span className={styles.space} />
      {state.view === 'table' ? null : (
        <Toggles
          legend="Pen"
          on={state.pen === 'hand' ? ['hand'] : []}
          onChange={(on) => onChange({ pen: on.length > 0 ? 'hand' : 'clean' })}
          toggles={[
            {
              value: 'hand',
              name: 'Hand-drawn',
              hint: 'Draw by hand',
              label: <Glyph name="pen" size={14} />,
            },
          ]}
        />
      )}
      <Segmented
        legend="Show as"
        value={state.view}
        onChange={(view) => onChange({ view })}
        segments={[
          { value: 'graph', label: 'Graph' },
          { value: 'stack', label: 'Stack of hats' },
          { value: 'accounts', label: 'Hub and spoke' },
          { value: 'table', label: 'Table' },
        ]}
      />
    </div>
  );
}

/** Which verdicts stand out, what is found, and what is left out. */
function Search({ state, onChange, onFindNext }: Props) {
  return (
    <>
      <StateFilter legend="Verdict" value={state.filter} onChange={(filter) => onChange({ filter })} />
      <Field
        label="Find"
        placeholder="Find"
        glyph="search"
        shortcut="/"
        size="narrow"
        presets={FIND_PRESETS}
        value={state.find}
        onChange={(find) => onChange({ find })}
        onEnter={onFindNext}
      />
      <Field
        label="Hide"
        placeholder="Hide"
        glyph="hide"
        shortcut="H"
        size="narrow"
        presets={HIDE_PRESETS}
        value={state.hide}
        onChange={(hide) => onChange({ hide })}
      />
    </>
  );
}

function Face({ glyph, word }: { glyph: GlyphName; word: string }) {
  return (
    <>
      <Glyph name={glyph} size={14} />
      {word}
    </>
  );
}
