// Prose with names in it: how the parts of a sentence are put together and printed plainly.
import type { Words } from './trail';

type Part = Words[number];

/** A name that AWS sees, printed in mono. */
export function mono(text: string): Part {
  return { text, mono: true };
}

/** Puts texts and names together. Never throws. */
export function words(...parts: readonly (string | Part)[]): Words {
  return parts
    .filter((part) => part !== '')
    .map((part) => (typeof part === 'string' ? { text: part } : part));
}

/** The sentence as plain text; names stand in backticks where `ticks` says so. Never throws. */
export function plain(sentence: Words, ticks: 'bare' | 'ticked' = 'bare'): string {
  return sentence.map((part) => (part.mono && ticks === 'ticked' ? `\`${part.text}\`` : part.text)).join('');
}
