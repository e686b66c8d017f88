// The heads above the columns: stage number, name, and the last run as a square with AWS's word.
import type { Geometry, Rect } from '../layout/geometry';
import { HEAD_HEIGHT, HEAD_TOP } from '../layout/sizes';
import type { PlanStage } from '../plan/plan';
import type { Primitive } from '../scene';
import { textWidth } from '../text-metrics';
import { picture, words } from './ink';

export interface Head {
  readonly stage: PlanStage;
  readonly rect: Rect;
  /** Relative to the rectangle. */
  readonly parts: readonly Primitive[];
  /** Larger: what can still be read from further away. */
  readonly middle: readonly Primitive[];
  /** Where the name ends, px from the left. */
  readonly nameEnd: number;
}

/** The heads of all stages. Never throws. */
export function drawHeads(stages: readonly PlanStage[], geometry: Geometry): readonly Head[] {
  return stages.flatMap((stage, index): readonly Head[] => {
    const column = geometry.columns[index + 1];
    if (column === undefined) return [];
    const { x, width } = column;
    const number = `${index + 1}`;
    const left = Math.ceil(textWidth(number, 'mono', 11, 500)) + 7;
    const gap = x - ((geometry.columns[index]?.x ?? 0) + (geometry.columns[index]?.width ?? 0));
    const chevron = index === 0 ? [] : [picture('chevron', -Math.round(gap / 2) - 6, 2, 12, 'text-3')];
    return [
      {
        stage,
        nameEnd: Math.round(left + Math.min(width - left, textWidth(stage.name, 'sans', 15, 600) + 4)),
        rect: { x, y: HEAD_TOP, width, height: HEAD_HEIGHT - HEAD_TOP },
        parts: [
          ...chevron,
          words(0, 13, number, { font: 'mono', size: 11, weight: 500, fill: 'text-3' }),
          words(left, 13, stage.name, { size: 12.5, weight: 600 }, width - left),
          ...drawRun(stage.run, 30, 11, width),
        ],
        middle: [
          ...chevron,
          words(0, 17, number, { font: 'mono', size: 14, weight: 500, fill: 'text-3' }),
          words(left + 4, 17, stage.name, { size: 15, weight: 600 }, width - left - 4),
          ...drawRun(stage.run, 32, 13, width),
        ],
      },
    ];
  });
}

/** The square and AWS's word on this baseline. */
function drawRun(run: PlanStage['run'], y: number, size: number, width: number): readonly Primitive[] {
  if (run === null) return [];
  return [
    { kind: 'rect', x: 0, y: y - 8, width: 8, height: 8, radius: 2, fill: run.token },
    words(13, y, run.word, { size, fill: 'text-2' }, width - 13),
  ];
}
