// The options that a hatstack.yaml gives, with the line of each.
import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type Scalar } from 'yaml';
import { type Given, listOf, type ReadLayer } from './layer';
import { nearest } from './nearest';
import { SCAN_OPTIONS, type ScanOptionName } from './scan-option-table';

/** Reads the text of the file; `name` is what messages call it. Never throws. */
export function fileLayer(name: string, text: string): ReadLayer {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const [error] = document.errors;
  if (error !== undefined)
    return problem(`${name}:${lineAt(error.pos[0])}: this is no YAML: ${oneLine(error.message)}`);
  const root = document.contents;
  if (root === null) return { kind: 'layer', layer: new Map() };
  if (!isMap(root))
    return problem(
      `${name}:${lineAt(startOf(root))}: the file must be keys and values, such as \`regions: [us-east-1]\``,
    );
  const layer = new Map<string, Given>();
  for (const pair of root.items) {
    const key = keyOf(pair);
    const where = `${name}:${lineAt(startOf(pair.key))}: `;
    const option = SCAN_OPTIONS.find((one) => one.key === key);
    if (option === undefined) return problem(`${where}${unknownKey(key)}`);
    const values = valuesOf(option, pair.value);
    if (typeof values === 'string') return problem(`${where}\`${key}\` ${values}`);
    layer.set(key, { values, where: `${where}\`${key}\`: `, name: key });
  }
  return { kind: 'layer', layer };
}

/** @returns the values, or what is wrong with them */
function valuesOf({ kind }: ScanOptionName, node: unknown): readonly string[] | string {
  if (isScalar(node) && node.value === null) return 'has no value: give one, or take the line out';
  if (kind === 'switch')
    return isScalar(node) && typeof node.value === 'boolean'
      ? [String(node.value)]
      : 'is either true or false';
  if (kind === 'text') return isScalar(node) ? [textOf(node)] : 'takes one value, not several';
  if (isScalar(node)) return listOf([textOf(node)]);
  if (!isSeq(node)) return 'takes a list, such as [a, b]';
  const texts: string[] = [];
  for (const item of node.items) {
    if (!isScalar(item) || item.value === null) return 'takes a list of plain values';
    texts.push(textOf(item));
  }
  return texts;
}

/** A number as it was written: `011111111111` is an account, not a count. */
function textOf(scalar: Scalar): string {
  return typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? String(scalar.value));
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? textOf(key) : String(key);
}

function unknownKey(key: string): string {
  const keys = SCAN_OPTIONS.map((option) => option.key);
  const byFlag = SCAN_OPTIONS.find(({ flag }) => flag === key)?.key;
  const meant = byFlag ?? nearest(key, keys);
  const hint = meant === null ? `the keys are ${keys.join(', ')}` : `did you mean \`${meant}\`?`;
  return `there is no key \`${key}\`: ${hint}`;
}

function startOf(node: unknown): number {
  return isNodeWithRange(node) ? node.range[0] : 0;
}

function isNodeWithRange(node: unknown): node is Node & { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function oneLine(text: string): string {
  return text.split('\n')[0]?.replace(/:?\s*$/, '') ?? '';
}

function problem(text: string): ReadLayer {
  return { kind: 'problem', problem: text };
}
