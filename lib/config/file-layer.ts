// The options that a hatstack.yaml gives, with the line of each.
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { nearest } from '@/lib/base/nearest';
import { type Given, listOf, type ReadLayer, type RoleOverrides } from './layer';
import { FINDINGS_KEY, type GivenFindings, readFindings } from './read-findings';
import { readOverrides } from './read-overrides';
import { type GivenServe, readServe, SERVE_KEY } from './read-serve';
import { type GivenTiers, readTiers, TIERS_KEY } from './read-tiers';
import { OVERRIDES_KEY, SCAN_OPTIONS, type ScanOptionName } from './scan-option-table';
import { keyOf, startOf, textOf } from './yaml-nodes';
import { yamlProblem } from './yaml-problem';

/** Reads the text of the file; `name` is what messages call it, `rules` those that it may tune, null where nobody asks. Never
 *  throws. */
export function fileLayer(name: string, text: string, rules: readonly string[] | null = null): ReadLayer {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const fault = yamlProblem(document, text, lines);
  if (fault !== null) return problem(`${name}:${fault}`);
  const root = document.contents;
  if (root === null) return { kind: 'layer', layer: new Map(), overrides: new Map() };
  if (!isMap(root))
    return problem(
      `${name}:${lineAt(startOf(root))}: the file must be keys and values, such as \`regions: [us-east-1]\``,
    );
  const layer = new Map<string, Given>();
  let overrides: RoleOverrides = new Map();
  let tiers: GivenTiers = {};
  let findings: GivenFindings = {};
  let serve: GivenServe = {};
  const whereOf = (node: unknown) => `${name}:${lineAt(startOf(node))}: `;
  for (const pair of root.items) {
    const key = keyOf(pair);
    const where = `${name}:${lineAt(startOf(pair.key))}: `;
    if (key === OVERRIDES_KEY) {
      const read = readOverrides(pair.value, whereOf);
      if (typeof read === 'string') return problem(read);
      overrides = read;
      continue;
    }
    if (key === TIERS_KEY) {
      const read = readTiers(pair.value, whereOf);
      if (typeof read === 'string') return problem(read);
      tiers = read;
      continue;
    }
    if (key === FINDINGS_KEY) {
      const read = readFindings(pair.value, whereOf, rules);
      if (typeof read === 'string') return problem(read);
      findings = read;
      continue;
    }
    if (key === SERVE_KEY) {
      const read = readServe(pair.value, whereOf);
      if (typeof read === 'string') return problem(read);
      serve = read;
      continue;
    }
    const option = SCAN_OPTIONS.find((one) => one.key === key);
    if (option === undefined) return problem(`${where}${unknownKey(key)}`);
    const read = valuesOf(option, pair.value);
    if (typeof read === 'string') return problem(`${where}\`${key}\` ${read}`);
    const places = read.map(({ node }) => whereOf(node));
    layer.set(key, { values: read.map(({ text }) => text), place: where, places, name: `\`${key}\`` });
  }
  return { kind: 'layer', layer, overrides, tiers, findings, serve };
}

interface Value {
  readonly text: string;
  /** Where it stands. */
  readonly node: unknown;
}

/** @returns the values, or what is wrong with them */
function valuesOf({ kind }: ScanOptionName, node: unknown): readonly Value[] | string {
  if (isEmpty(node)) return 'has no value: give one, or take the line out';
  if (kind === 'switch')
    return isScalar(node) && typeof node.value === 'boolean'
      ? [{ text: String(node.value), node }]
      : 'is either true or false, without quotes';
  if (kind === 'text') return isScalar(node) ? [plainValue(node)] : 'takes one value, not several';
  if (isScalar(node)) return listOf([textOf(node)]).map((text) => ({ text, node }));
  if (kind === 'pairs' && isMap(node)) return pairsIn(node);
  if (!isSeq(node)) return 'takes a list, such as [a, b]';
  const values: Value[] = [];
  for (const item of node.items) {
    if (!isScalar(item) || item.value === null) return 'takes a list of plain values';
    values.push(plainValue(item));
  }
  return values;
}

/** An empty list would read as "none is named", and that as another scan than was meant. */
function isEmpty(node: unknown): boolean {
  if (isScalar(node)) return node.value === null || textOf(node).trim() === '';
  return (isSeq(node) || isMap(node)) && node.items.length === 0;
}

function plainValue(node: Scalar): Value {
  return { text: textOf(node), node };
}

/** `{team: payments, stage: [dev, prod]}` as `team=payments`, `stage=dev`, `stage=prod`. */
function pairsIn({ items }: YAMLMap): readonly Value[] | string {
  const all: Value[] = [];
  for (const pair of items) {
    const values = isSeq(pair.value) ? pair.value.items : [pair.value];
    for (const node of values) {
      if (!isScalar(node) || node.value === null) return `takes plain values: look at \`${keyOf(pair)}\``;
      all.push({ text: `${keyOf(pair)}=${textOf(node)}`, node });
    }
  }
  return all;
}

function unknownKey(key: string): string {
  const keys = [
    ...SCAN_OPTIONS.map((option) => option.key),
    OVERRIDES_KEY,
    TIERS_KEY,
    FINDINGS_KEY,
    SERVE_KEY,
  ];
  const byFlag = SCAN_OPTIONS.find(({ flag }) => flag === key)?.key;
  const meant = byFlag ?? nearest(key, keys);
  const hint = meant === null ? `the keys are ${keys.join(', ')}` : `did you mean \`${meant}\`?`;
  return `there is no key \`${key}\`: ${hint}`;
}

function problem(text: string): ReadLayer {
  return { kind: 'problem', problem: text };
}
