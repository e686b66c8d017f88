// What to draw, as URLs and command lines spell it.
import { LAYERS, type SceneView } from './view';

export interface SpelledView {
  readonly selected: string | null;
  /** `flow,hats`; null: all. */
  readonly layers: string | null;
  /** `account:111111111111,stage:Deploy`; null: the drawing chooses. */
  readonly fold: string | null;
  readonly hide: string | null;
}

/** The view, or the layer that there is not. Never throws. */
export function readView(spelled: SpelledView): SceneView | { readonly unknownLayer: string } {
  const named = list(spelled.layers);
  const unknown = named?.find((name) => !LAYERS.some((layer) => layer === name));
  if (unknown !== undefined) return { unknownLayer: unknown };
  const folded = list(spelled.fold);
  return {
    selected: spelled.selected,
    ...(named === null ? {} : { layers: LAYERS.filter((layer) => named.includes(layer)) }),
    ...(folded === null ? {} : { folded }),
    ...(spelled.hide === null ? {} : { hidden: spelled.hide }),
  };
}

function list(text: string | null): readonly string[] | null {
  if (text === null) return null;
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
