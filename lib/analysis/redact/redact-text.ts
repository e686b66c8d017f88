// Text with every name in it replaced: whole names only, the longest first, ARNs part by part.
import { withNames } from './arn-names';
import { ARN_IN_TEXT } from './collect-names';
import type { Pseudonyms } from './pseudonyms';

export type RedactText = (text: string) => string;

/** Stands for an account, or a part of an ARN, of which nobody knew when names were collected. */
const UNKNOWN = { account: '000000000000', name: 'name-0' };
/** AWS's documentation and the principals of its services name nobody. */
const OPEN =
  /^(?:https:\/\/(?:docs\.aws\.amazon\.com|aws\.amazon\.com|repost\.aws)\/\S*|[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?)$/;
/** Whatever may be the number of an account that nobody collected. */
const LONG_NUMBER = /(?<![0-9A-Za-z])\d{12}(?![0-9A-Za-z])/g;
const WORD = /[\p{L}\p{N}]/u;

/** Replaces the names in texts, the same one always by the same. A name of one letter is replaced where it is the whole text. */
export function redactTextWith({ byName }: Pseudonyms): RedactText {
  /** By their first two letters, longest first: few names begin alike. */
  const heads = new Map<string, string[]>();
  for (const name of byName.keys()) {
    if (name.length < 2) continue;
    const head = name.slice(0, 2);
    const list = heads.get(head);
    if (list === undefined) heads.set(head, [name]);
    else list.push(name);
  }
  for (const list of heads.values()) list.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

  const known = new Map<string, string>();
  const arnPart = (name: string, kind: string): string =>
    byName.get(name) ?? (kind === 'account id' ? UNKNOWN.account : UNKNOWN.name);

  const words = (text: string): string => {
    let out = '';
    for (let at = 0; at < text.length; ) {
      const starts = at === 0 || !WORD.test(text[at - 1] ?? '') || !WORD.test(text[at] ?? '');
      const found = starts
        ? heads.get(text.slice(at, at + 2))?.find((name) => text.startsWith(name, at) && ends(text, name, at))
        : undefined;
      out += found === undefined ? text[at] : byName.get(found);
      at += found?.length ?? 1;
    }
    return out.replace(LONG_NUMBER, (id) => (pseudonymous.has(id) ? id : UNKNOWN.account));
  };
  const pseudonymous = new Set(byName.values());

  const redact = (text: string): string => {
    const whole = byName.get(text);
    if (whole !== undefined) return whole;
    if (text === '' || OPEN.test(text)) return text;
    let out = '';
    let from = 0;
    for (const match of text.matchAll(ARN_IN_TEXT)) {
      // The end of a sentence is not the end of its ARN.
      const arn = match[0].replace(/[.:]+$/, '');
      out += words(text.slice(from, match.index)) + withNames(arn, arnPart);
      from = match.index + arn.length;
    }
    return out + words(text.slice(from));
  };

  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const after = redact(text);
    known.set(text, after);
    return after;
  };
}

function ends(text: string, name: string, at: number): boolean {
  const next = text[at + name.length] ?? '';
  return !WORD.test(next) || !WORD.test(name.at(-1) ?? '');
}
