// Draws whole boxes as one card each: an account, a region of it, or a stage's actions in a lane.
import { groupBy } from '@/lib/base/group-by';
import { countWords } from '../count-words';
import { stateWord } from '../state-word';
import type { AccountGroup } from './fold-choice';
import type { Shown } from './hide-plan';
import type { PlanCard, PlanLink, PlanStage } from './plan';
import { withNets } from './plan-links';
import { worst } from './worst';

interface FoldedBox {
  readonly id: string;
  /** Set of an account, or a group of them: whose rack it stands on, which has no region. */
  readonly rack: string | null;
}

/** The plan with these boxes folded. Links that end inside a folded box end at its card; what is between them is not drawn. Never throws. */
export function foldPlan(
  { cards, links }: Shown,
  stages: readonly PlanStage[],
  folded: readonly string[],
  groups: readonly AccountGroup[] = [],
): Shown {
  const boxes = new Set(folded);
  if (boxes.size === 0) return { cards, links };
  const groupOf = new Map(
    groups.flatMap((group) => group.accounts.map((account) => [account, group.id] as const)),
  );
  const boxOf = (card: PlanCard): FoldedBox | null => foldedBox(card, stages, boxes, groupOf);
  const gathered = groupBy(
    cards.filter((card) => boxOf(card) !== null),
    (card) => boxOf(card)?.id ?? '',
  );
  const into = new Map([...gathered].flatMap(([id, own]) => own.map((card) => [card.id, id] as const)));
  const drawn = new Set(cards.map((card) => card.id));
  return {
    cards: [
      ...cards.filter((card) => !into.has(card.id)),
      ...[...gathered].map(([id, own]) => foldedCard(id, own, own[0] === undefined ? null : boxOf(own[0]))),
    ],
    links: mergeLinks(links, into, drawn),
  };
}

function foldedBox(
  card: PlanCard,
  stages: readonly PlanStage[],
  boxes: ReadonlySet<string>,
  groupOf: ReadonlyMap<string, string>,
): FoldedBox | null {
  if (card.account === null) return null;
  const group = groupOf.get(card.account);
  if (group !== undefined && boxes.has(group)) return { id: `folded ${group}`, rack: group };
  if (boxes.has(`account:${card.account}`))
    return { id: `folded account:${card.account}`, rack: card.account };
  if (card.region === null) return null;
  const lane = `region:${card.account}/${card.region}`;
  if (boxes.has(lane)) return { id: `folded ${lane}`, rack: null };
  const stage = card.kind === 'action' ? `stage:${stages[card.column - 1]?.name ?? ''}` : '';
  return boxes.has(stage) ? { id: `folded ${stage} ${lane}`, rack: null } : null;
}

function foldedCard(id: string, own: readonly PlanCard[], box: FoldedBox | null): PlanCard {
  const rack = box?.rack ?? null;
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
  const marks = [...new Set(own.flatMap((card) => card.marks))];
  return {
    id,
    kind: 'folded',
    title,
    second,
    account: rack ?? own[0]?.account ?? null,
    region: rack !== null ? null : (own[0]?.region ?? null),
    column: rack !== null ? 0 : Math.min(...own.map((card) => card.column)),
    ...(rack === null ? {} : { perStage: perStageOf(actions) }),
    state,
    mark: state,
    overBroad,
    marks,
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

function perStageOf(actions: readonly PlanCard[]) {
  return [...groupBy(actions, (card) => card.column)].map(([column, own]) => ({
    column,
    count: own.length,
    state: worst(own.flatMap((card) => card.state ?? [])) ?? ('works' as const),
  }));
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
    marks: [...new Set(same.flatMap((link) => link.marks))],
  };
  return [merged];
}
