// Frames, lanes and cards of a scene, in painting order.
import { drawCard } from './draw/draw-card';
import { drawFrame, drawLane } from './draw/draw-frame';
import type { Layout } from './layout/layout';
import type { Plan } from './plan/plan';
import type { Box } from './scene';

const DIMMED = 0.66;

/** The boxes: all frames, then all lanes, then all cards. Never throws. */
export function sceneBoxes(plan: Plan, placed: Layout, selected: string | null): readonly Box[] {
  return [...frames(plan, placed), ...lanes(plan, placed), ...cards(plan, placed, selected)];
}

const STILL = { opens: null, state: null, overBroad: false, opacity: 1, selected: false, paths: [] } as const;

function frames(plan: Plan, { geometry }: Layout): readonly Box[] {
  const rack = geometry.columns[0] ?? { x: 0, width: 0 };
  return plan.accounts.flatMap((account) => {
    const rect = geometry.frames.get(account.id);
    if (rect === undefined) return [];
    const look = { width: rect.width, height: rect.height, rackLeft: rack.x - rect.x, rackWidth: rack.width };
    const read =
      account.read === 'not' ? ', not scanned' : account.read === 'partly' ? ', IAM was not read' : '';
    return [
      {
        ...STILL,
        id: `account:${account.id}`,
        shape: 'frame' as const,
        kind: 'account',
        ...rect,
        parts: drawFrame(account, look),
        label: `Account ${account.name}, ${account.id}${account.prod ? ', tier prod' : ''}${read}`,
      },
    ];
  });
}

function lanes(plan: Plan, { geometry }: Layout): readonly Box[] {
  return geometry.lanes.map(({ account, region, ...rect }) => ({
    ...STILL,
    id: `region:${account}/${region}`,
    shape: 'lane' as const,
    kind: 'region',
    ...rect,
    parts: drawLane(
      region,
      rect,
      (geometry.columns[1]?.x ?? rect.x) - rect.x,
      plan.accounts.find((one) => one.id === account)?.read === 'not' ? 'hatched' : 'lane',
    ),
    label: `Region ${region} of ${plan.accounts.find((one) => one.id === account)?.name ?? account}`,
  }));
}

function cards(plan: Plan, { geometry }: Layout, selected: string | null): readonly Box[] {
  return plan.cards.flatMap((card) => {
    const rect = geometry.cards.get(card.id);
    if (rect === undefined) return [];
    const own = selected !== null && card.opens === selected;
    const dimmed = selected !== null && !card.paths.includes(selected);
    return [
      {
        id: card.id,
        shape: 'card' as const,
        kind: card.kind,
        ...rect,
        parts: drawCard(card, { width: rect.width, height: rect.height, selected: own, dimmed }),
        label: card.label,
        opens: card.opens,
        state: card.state,
        overBroad: card.overBroad,
        opacity: dimmed ? DIMMED : 1,
        selected: own,
        paths: card.paths,
      },
    ];
  });
}
