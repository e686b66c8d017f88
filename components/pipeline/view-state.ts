// The state of a pipeline's page, as its URL holds it: a link shows what I see.
import {
  createSerializer,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import { FILTERS } from '@/components/verdict/states';
import { PENS, type PenName } from '@/lib/scene/theme';
import { LAYERS, type Layer, type SceneView } from '@/lib/scene/view';

export const VIEWS = ['graph', 'stack', 'accounts', 'table'] as const;

/** The columns of the table twin; `action` is the order of stages and hops. */
export const HOP_COLUMNS = ['action', 'hop', 'state', 'does', 'mark', 'decides'] as const;
export type HopColumn = (typeof HOP_COLUMNS)[number];

/** Which hop is open: none named means the one that explains, 0 means none. */
export const hopParser = parseAsInteger.withOptions({ history: 'replace' });

/** Typing is no step that the back button goes back over. */
const typed = parseAsString.withDefault('').withOptions({ history: 'replace' });

export const pipelineState = {
  /** `stage/action`, the action in focus. */
  action: parseAsString,
  filter: parseAsStringLiteral(FILTERS).withDefault('any'),
  view: parseAsStringLiteral(VIEWS).withDefault('graph'),
  layers: parseAsArrayOf(parseAsStringLiteral(LAYERS)).withDefault([...LAYERS]),
  pen: parseAsStringLiteral(PENS).withDefault('clean'),
  /** Boxes drawn as a count; not named: the drawing chooses. */
  fold: parseAsArrayOf(parseAsString),
  /** Of the accounts that the pipeline reaches, where they are gathered: the group that is open. */
  group: parseAsString,
  find: typed,
  hide: typed,
  /** By which column the table is sorted, and whether the last comes first. */
  sort: parseAsStringLiteral(HOP_COLUMNS).withDefault('action'),
  down: parseAsBoolean.withDefault(false),
  hop: hopParser,
  /** The name of a what-if: shown as if its edits had been made. */
  whatif: parseAsString,
  /** The policy that is being edited. */
  edit: parseAsString,
  snapshot: parseAsString,
};

export interface PipelineState {
  readonly action: string | null;
  readonly filter: (typeof FILTERS)[number];
  readonly view: (typeof VIEWS)[number];
  readonly layers: Layer[];
  readonly pen: PenName;
  readonly fold: string[] | null;
  readonly group: string | null;
  readonly find: string;
  readonly hide: string;
  readonly sort: HopColumn;
  readonly down: boolean;
  readonly hop: number | null;
  readonly whatif: string | null;
  readonly edit: string | null;
  readonly snapshot: string | null;
}

/** The URL of a state: `pipelineHref(path, {...state, action: 'Deploy/Prod'})`. */
export const pipelineHref = createSerializer(pipelineState);

/** What the drawing must know of the page's state. Never throws. */
export function sceneViewOf(state: PipelineState): SceneView {
  return {
    selected: state.action,
    layers: LAYERS.filter((layer) => state.layers.includes(layer)),
    hidden: state.hide,
    ...(state.fold === null ? {} : { folded: state.fold }),
  };
}

/** The same for the export route, which knows the words of the page's URL. Never throws. */
export function exportQuery(state: PipelineState): Readonly<Record<string, string>> {
  const isWhole = LAYERS.every((layer) => state.layers.includes(layer));
  return {
    ...(state.action === null ? {} : { action: state.action }),
    ...(state.whatif === null ? {} : { whatif: state.whatif }),
    ...(state.view === 'stack' || state.view === 'accounts' ? { drawing: state.view } : {}),
    ...(state.pen === 'clean' ? {} : { pen: state.pen }),
    ...(isWhole ? {} : { layers: state.layers.join(',') }),
    ...(state.fold === null ? {} : { fold: state.fold.join(',') }),
    ...(state.group === null ? {} : { group: state.group }),
    ...(state.hide === '' ? {} : { hide: state.hide }),
  };
}
