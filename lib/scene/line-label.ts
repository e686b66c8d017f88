// What a screen reader says of an edge.

import { sideWords } from './plan/fault-words';
import type { Plan } from './plan/plan';
import type { SeenLink } from './seen-links';
import { stateWord } from './state-word';
import { verbOf } from './verbs';

/** `Hop 5 of 7, Deploy-Prod decrypts artifacts-use2 in tools: broken. prod says yes, tools says nothing.` Never throws. */
export function lineLabels(plan: Plan, selected: string | null): (one: SeenLink) => string {
  const cards = new Map(plan.cards.map((card) => [card.id, card]));
  const names = new Map(plan.accounts.map(({ id, name }) => [id, name]));
  const title = (id: string): string => cards.get(id)?.title ?? id;
  const nameOf = (id: string): string => names.get(id) ?? id;
  const place = (id: string): string => {
    const account = cards.get(id)?.account ?? null;
    return account === null ? '' : ` in ${nameOf(account)}`;
  };
  const total =
    selected === null
      ? 0
      : plan.links.flatMap((one) => one.hops.filter((hop) => hop.path === selected)).length;
  return ({ link, focus, hops, state }) => {
    const verb =
      link.kind === 'wears'
        ? 'is worn by'
        : [...new Set(hops.map(({ judged }) => verbOf(judged.hop.kind)))].join(', ');
    const target = cards.has(link.to) ? `${title(link.to)}${place(link.to)}` : targetName(link.to);
    const numbers = hops.map((hop) => hop.number).join(' and ');
    const head = focus && hops.length > 0 ? `Hop ${numbers} of ${total}, ` : '';
    const verdict = state === 'neutral' ? '' : `: ${stateWord(state)}${link.overBroad ? ', over-broad' : ''}`;
    const worst = hops.find(({ judged }) => judged.state === state)?.judged;
    const why =
      worst === undefined || state === 'works' || state === 'neutral'
        ? ''
        : `. ${sideWords(worst, nameOf).join(' ')}`;
    return `${head}${title(link.from)} ${verb} ${target}${verdict}${why}`;
  };
}

function targetName(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}
