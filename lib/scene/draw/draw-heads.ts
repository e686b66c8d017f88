// The heads above the columns: stage number, name, and the last run as a square with AWS's word.
import type { Geometry } from '../layout/geometry';
import { HEAD_TOP } from '../layout/sizes';
import type { PlanStage } from '../plan/plan';
import type { Primitive } from '../scene';
import { textWidth } from '../text-metrics';
import { picture, words } from './ink';

/** The heads of all stages, absolute. Never throws. */
export function drawHeads(stages: readonly PlanStage[], geometry: Geometry): readonly Primitive[] {
  return stages.flatMap((stage, index): Primitive[] => {
    const column = geometry.columns[index + 1];
    if (column === undefined) return [];
    const { x, width } = column;
    const number = `${index + 1}`;
    const left = x + Math.ceil(textWidth(number, 'mono', 11, 500)) + 7;
    const gap = x - ((geometry.columns[index]?.x ?? 0) + (geometry.columns[index]?.width ?? 0));
    return [
      ...(index === 0 ? [] : [picture('chevron', x - Math.round(gap / 2) - 6, HEAD_TOP + 2, 12, 'text-3')]),
      words(x, HEAD_TOP + 13, number, { font: 'mono', size: 11, weight: 500, fill: 'text-3' }),
      words(left, HEAD_TOP + 13, stage.name, { size: 12.5, weight: 600 }, x + width - left),
      { kind: 'rect', x, y: HEAD_TOP + 22, width: 8, height: 8, radius: 2, fill: stage.run.token },
      words(x + 13, HEAD_TOP + 30, stage.run.word, { size: 11, fill: 'text-2' }, width - 13),
    ];
  });
}
