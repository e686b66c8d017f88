// Draws whole boxes as one card each: an account, a region of it, or a stage's actions in a lane.
import { groupBy } from '@/lib/base/group-by';
import { countWords } from '../count-words';
import { stateWord } from '../state-word';
import type { Shown } from './hide-plan';
import type { PlanCard, PlanLink, PlanStage } from './plan';
import { withNets } from './plan-links';
import { worst } from './worst';

interface FoldedBox {
  readonly id: string;
  /** An account stands on its rack, which has no region. */
  readonly isAccount: boolean;
}

/** The plan with these boxes folded. Links that end inside a folded box end at its card; what is between them is not drawn. Never throws. */
export function foldPlan(
  { cards, links }: Shown,
  stages: readonly PlanStage[],
  folded: readonly string[],
): Shown {
  const boxes = new Set(folded);
  if (boxes.size === 0) return { cards, links };
  const boxOf = (card: PlanCard): FoldedBox | null => foldedBox(card, stages, boxes);
  const groups = groupBy(
    cards.filter((card) => boxOf(card) !== null),
    (card) => boxOf(card)?.id ?? '',
  );
  const into = new Map([...groups].flatMap(([id, own]) => own.map((card) => [card.id, id] as const)));
  const drawn = new Set(cards.map((card) => card.id));
  return {
    cards: [
      ...cards.filter((card) => !into.has(card.id)),
      ...[...groups].map(([id, own]) =>
        foldedCard(
          id,
          own,
          own.some((card) => boxOf(card)?.isAccount),
        ),
      ),
    ],
    links: mergeLinks(links, into, drawn),
  };
}

function foldedBox(
  card: PlanCard,
  stages: readonly PlanStage[],
  boxes: ReadonlySet<string>,
): FoldedBox | null {
  if (card.account === null) return null;
  if (boxes.has(`account:${card.account}`)) return { id: `folded account:${card.account}`, isAccount: true };
  if (card.region === null) return null;
  const lane = `region:${card.account}/${card.region}`;
  if (boxes.has(lane)) return { id: `folded ${lane}`, isAccount: false };
  const stage = card.kind === 'action' ? `stage:${stages[card.column - 1]?.name ?? ''}` : '';
  return boxes.has(stage) ? { id: `folded ${stage} ${lane}`, isAccount: false } : null;
}

function foldedCard(id: string, own: readonly PlanCard[], isAccount: boolean): PlanCard {
  const actions = own.filter((card) => card.kind === 'action');
  const state = worst(own.flatMap((card) => card.state ?? []));
  const others = own.length - actions.length;
  const title =
    actions.length === 0
      ? `${own.length} ${own.length === 1 ? 'card' : 'cards'}`
      : `${actions.length} ${actions.length === 1 ? 'action' : 'actions'}`;
  const counts = countWords(actions.flatMap((card) => card.state ?? []));
  const rest = actions.length > 0 && others > 0 ? `${others} more` : '';
  const second = [counts, rest].filter((part) => part !== '').join(', ');
  const overBroad = own.some((card) => card.overBroad);
  return {
    id,
    kind: 'folded',
    title,
    second,
    account: own[0]?.account ?? null,
    region: isAccount ? null : (own[0]?.region ?? null),
    column: isAccount ? 0 : Math.min(...own.map((card) => card.column)),
    state,
    mark: state,
    overBroad,
    opens: null,
    scanned: own.every((card) => card.scanned),
    modelled: own.every((card) => card.modelled),
    wears: null,
    foot: null,
    glyph: 'stack',
    paths: [...new Set(own.flatMap((card) => card.paths))],
    atFault: false,
    label: `Folded: ${title}${second === '' ? '' : `, ${second}`}${state === null ? '' : `: ${stateWord(state)}`}${overBroad ? ', over-broad' : ''}`,
  };
}

function mergeLinks(
  links: readonly PlanLink[],
  into: ReadonlyMap<string, string>,
  drawn: ReadonlySet<string>,
): readonly PlanLink[] {
  const moved = links.flatMap((link): readonly PlanLink[] => {
    const from = into.get(link.from) ?? link.from;
    const to = into.get(link.to) ?? link.to;
    if (from === link.from && to === link.to) return [link];
    // What is called inside a folded box, also a resource drawn as the foot of an action, is told by the mark of the box.
    if (from === to || !drawn.has(link.to)) return [];
    return [{ ...link, id: `${link.kind} ${from} ${to}`, from, to }];
  });
  return withNets([...groupBy(moved, (link) => link.id).values()].flatMap(mergeOne));
}

function mergeOne(same: readonly PlanLink[]): readonly Omit<PlanLink, 'net'>[] {
  const [first] = same;
  if (first === undefined) return [];
  const states = same.flatMap((link) => (link.state === 'neutral' ? [] : [link.state]));
  const merged = {
    ...first,
    hops: same.flatMap((link) => link.hops),
    paths: [...new Set(same.flatMap((link) => link.paths))],
    state: worst(states) ?? ('neutral' as const),
    overBroad: same.some((link) => link.overBroad),
  };
  return [merged];
}
