// The entries of a hatstack-accepted.yaml, each with its line; or the first mistake.
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { notA } from './read-tiers';
import { keyOf, startOf, textOf } from './yaml-nodes';
import { yamlProblem } from './yaml-problem';

export const ACCEPTED_KEY = 'accepted';
const KEYS = ['finding', 'rule', 'subject', 'reason', 'author', 'expires'] as const;
type Key = (typeof KEYS)[number];

/** What an entry accepts: a finding's id, or a rule and an ARN with `*` and `?`. */
export type GivenRisk =
  | { readonly kind: 'finding'; readonly id: string }
  | { readonly kind: 'rule'; readonly rule: string; readonly subject: string };

export interface GivenAcceptance {
  readonly risk: GivenRisk;
  readonly reason: string;
  readonly author: string;
  /** `YYYY-MM-DD`: the last day on which it holds. */
  readonly expires: string;
  /** `hatstack-accepted.yaml:12` */
  readonly where: string;
}

export type ReadAccepted =
  | { readonly kind: 'accepted'; readonly entries: readonly GivenAcceptance[] }
  | { readonly kind: 'problem'; readonly problem: string };

/** Reads the text of the file; `name` is what messages call it, `rules` those that there are. Never throws. */
export function readEntries(name: string, text: string, rules: readonly string[]): ReadAccepted {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeOf = (offset: number) => `${name}:${lines.linePos(offset).line}`;
  const fault = yamlProblem(document, text, lines);
  if (fault !== null) return problem(`${name}:${fault}`);
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) return { kind: 'accepted', entries: [] };
  const takes = `\`${ACCEPTED_KEY}\` takes a list, each with a finding (or rule and subject), reason, author and expires`;
  if (!isMap(root)) return problem(`${placeOf(startOf(root))}: ${takes}`);
  const entries: GivenAcceptance[] = [];
  for (const pair of root.items) {
    const at = placeOf(startOf(pair.key));
    if (keyOf(pair) !== ACCEPTED_KEY) return problem(`${at}: ${notA('key', keyOf(pair), [ACCEPTED_KEY])}`);
    if (pair.value === null || (isScalar(pair.value) && pair.value.value === null)) continue;
    if (!isSeq(pair.value)) return problem(`${at}: ${takes}`);
    for (const item of pair.value.items) {
      const where = placeOf(startOf(item));
      if (!isMap(item)) return problem(`${where}: ${takes}`);
      const read = readEntry(item, where, placeOf, rules);
      if (typeof read === 'string') return problem(read);
      entries.push(read);
    }
  }
  return { kind: 'accepted', entries };
}

function readEntry(
  item: YAMLMap,
  where: string,
  placeOf: (offset: number) => string,
  rules: readonly string[],
): GivenAcceptance | string {
  const given: { [key in Key]?: string } = {};
  for (const pair of item.items) {
    const at = placeOf(startOf(pair.key));
    const key = KEYS.find((one) => one === keyOf(pair));
    if (key === undefined) return `${at}: ${notA('key', keyOf(pair), KEYS)}`;
    const text = isScalar(pair.value) && pair.value.value !== null ? textOf(pair.value).trim() : '';
    const wrong = mistakeInEntry(key, text, rules);
    if (wrong !== null) return `${at}: \`${key}\` ${wrong}`;
    given[key] = text;
  }
  const { reason, author, expires } = given;
  const risk = riskOf(given);
  if (typeof risk === 'string') return `${where}: ${risk}`;
  if (reason === undefined) return `${where}: this entry gives no \`reason\``;
  if (author === undefined) return `${where}: this entry gives no \`author\``;
  if (expires === undefined)
    return `${where}: this entry gives no \`expires\`: the last day on which it holds, such as 2026-12-31`;
  return { risk, reason, author, expires, where };
}

function riskOf({ finding, rule, subject }: { [key in Key]?: string }): GivenRisk | string {
  if (finding !== undefined)
    return rule === undefined && subject === undefined
      ? { kind: 'finding', id: finding }
      : 'this entry has both `finding` and `rule` or `subject`: give one or the other';
  if (rule === undefined) return 'this entry has no `finding`, and no `rule` with a `subject`';
  if (subject === undefined) return 'this entry has a `rule` but no `subject` (an ARN, * and ? allowed)';
  return { kind: 'rule', rule, subject };
}

/** What is wrong with the value of one key of an entry; null where nothing is. Never throws. */
export function mistakeInEntry(key: Key, text: string, rules: readonly string[]): string | null {
  if (text === '') return 'has no value: give one, on one line';
  if (key === 'expires')
    return isDay(text) ? null : `\`${text}\` is no day: give year, month and day, such as 2026-12-31`;
  const rule = key === 'rule' ? text : key === 'finding' ? (text.split(' ')[0] ?? '') : null;
  if (rule !== null && !rules.includes(rule))
    return `names a rule that is not known: ${notA('rule', rule, rules)}`;
  return key === 'finding' && !text.includes(' ')
    ? `\`${text}\` is a rule alone: a finding's id is its rule and its subject, such as \`${text} arn:aws:…\``
    : null;
}

/** Whether the text is a day that there is, as `YYYY-MM-DD`. Never throws. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function problem(text: string): ReadAccepted {
  return { kind: 'problem', problem: text };
}
