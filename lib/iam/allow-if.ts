// From a decision diagram to the condition under which the request is allowed.
import { chosenBy } from './chosen-by';
import { ALLOWED, DENIED, type Diagram, type DiagramNode } from './diagram';
import { allOf, anyOf, type Residual, sizeOf } from './residual';
import type { UnknownVariable } from './unknown-variable';

/** A longer formula helps nobody. */
const MOST_CONDITIONS = 200;

/** The condition under which the diagram comes out allowed; null where it hangs on more than conditions, or is too long to say.
 *  Never throws. */
export function allowIf(
  variables: readonly UnknownVariable[],
  diagram: Diagram,
  root: DiagramNode,
): Residual | null {
  const known = new Map<DiagramNode, Residual | null>();
  const below = (node: DiagramNode): Residual | null => {
    const kept = known.get(node);
    if (kept !== undefined) return kept;
    const said = say(node);
    known.set(node, said !== null && sizeOf(said) > MOST_CONDITIONS ? null : said);
    return known.get(node) ?? null;
  };
  const say = (node: DiagramNode): Residual | null => {
    const choice = diagram.choiceAt(node);
    const asks = choice === null ? null : (variables[choice.variable]?.asks ?? null);
    if (choice === null || asks === null) return null;
    const { children } = choice;
    const chosen = (child: DiagramNode) => chosenBy(asks.atoms, asks.ways, (way) => children[way] === child);
    const further = [...new Set(children)].filter((child) => child !== ALLOWED && child !== DENIED);
    const [only] = further;
    // Where the rest is denied or allowed at once, what is left need not be told apart from it again.
    const isTwofold = further.length === 1 && children.includes(ALLOWED) !== children.includes(DENIED);
    const parts: Residual[] = [];
    if (children.includes(ALLOWED)) {
      const at = chosen(ALLOWED);
      if (at === null) return null;
      parts.push(at);
    }
    if (isTwofold && only !== undefined && children.includes(ALLOWED)) {
      const rest = below(only);
      return rest === null ? null : anyOf([...parts, rest]);
    }
    for (const child of further) {
      const [at, rest] = [chosen(child), below(child)];
      if (at === null || rest === null) return null;
      parts.push(allOf([at, rest]));
    }
    return anyOf(parts);
  };
  return below(root);
}
