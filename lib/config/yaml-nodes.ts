// Small questions to the nodes of a YAML document.
import { isNode, isScalar, type Pair, type Scalar } from 'yaml';

/** A number as it was written: `011111111111` is an account, not a count. Never throws. */
export function textOf(scalar: Scalar): string {
  return typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? String(scalar.value));
}

/** Never throws. */
export function keyOf({ key }: Pair): string {
  return isScalar(key) ? textOf(key) : String(key);
}

/** Where in the text the node begins. Never throws. */
export function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
