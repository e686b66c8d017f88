// The rules that hatstack.yaml tunes: off, another severity, exceptions with their reason.
import { isMap, isScalar, isSeq } from 'yaml';
import { notA } from './read-tiers';
import { keyOf, textOf } from './yaml-nodes';

export const FINDINGS_KEY = 'findings';
const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
const KEYS = ['severity', 'except'] as const;
const EXCEPTION_KEYS = ['subject', 'reason'] as const;

export interface GivenRule {
  readonly off?: boolean;
  readonly severity?: (typeof SEVERITIES)[number];
  readonly except?: readonly { readonly subject: string; readonly reason: string }[];
}

export type GivenFindings = { readonly [rule: string]: GivenRule };

type Where = (node: unknown) => string;

/** The table under `findings`, by rule; or the first mistake as one line. `rules`: those that there are; null where nobody asks.
 *  Never throws. */
export function readFindings(
  node: unknown,
  where: Where,
  rules: readonly string[] | null,
): GivenFindings | string {
  if (!isMap(node)) return `${where(node)}\`findings\` takes rules, each with off, a severity or a table`;
  const given: { [rule: string]: GivenRule } = {};
  for (const pair of node.items) {
    const rule = keyOf(pair);
    if (rules !== null && !rules.includes(rule)) return `${where(pair.key)}${notA('rule', rule, rules)}`;
    const read = readRule(pair.value, where, rule, pair.key);
    if (typeof read === 'string') return read;
    given[rule] = read;
  }
  return given;
}

function readRule(node: unknown, where: Where, rule: string, at: unknown): GivenRule | string {
  if (isScalar(node)) {
    // YAML 1.1 reads `off` as false; either way it is meant.
    if (node.value === false || node.value === 'off') return { off: true };
    const severity = SEVERITIES.find((one) => one === node.value);
    if (severity !== undefined) return { severity };
  }
  if (!isMap(node))
    return `${where(at)}\`${rule}\` is off, one of ${SEVERITIES.join(', ')}, or a table of severity and except`;
  const given: { -readonly [key in keyof GivenRule]: GivenRule[key] } = {};
  for (const pair of node.items) {
    const key = KEYS.find((one) => one === keyOf(pair));
    if (key === undefined) return `${where(pair.key)}${notA('key', keyOf(pair), KEYS)}`;
    if (key === 'severity') {
      const severity = SEVERITIES.find((one) => isScalar(pair.value) && one === pair.value.value);
      if (severity === undefined)
        return `${where(pair.key)}\`severity\` of ${rule} is one of ${SEVERITIES.join(', ')}`;
      given.severity = severity;
      continue;
    }
    const except = readExceptions(pair.value, where, rule, pair.key);
    if (typeof except === 'string') return except;
    given.except = except;
  }
  return given;
}

function readExceptions(
  node: unknown,
  where: Where,
  rule: string,
  at: unknown,
): NonNullable<GivenRule['except']> | string {
  const takes = `\`except\` of ${rule} takes a list, each with a subject (an ARN, * and ? allowed) and a reason`;
  if (!isSeq(node)) return `${where(at)}${takes}`;
  const list: { subject: string; reason: string }[] = [];
  for (const item of node.items) {
    if (!isMap(item)) return `${where(item)}${takes}`;
    const entry: { [key: string]: string } = {};
    for (const pair of item.items) {
      const key = keyOf(pair);
      if (!EXCEPTION_KEYS.some((one) => one === key))
        return `${where(pair.key)}${notA('key', key, EXCEPTION_KEYS)}`;
      entry[key] = isScalar(pair.value) && pair.value.value !== null ? textOf(pair.value).trim() : '';
    }
    const { subject = '', reason = '' } = entry;
    if (subject === '') return `${where(item)}an exception of ${rule} names no subject`;
    if (reason === '') return `${where(item)}an exception of ${rule} gives no reason`;
    list.push({ subject, reason });
  }
  return list;
}
