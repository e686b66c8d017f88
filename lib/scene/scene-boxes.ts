// Frames, lanes, heads and cards of a scene, in painting order.
import { drawCard } from './draw/draw-card';
import { farCard, farFrame, middleWords } from './draw/draw-far';
import { drawFrame, drawLane, laneLabelWidth, middleFrame, middleLane } from './draw/draw-frame';
import { drawHeads } from './draw/draw-heads';
import { drawPerStage } from './draw/draw-per-stage';
import type { Layout } from './layout/layout';
import { markedBy } from './marked-by';
import type { Plan, PlanCard } from './plan/plan';
import type { Box, Primitive } from './scene';

const DIMMED = 0.66;

/** The boxes: all frames, then all lanes, then the heads of the stages, then the cards that are in view. Never throws. */
export function sceneBoxes(
  plan: Plan,
  placed: Layout,
  selected: string | null,
  inView: (card: PlanCard) => boolean,
): readonly Box[] {
  return [
    ...frames(plan, placed),
    ...lanes(plan, placed),
    ...heads(plan, placed),
    ...cards(plan, placed, selected, inView),
  ];
}

const STILL = { opens: null, state: null, overBroad: false, opacity: 1, selected: false, paths: [] } as const;

function frames(plan: Plan, { geometry }: Layout): readonly Box[] {
  const rack = geometry.columns[0] ?? { x: 0, width: 0 };
  const folded = new Map(
    plan.cards.flatMap((card) => (card.perStage === undefined ? [] : [[card.account, card] as const])),
  );
  return plan.accounts.flatMap((account) => {
    const rect = geometry.frames.get(account.id);
    if (rect === undefined) return [];
    const look = { width: rect.width, height: rect.height, rackLeft: rack.x - rect.x, rackWidth: rack.width };
    const counts = drawPerStage(folded.get(account.id), rect, geometry);
    const read =
      account.read === 'not' ? ', not scanned' : account.read === 'partly' ? ', IAM was not read' : '';
    return [
      {
        ...STILL,
        id: account.box,
        shape: 'frame' as const,
        kind: 'account',
        ...rect,
        parts: [...drawFrame(account, look), ...counts],
        middle: [...middleFrame(account, look), ...counts],
        far: [
          ...drawFrame(account, { ...look, rackWidth: 0 }).filter(isGround),
          ...farFrame(account, plan.cards, rect),
        ],
        foldAt: { x: rect.width - 34, y: -9 },
        label: `${account.box === `account:${account.id}` ? `Account ${account.name}, ` : `${account.name}, `}${account.second}${account.prod ? ', tier prod' : ''}${read}`,
      },
    ];
  });
}

function isGround(part: Primitive): boolean {
  return part.kind === 'rect';
}

function lanes(plan: Plan, { geometry }: Layout): readonly Box[] {
  return geometry.lanes.map(({ account, region, ...rect }) => {
    const owner = plan.accounts.find((one) => one.id === account);
    const left = (geometry.columns[1]?.x ?? rect.x) - rect.x;
    const parts = drawLane(region, rect, left, owner?.read === 'not' ? 'hatched' : 'lane');
    return {
      ...STILL,
      id: `region:${account}/${region}`,
      shape: 'lane' as const,
      kind: 'region',
      ...rect,
      parts,
      middle: middleLane(region, left, parts),
      far: parts.filter(isGround),
      foldAt: { x: left + laneLabelWidth(region) + 3, y: 3 },
      label: `Region ${region} of ${owner?.name ?? account}`,
    };
  });
}

function heads(plan: Plan, { geometry }: Layout): readonly Box[] {
  return drawHeads(plan.stages, geometry).map(({ stage, rect, parts, middle, nameEnd }, index) => ({
    ...STILL,
    id: `stage:${stage.name}`,
    shape: 'head' as const,
    kind: 'stage',
    ...rect,
    parts,
    middle,
    foldAt: { x: Math.min(nameEnd + 3, rect.width - 16), y: 0 },
    label: `Stage ${index + 1}, ${stage.name}${stage.run === null ? '' : `, last run: ${stage.run.word}`}`,
  }));
}

function cards(
  plan: Plan,
  { geometry }: Layout,
  selected: string | null,
  inView: (card: PlanCard) => boolean,
): readonly Box[] {
  return plan.cards.filter(inView).flatMap((card) => {
    const rect = geometry.cards.get(card.id);
    if (rect === undefined) return [];
    const own = selected !== null && card.opens === selected;
    const dimmed = selected !== null && !card.paths.includes(selected);
    const look = { width: rect.width, height: rect.height, selected: own, dimmed };
    const parts = drawCard(card, look);
    return [
      {
        id: card.id,
        shape: 'card' as const,
        kind: card.kind,
        ...rect,
        parts,
        middle: [
          ...drawCard(plainly(card), look).filter((part) => isShape(part, card)),
          ...middleWords(card, rect),
        ],
        far: farCard(card, rect),
        label: card.label,
        opens: card.opens,
        state: card.state,
        overBroad: card.overBroad,
        ...markedBy(card),
        opacity: dimmed ? DIMMED : 1,
        selected: own,
        paths: card.paths,
      },
    ];
  });
}

/** Without foot, and with a tab that holds but the sign of a hat. */
function plainly(card: PlanCard): PlanCard {
  const wears = card.wears === null ? null : { ...card.wears, text: '', account: '' };
  return { ...card, foot: null, wears };
}

/** What is no word and no sign in a card: borders, lids, brims, tabs; of the tab's hat the sign stays. */
function isShape(part: Primitive, card: PlanCard): boolean {
  if (part.kind === 'text') return false;
  return part.kind !== 'glyph' || (card.kind === 'action' && part.y < 0);
}
