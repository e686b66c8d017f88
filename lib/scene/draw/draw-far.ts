// What is drawn of cards and frames from further away: larger names without second lines, then counts and states only.
import type { PlanAccount, PlanCard } from '../plan/plan';
import type { Primitive, Token } from '../scene';
import { textWidth } from '../text-metrics';
import { picture, words } from './ink';
import { borderStroke, textToken } from './state-style';
import { wrapName } from './wrap';

interface Size {
  readonly width: number;
  readonly height: number;
}

const TITLE = { font: 'sans', size: 13.5, weight: 600 } as const;

const SIGN = 16;

/** The name of a card on up to two lines, its mark, and what it is, as a sign or in a word, where that leaves the name whole; to be
 *  laid over its empty shape. Never throws. */
export function middleWords(card: PlanCard, { width, height }: Size): readonly Primitive[] {
  if (card.kind === 'service') return [words(33, 17, card.title, { size: 13, fill: 'text-2' }, width - 33)];
  const mark = markOf(card);
  const side = card.kind === 'key' ? 16 : 9;
  const isRounded = card.kind === 'key' || card.kind === 'hat';
  const room = width - 2 * side - (mark === null ? 0 : 17) + (isRounded && mark === null ? 2 : 0);
  const isLow = height < 44;
  const size = isLow ? 12.5 : TITLE.size;
  const pitch = isLow ? 14 : 16;
  const linesIn = (px: number) =>
    wrapName(card.title, px, card.atFault ? 1 : 2, TITLE.font, size, TITLE.weight);
  const isWhole = (lines: readonly string[]) =>
    lines.join('').replaceAll(' ', '') === card.title.replaceAll(' ', '');
  const isSigned = SIGNED.has(card.kind) && isWhole(linesIn(room - SIGN - 5));
  const left = isSigned ? side + SIGN + 5 : side;
  const lines = linesIn(isSigned ? room - SIGN - 5 : room);
  const below = wordBelow(card, (lines.length + 1) * pitch <= height - 10);
  const count = lines.length + (below === null ? 0 : 1);
  const top = height / 2 - ((count - 1) * pitch) / 2 + size * 0.36;
  return [
    ...(isSigned
      ? [picture(card.glyph, side, Math.round(top - size * 0.36 - SIGN / 2), SIGN, 'text', 1.9)]
      : []),
    ...lines.map((line, index): Primitive => {
      const part = words(left, Math.round(top + index * pitch), line, { ...TITLE, size });
      return part.kind === 'text' && !isWhole(lines) ? { ...part, full: card.title } : part;
    }),
    ...(below === null
      ? []
      : [
          words(
            side,
            Math.round(top + lines.length * pitch),
            below.text,
            { size: 12, fill: below.fill },
            width - 2 * side,
          ),
        ]),
    ...(mark === null ? [] : [picture(mark, width - side - 14, 6, 15, mark, 2.2)]),
  ];
}

/** What tells these apart is a sign; an action says its provider in a word. */
const SIGNED: ReadonlySet<PlanCard['kind']> = new Set([
  'hat',
  'store',
  'bucket',
  'key',
  'connection',
  'resource',
  'ci',
]);

/** Under the name: why it is at fault, or what an action does, where there is room for it. */
function wordBelow(card: PlanCard, hasRoom: boolean): { readonly text: string; readonly fill: Token } | null {
  const mark = markOf(card);
  if (card.atFault && mark !== null) return { text: card.second, fill: textToken(mark) };
  return card.kind === 'action' && hasRoom ? { text: card.second, fill: 'text-2' } : null;
}

/** From far away: a plate in the colour of the card's mark. Never throws. */
export function farCard(card: PlanCard, { width, height }: Size): readonly Primitive[] {
  const mark = markOf(card);
  const radius = card.kind === 'key' ? height / 2 : card.kind === 'hat' ? 14 : 7;
  if (card.kind === 'service') return [];
  const border = borderStroke(mark);
  return [
    {
      kind: 'rect',
      x: 0,
      y: 0,
      width,
      height,
      radius,
      fill: mark === null || mark === 'works' ? 'raised' : `${mark}-bg`,
      ...border,
      strokeWidth: mark === null || mark === 'works' ? 1.5 : 3,
    },
    ...(mark === null || mark === 'works'
      ? []
      : [picture(mark, width / 2 - 13, height / 2 - 13, 26, mark, 2.4)]),
  ];
}

/** An action shows how it stands; anything else only its own fault. */
function markOf(card: PlanCard): PlanCard['mark'] {
  return card.kind === 'action' || card.kind === 'folded' || card.mark !== 'works' ? card.mark : null;
}

/** From far away: an account's name, and how many of its actions stand how, large enough to be read. Never throws. */
export function farFrame(
  account: PlanAccount,
  cards: readonly PlanCard[],
  { width, height }: Size,
): readonly Primitive[] {
  const actions = cards.filter((card) => card.kind === 'action' && card.account === account.id);
  const size = Math.min(30, Math.max(20, height / 4));
  let x = 20;
  const y = Math.round(height / 2 + size * 0.36);
  const name = words(x, y, account.name, { size, weight: 650 }, width * 0.55);
  x += (name.kind === 'text' ? textWidth(name.text, 'sans', size, 650) : 0) + 24;
  const parts: Primitive[] = [];
  for (const state of ['broken', 'unknown', 'depends', 'works'] as const) {
    const count = actions.filter((card) => card.state === state).length;
    if (count === 0) continue;
    const text = `${count}`;
    parts.push(picture(state, x, y - size * 0.85, size, state, 2.2));
    parts.push(words(x + size + 6, y, text, { size, weight: 600, fill: textToken(state) }));
    x += size + 6 + textWidth(text, 'sans', size, 600) + 20;
  }
  return [
    {
      kind: 'rect',
      x: 10,
      y: y - size,
      width: Math.min(width - 20, x - 16),
      height: size * 1.36,
      radius: 10,
      fill: 'surface',
    },
    name,
    ...parts,
  ];
}
