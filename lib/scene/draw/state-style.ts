// How each state looks as a line, as a border and on a ring: told apart without colour.
import type { State } from '@/lib/verdict/judgement';
import type { Stroke, Token } from '../scene';

export type LineState = State | 'neutral';

const LINES: Readonly<Record<LineState, Required<Pick<Stroke, 'strokeWidth'>> & Stroke>> = {
  works: { stroke: 'works', strokeWidth: 1.8, cap: 'round' },
  broken: { stroke: 'broken', strokeWidth: 2.2, dash: '6 5', cap: 'round' },
  depends: { stroke: 'depends', strokeWidth: 1.8, dash: '16 5', cap: 'round' },
  unknown: { stroke: 'unknown', strokeWidth: 2.2, dash: '1 6', cap: 'round' },
  neutral: { stroke: 'line-3', strokeWidth: 1.4, cap: 'round' },
};
const RINGS: Readonly<Record<State, Stroke>> = {
  works: { stroke: 'works', strokeWidth: 2.8, cap: 'round' },
  broken: { stroke: 'broken', strokeWidth: 2.8, dash: '4 4.2', cap: 'butt' },
  depends: { stroke: 'depends', strokeWidth: 2.8, dash: '9 3.6', cap: 'butt' },
  unknown: { stroke: 'unknown', strokeWidth: 2.8, dash: '0.1 4.8', cap: 'round' },
};
const BORDERS: Readonly<Record<State, Stroke>> = {
  works: { stroke: 'line-2', strokeWidth: 1 },
  broken: { stroke: 'broken', strokeWidth: 1.5 },
  depends: { stroke: 'depends', strokeWidth: 1.5, dash: '16 5' },
  unknown: { stroke: 'unknown', strokeWidth: 1.5, dash: '1 4', cap: 'round' },
};

export function lineStroke(state: LineState): Required<Pick<Stroke, 'strokeWidth'>> & Stroke {
  return LINES[state];
}

export function ringStroke(state: State): Stroke {
  return RINGS[state];
}

/** The border of a card; quiet where everything works. */
export function borderStroke(state: State | null): Stroke {
  return BORDERS[state ?? 'works'];
}

/** The token for text in a state's colour. */
export function textToken(state: State): Token {
  return `${state}-t`;
}
