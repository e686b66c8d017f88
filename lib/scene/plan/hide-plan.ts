// Leaves cards out of a plan: what is hidden, and what nothing shown comes by any more.
import { finder } from '../find';
import type { PlanCard, PlanLink } from './plan';
import { isJudged } from './plan-links';
import { worst } from './worst';

export interface Shown {
  readonly cards: readonly PlanCard[];
  readonly links: readonly PlanLink[];
}

/** What is left when the Hide field says this. The action in focus, and what its path needs, is never hidden. Never throws. */
export function hideFromPlan(
  cards: readonly PlanCard[],
  links: readonly PlanLink[],
  hidden: string,
  selected: string | null,
): Shown {
  const isMeant = finder(hidden);
  if (isMeant === null) return { cards, links };
  const gone = new Set(
    cards
      .filter((card) => card.opens !== null && card.opens !== selected && isMeant(card))
      .map((card) => card.opens),
  );
  const stays = (path: string): boolean => !gone.has(path);
  const left = cards.filter((card) => {
    if (card.opens !== null) return stays(card.opens);
    if (selected !== null && card.paths.includes(selected)) return true;
    return !isMeant(card) && (card.paths.length === 0 || card.paths.some(stays));
  });
  const ids = new Set(left.map((card) => card.id));
  const all = new Set(cards.map((card) => card.id));
  return {
    cards: left.map((card) => ({ ...card, paths: card.paths.filter(stays) })),
    links: links.flatMap((link) => {
      const paths = link.paths.filter(stays);
      if (paths.length === 0 || !ids.has(link.from) || (all.has(link.to) && !ids.has(link.to))) return [];
      const hops = link.hops.filter((hop) => stays(hop.path));
      const judged = hops.filter((hop) => isJudged(hop.judged)).map((hop) => hop.judged.state);
      return [{ ...link, paths, hops, state: worst(judged) ?? 'neutral' }];
    }),
  };
}
