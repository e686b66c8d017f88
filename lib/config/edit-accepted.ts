// Changes to the text of a hatstack-accepted.yaml that leave its comments and its order alone.
import { isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { ACCEPTED_KEY, type GivenAcceptance, type GivenRisk } from './accepted-entries';

const HEAD = ` Findings whose risk somebody has accepted; docs/accepting-findings.md says how it is read.
 \`hatstack check\` counts them again after their last day.`;

/** The text with the entry: in the place of the one that accepts the same, else at the end. `text` has been read without a
 *  mistake. Never throws for such a text. */
export function withEntry(text: string, entry: Omit<GivenAcceptance, 'where'>): string {
  const document = parseDocument(text);
  if (text.trim() === '') document.commentBefore = HEAD;
  if (!isSeq(document.get(ACCEPTED_KEY))) document.set(ACCEPTED_KEY, document.createNode([]));
  const list = document.get(ACCEPTED_KEY) as YAMLSeq;
  list.flow = false;
  const { reason, author, expires, risk } = entry;
  const same = list.items.find((item): item is YAMLMap => isMap(item) && isSame(item, risk));
  const values = { reason, author, expires };
  if (same === undefined) list.add(document.createNode({ ...keysOf(risk), ...values }));
  else for (const [key, value] of Object.entries(values)) same.set(key, value);
  return document.toString({ lineWidth: 0 });
}

/** The text without the entries that accept this. Never throws for a text that was read without a mistake. */
export function withoutEntry(text: string, risk: GivenRisk): string {
  const document = parseDocument(text);
  const list = document.get(ACCEPTED_KEY);
  if (!isSeq(list)) return text;
  list.items = list.items.filter((item) => !(isMap(item) && isSame(item, risk)));
  return document.toString({ lineWidth: 0 });
}

function keysOf(risk: GivenRisk): Readonly<Record<string, string>> {
  return risk.kind === 'finding' ? { finding: risk.id } : { rule: risk.rule, subject: risk.subject };
}

function isSame(item: YAMLMap, risk: GivenRisk): boolean {
  return Object.entries(keysOf(risk)).every(([key, value]) => item.get(key) === value);
}
