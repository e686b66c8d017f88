// What turned an action, as a sentence, and the words for what became of something.
import type { ActionChange, Change, ChangeKind, FindingChange, Standing } from '@/lib/compare/comparison';
import type { Inventory } from '@/lib/model/inventory';
import { accountName } from './naming';
import { stateWord } from './state-word';

/** What became of it, after its name. */
export const CHANGE_WORDS: Readonly<Record<ChangeKind, string>> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  'no-longer-known': 'no longer known',
  'now-known': 'now known',
};

/** `works → broken`; `not there` where a side has none. Never throws. */
export function turnWords(before: Standing | null, after: Standing | null): string {
  return `${standingWord(before)} → ${standingWord(after)}`;
}

/** `works, over-broad`. Never throws. */
export function standingWord(one: Standing | null): string {
  if (one === null) return 'not there';
  return `${stateWord(one.state)}${one.overBroad ? ', over-broad' : ''}`;
}

/** `the key policy of artifacts-use2 in tools`. Never throws. */
export function changeName({ title, account }: Change, inventory: Inventory): string {
  return account === null ? `the ${title}` : `the ${title} in ${accountName(inventory, account)}`;
}

/** What causes name, by id. */
export interface NamedByCauses {
  readonly changes: ReadonlyMap<string, Change>;
  readonly findings: ReadonlyMap<string, FindingChange>;
  /** That of after: for the names of accounts. */
  readonly inventory: Inventory;
}

/** What turned the action, in one or two sentences that begin in lower case. Never throws. */
export function causeSentence(known: NamedByCauses, { cause }: ActionChange): string {
  const { inventory } = known;
  const named = cause.changes.flatMap((id) => known.changes.get(id) ?? []);
  const list = named.map((one) => `${changeName(one, inventory)} (${CHANGE_WORDS[one.kind]})`).join(', ');
  const marks = cause.findings
    .flatMap((id) => known.findings.get(id) ?? [])
    .map(({ finding, kind }) => `${finding.title} (${kind === 'added' ? 'new' : CHANGE_WORDS[kind]})`);
  const parts = [
    ...(named.length === 0 ? [] : [documentSentence(cause.shown, named.length, list)]),
    ...(marks.length === 0 ? [] : [`the over-broad mark goes by: ${marks.join('; ')}`]),
    ...(cause.unread.length === 0 ? [] : [`not read: ${cause.unread.join('; ')}`]),
  ];
  return parts.length === 0 ? 'no document that was read explains it' : parts.join('; ');
}

function documentSentence(shown: ActionChange['cause']['shown'], count: number, list: string): string {
  if (shown === 'alone')
    return count === 1
      ? `because of ${list}, which alone turns it`
      : `because of any of these, each of which alone turns it: ${list}`;
  if (shown === 'together') return `because of these together, and none less: ${list}`;
  return count === 1
    ? `perhaps because of ${list}: it stands on the path, but does not turn it alone`
    : `perhaps because of some of these, which stand on the path: ${list}`;
}
