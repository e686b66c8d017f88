// What tells some ways an unknown may turn out from the others, in as few conditions as can be found.
import { allOf, anyOf, negated, type Residual } from './residual';

/** What tells some ways an unknown may turn out from the others: each way by which atoms hold. Null when the atoms do not tell. The
 *  shortest found: one atom, a few of which all or some hold, else one term for each way. Never throws. */
export function chosenBy(
  atoms: readonly Residual[],
  ways: readonly (readonly boolean[])[],
  isChosen: (way: number) => boolean,
): Residual | null {
  const chosen = ways.filter((_way, index) => isChosen(index));
  const others = ways.filter((_way, index) => !isChosen(index));
  if (chosen.some((one) => others.some((other) => one.join() === other.join()))) return null;
  const literals: readonly Literal[] = [
    ...atoms.map((atom, index) => ({ text: atom, index, truth: true })),
    ...atoms.map((atom, index) => ({ text: negated(atom), index, truth: false })),
  ];
  const inAll = literals.filter((literal) => chosen.every((way) => holds(literal, way)));
  const isTold = (some: readonly Literal[]) =>
    others.every((way) => some.some((literal) => !holds(literal, way)));
  if (isTold(inAll)) return allOf(needed(inAll, isTold).map((literal) => literal.text));
  const inNoOther = literals.filter((literal) => others.every((way) => !holds(literal, way)));
  const isCovered = (some: readonly Literal[]) =>
    chosen.every((way) => some.some((literal) => holds(literal, way)));
  if (isCovered(inNoOther)) return anyOf(needed(inNoOther, isCovered).map((literal) => literal.text));
  const terms: (readonly Literal[])[] = [];
  for (const way of chosen) {
    if (terms.some((term) => term.every((literal) => holds(literal, way)))) continue;
    terms.push(
      needed(
        literals.filter((literal) => holds(literal, way)),
        isTold,
      ),
    );
  }
  return anyOf(terms.map((term) => allOf(term.map((literal) => literal.text))));
}

interface Literal {
  readonly text: Residual;
  readonly index: number;
  readonly truth: boolean;
}

function holds(literal: Literal, way: readonly boolean[]): boolean {
  return way[literal.index] === literal.truth;
}

/** As few as suffice; what is stated plainly stays longest. */
function needed(
  literals: readonly Literal[],
  suffice: (some: readonly Literal[]) => boolean,
): readonly Literal[] {
  let left = literals;
  for (const literal of literals.toReversed()) {
    const without = left.filter((one) => one !== literal);
    if (suffice(without)) left = without;
  }
  return left;
}
