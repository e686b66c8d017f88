// The legend: only what can be seen in the drawing at hand.
import type { State } from '@/lib/verdict/judgement';
import type { LegendEntry, Primitive } from '../scene';
import { drawRing } from './draw-ring';
import { picture } from './ink';
import { lineStroke } from './state-style';

export interface InView {
  readonly lines: ReadonlySet<State | 'neutral'>;
  readonly closedRing: boolean;
  readonly halfRings: boolean;
  readonly band: boolean;
  readonly hats: boolean;
  readonly prod: boolean;
  readonly unscanned: boolean;
  readonly unmodelled: boolean;
  readonly runs: boolean;
  /** Arrowheads say which way artifacts go; else who asks whom. */
  readonly flow?: boolean;
  readonly asks?: boolean;
  readonly folded?: boolean;
}

/** The entries in a fixed order. Never throws. */
export function drawLegend(view: InView): readonly LegendEntry[] {
  const east = { dx: 0, dy: -1 };
  const ring = { x: 16, y: 9, number: null, warning: true } as const;
  const entries: readonly (readonly [boolean, LegendEntry])[] = [
    [view.lines.has('works'), entry('works', 'Works', line('works'))],
    [view.lines.has('broken'), entry('broken', 'Broken', brokenLine())],
    [view.lines.has('depends'), entry('depends', 'Depends on the request', line('depends'))],
    [view.lines.has('unknown'), entry('unknown', 'Cannot tell', line('unknown'))],
    [view.closedRing, entry('ring', 'One account decides', drawRing({ ...ring, halves: ['works'] }, east))],
    [
      view.halfRings,
      entry(
        'halves',
        'Two accounts: both must say yes',
        drawRing({ ...ring, halves: ['works', view.lines.has('broken') ? 'broken' : 'works'] }, east).slice(
          0,
          3,
        ),
      ),
    ],
    [view.band, entry('broad', 'Over-broad: wider than needed', bandLine())],
    [view.flow === true, entry('flow', 'Arrow: the way the artifact goes', arrowLine('works'))],
    [view.asks === true, entry('asks', 'Arrow: who asks whom', arrowLine('works'))],
    [
      view.folded === true,
      entry('folded', 'Folded: a box as a count', [
        { kind: 'rect', x: 7, y: 5, width: 22, height: 12, radius: 3, stroke: 'line-2', strokeWidth: 1 },
        {
          kind: 'rect',
          x: 4,
          y: 2,
          width: 22,
          height: 12,
          radius: 3,
          fill: 'raised',
          stroke: 'line-3',
          strokeWidth: 1,
        },
      ]),
    ],
    [view.hats, entry('hat', 'A hat worn by an action (role)', [picture('hat', 8, 1, 16, 'text', 1.8)])],
    [
      view.prod,
      entry('prod', 'Account of tier prod', [
        { kind: 'rect', x: 3, y: 2, width: 26, height: 14, radius: 4, stroke: 'ink', strokeWidth: 2 },
      ]),
    ],
    [
      view.unmodelled,
      entry('unmodelled', 'Dotted: not modelled yet', [
        {
          kind: 'rect',
          x: 3,
          y: 2,
          width: 26,
          height: 14,
          radius: 4,
          stroke: 'unknown',
          strokeWidth: 1.5,
          dash: '1 4',
          cap: 'round',
        },
      ]),
    ],
    [
      view.unscanned,
      entry('unscanned', 'Hatched: not scanned', [
        { kind: 'rect', x: 3, y: 2, width: 26, height: 14, radius: 4, fill: 'hatch' },
        {
          kind: 'rect',
          x: 3,
          y: 2,
          width: 26,
          height: 14,
          radius: 4,
          stroke: 'unknown',
          strokeWidth: 1.5,
          dash: '1 4',
          cap: 'round',
        },
      ]),
    ],
    [
      view.runs,
      entry('run', 'Square: last run, not IAM', [
        { kind: 'rect', x: 12, y: 5, width: 8, height: 8, radius: 2, fill: 'run-none' },
      ]),
    ],
  ];
  return entries.filter(([shown]) => shown).map(([, one]) => one);
}

function entry(id: string, word: string, sample: readonly Primitive[]): LegendEntry {
  return { id, word, sample };
}

function line(state: State): readonly Primitive[] {
  return [{ kind: 'path', d: 'M0 9H32', ...lineStroke(state) }];
}

function arrowLine(state: State): readonly Primitive[] {
  return [
    { kind: 'path', d: 'M0 9H24', ...lineStroke(state) },
    { kind: 'path', d: 'M32 9L24 4.5L24 13.5z', fill: state },
  ];
}

function brokenLine(): readonly Primitive[] {
  const { dash: _, ...stroke } = lineStroke('broken');
  return [
    { kind: 'path', d: 'M0 9H9M23 9H32', ...stroke, dash: '4 4' },
    { kind: 'path', d: 'M13 6l6 6M19 6l-6 6', stroke: 'broken', strokeWidth: 2, cap: 'round' },
  ];
}

function bandLine(): readonly Primitive[] {
  return [
    { kind: 'path', d: 'M0 9H32', stroke: 'broad-rail', strokeWidth: 11, cap: 'butt' },
    { kind: 'path', d: 'M0 9H32', stroke: 'broad', strokeWidth: 8.6, cap: 'butt' },
    { kind: 'path', d: 'M0 9H32', ...lineStroke('works') },
  ];
}
