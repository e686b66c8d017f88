// Account frames and region lanes.
import { titleLines } from '../layout/sizes';
import type { PlanAccount } from '../plan/plan';
import type { Primitive } from '../scene';
import { textWidth } from '../text-metrics';
import { picture, words } from './ink';

export interface FrameLook {
  readonly width: number;
  readonly height: number;
  /** Where the rack begins, px from the frame's left. */
  readonly rackLeft: number;
  readonly rackWidth: number;
}

/** An account. What was not scanned is dotted and hatched and says so. Never throws. */
export function drawFrame(account: PlanAccount, look: FrameLook): readonly Primitive[] {
  const { width, height, rackLeft, rackWidth } = look;
  const box = { kind: 'rect', x: 0, y: 0, width, height, radius: 12 } as const;
  const known = account.read !== 'not';
  const border = !known
    ? ({ stroke: 'unknown', strokeWidth: 2, dash: '1 6', cap: 'round' } as const)
    : account.prod
      ? ({ stroke: 'ink', strokeWidth: 2 } as const)
      : ({ stroke: 'line-3', strokeWidth: 1.5 } as const);
  return [
    { ...box, fill: 'surface' },
    ...(account.read === 'whole' ? [] : [{ ...box, fill: 'hatch' as const }]),
    { ...box, ...border },
    ...frameTitle(account, rackLeft, rackWidth),
  ];
}

/** The same from further away: a larger name, without the number. Never throws. */
export function middleFrame(account: PlanAccount, look: FrameLook): readonly Primitive[] {
  const read =
    account.read === 'whole' ? [] : [picture('unscanned', look.rackLeft - 22, 10, 17, 'unknown-t')];
  return [
    ...drawFrame(account, look).filter((part) => part.kind === 'rect'),
    words(look.rackLeft, 24, account.name, { size: 16, weight: 650 }, look.rackWidth + 8),
    // Of a group the name is but a number: which accounts these are is its name.
    ...(account.box.startsWith('accounts:')
      ? [
          words(
            look.rackLeft,
            41,
            account.second,
            { font: 'mono', size: 12, fill: 'text-2' },
            look.rackWidth + 8,
          ),
        ]
      : []),
    ...read,
  ];
}

function frameTitle(account: PlanAccount, left: number, room: number): readonly Primitive[] {
  const below = titleLines(account.name, account.second, room) === 2;
  const name = words(left, 22, account.name, { size: 13, weight: 650 }, room + 8);
  const width = name.kind === 'text' ? textWidth(name.text, 'sans', 13, 650) : 0;
  const id = { font: 'mono', size: 10.5, fill: 'text-3' } as const;
  const word = account.read === 'not' ? 'not scanned' : account.read === 'partly' ? 'IAM was not read' : '';
  const wordTop = below ? 44 : 28;
  return [
    name,
    ...(account.name === account.second
      ? []
      : [words(below ? left : Math.round(left + width + 6), below ? 37 : 22, account.second, id, room + 8)]),
    ...(word === ''
      ? []
      : [
          picture('unscanned', left, wordTop, 12, 'unknown-t'),
          words(left + 17, wordTop + 10, word, { size: 11, weight: 600, fill: 'unknown-t' }),
        ]),
  ];
}

/** How wide the name of a region is drawn at most, with its sign, px. Never throws. */
export function laneLabelWidth(region: string): number {
  return Math.ceil(17 + textWidth(region, 'mono', MIDDLE_REGION, 500));
}

const MIDDLE_REGION = 13;

/** A lane from further away: its name larger. Never throws. */
export function middleLane(region: string, left: number, near: readonly Primitive[]): readonly Primitive[] {
  return [
    ...near.filter((part) => part.kind === 'rect'),
    picture('region', left, 6, 13, 'text-3'),
    words(left + 17, 17, region, { font: 'mono', size: MIDDLE_REGION, weight: 500, fill: 'text-3' }),
  ];
}

/** A region inside an account; `left` is where its first column begins, px from the lane's left. Never throws. */
export function drawLane(
  region: string,
  { width, height }: { readonly width: number; readonly height: number },
  left: number,
  ground: 'lane' | 'hatched',
): readonly Primitive[] {
  return [
    {
      kind: 'rect',
      x: 0,
      y: 0,
      width,
      height,
      radius: 8,
      ...(ground === 'lane' ? { fill: 'lane' as const } : {}),
      stroke: 'line',
      strokeWidth: 1,
    },
    picture('region', left, 7, 11, 'text-3'),
    words(left + 15, 16, region, { font: 'mono', size: 10.5, weight: 500, fill: 'text-3' }),
  ];
}
