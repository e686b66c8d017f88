// The tiers of hatstack.yaml: which accounts, units, tags and names belong to which.
import { isMap, isScalar, isSeq } from 'yaml';
import { nearest } from '@/lib/base/nearest';
import { ACCOUNT, TAG } from './shapes';
import { keyOf, textOf } from './yaml-nodes';

export const TIERS_KEY = 'tiers';
const NAMES = ['sandbox', 'dev', 'test', 'stage', 'prod', 'tools'] as const;
const WAYS = ['accounts', 'ous', 'tags', 'names'] as const;

/** What the file says of one tier. */
export interface GivenTier {
  readonly accounts?: readonly string[];
  readonly ous?: readonly string[];
  readonly tags?: readonly { readonly key: string; readonly value: string }[];
  readonly names?: readonly string[];
}

export type GivenTiers = { readonly [tier in (typeof NAMES)[number]]?: GivenTier };

type Where = (node: unknown) => string;

/** The table under `tiers`; or the first mistake as one line. Never throws. */
export function readTiers(node: unknown, where: Where): GivenTiers | string {
  if (!isMap(node))
    return `${where(node)}\`tiers\` takes tiers, each with ${WAYS.join(', ')} or some of them`;
  const tiers: { [tier: string]: GivenTier } = {};
  for (const pair of node.items) {
    const name = keyOf(pair);
    if (!NAMES.some((one) => one === name)) return `${where(pair.key)}${notA('tier', name, NAMES)}`;
    const read = readTier(pair.value, where, name, pair.key);
    if (typeof read === 'string') return read;
    tiers[name] = read;
  }
  return tiers;
}

function readTier(node: unknown, where: Where, tier: string, at: unknown): GivenTier | string {
  if (!isMap(node)) return `${where(at)}\`${tier}\` takes ${WAYS.join(', ')} or some of them`;
  const given: { -readonly [way in keyof GivenTier]: GivenTier[way] } = {};
  for (const pair of node.items) {
    const way = WAYS.find((one) => one === keyOf(pair));
    if (way === undefined) return `${where(pair.key)}${notA('key', keyOf(pair), WAYS)}`;
    const texts = textsIn(pair.value);
    if (texts === null || texts.length === 0)
      return `${where(pair.key)}\`${way}\` of ${tier} takes a list, such as ${EXAMPLES[way]}`;
    if (way === 'tags') {
      const wrong = texts.find((text) => !TAG.test(text));
      if (wrong !== undefined) return `${where(pair.key)}\`${wrong}\` is no tag: give KEY=VALUE`;
      given.tags = texts.map(tagOf);
      continue;
    }
    const wrong = way === 'accounts' ? texts.find((text) => !ACCOUNT.test(text)) : undefined;
    if (wrong !== undefined)
      return `${where(pair.key)}\`${wrong}\` is no account id: give its twelve digits, without dashes`;
    given[way] = texts;
  }
  return given;
}

const EXAMPLES = {
  accounts: '["111122223333"]',
  ous: '[Prod]',
  tags: '[environment=prod]',
  names: '["*-prod"]',
} as const;

function tagOf(text: string): { key: string; value: string } {
  const at = text.indexOf('=');
  return { key: text.slice(0, at), value: text.slice(at + 1) };
}

/** The plain values of a list, or of one scalar; null where something else stands. Never throws. */
export function textsIn(node: unknown): readonly string[] | null {
  const items = isSeq(node) ? node.items : [node];
  const texts: string[] = [];
  for (const item of items) {
    if (!isScalar(item) || item.value === null) return null;
    texts.push(textOf(item));
  }
  return texts;
}

/** `there is no rule `x`: did you mean `y`?` Never throws. */
export function notA(what: string, given: string, known: readonly string[]): string {
  const meant = nearest(given, known);
  const hint =
    meant !== null
      ? `did you mean \`${meant}\`?`
      : known.length <= 12
        ? `there are ${known.join(', ')}`
        : 'see docs/findings/README.md';
  return `there is no ${what} \`${given}\`: ${hint}`;
}
