// A decision diagram: what comes out for every way to fill in some variables, with what makes no difference left out.

/** A node: 0 and 1 are the two outcomes, any other number a choice between further nodes. */
export type DiagramNode = number;

export const DENIED: DiagramNode = 0;
export const ALLOWED: DiagramNode = 1;

export interface Diagram {
  /** The node that asks for this variable and goes on to these, one for each of its values. */
  readonly choose: (variable: number, children: readonly DiagramNode[]) => DiagramNode;
  /** Which variable a node asks for, and where each of its values leads; null for an outcome. */
  readonly choiceAt: (node: DiagramNode) => Choice | null;
  /** The variables on which the outcome below the node truly hangs. */
  readonly decisive: (root: DiagramNode) => ReadonlySet<number>;
  /** A way to an outcome: which value of which variable; null when there is none. */
  readonly wayTo: (root: DiagramNode, outcome: DiagramNode) => ReadonlyMap<number, number> | null;
}

export interface Choice {
  readonly variable: number;
  readonly children: readonly DiagramNode[];
}

/** An empty diagram. Variables must be asked for in one order. INVARIANT (reduced): equal nodes are one node, and no node has only
 *  equal children; so a variable occurs exactly where the outcome hangs on it. Never throws. */
export function newDiagram(): Diagram {
  const choices: Choice[] = [];
  const known = new Map<string, DiagramNode>();
  const at = (node: DiagramNode) => choices[node - 2];

  function choose(variable: number, children: readonly DiagramNode[]): DiagramNode {
    const [first] = children;
    if (first !== undefined && children.every((child) => child === first)) return first;
    const key = `${variable}:${children.join()}`;
    const node = known.get(key) ?? choices.push({ variable, children }) + 1;
    known.set(key, node);
    return node;
  }

  function decisive(root: DiagramNode): ReadonlySet<number> {
    const found = new Set<number>();
    const seen = new Set<DiagramNode>();
    const open = [root];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      const choice = at(node);
      if (choice === undefined || seen.has(node)) continue;
      seen.add(node);
      found.add(choice.variable);
      open.push(...choice.children);
    }
    return found;
  }

  function wayTo(root: DiagramNode, outcome: DiagramNode): ReadonlyMap<number, number> | null {
    if (root === outcome) return new Map();
    const choice = at(root);
    if (choice === undefined) return null;
    for (const [value, child] of choice.children.entries()) {
      const further = wayTo(child, outcome);
      if (further !== null) return new Map([[choice.variable, value], ...further]);
    }
    return null;
  }

  return { choose, choiceAt: (node) => at(node) ?? null, decisive, wayTo };
}
