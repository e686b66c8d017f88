// Drops what looks like a secret out of a sentence: an error message may quote a command, an address or a header.
import { SCRUBBED } from './scrubbed';

const PATTERNS: readonly RegExp[] = [
  // Query strings, assignments and flags that are named like a secret.
  /(\b[\w-]*(?:token|password|passwd|passphrase|secret|signature|credential|api[_-]?key|private[_-]?key|accesskeyid)=)[^\s&"']+/gi,
  /(--?(?:token|password|passwd|passphrase|secret|api[_-]?key)\s+)[^\s"']+/gi,
  /("\w*(?:token|password|passwd|passphrase|secret|api_?key|private_?key)"\s*:\s*")[^"]*/gi,
  /(\bauthorization:\s*(?:bearer|basic|token)\s+)[^\s"']+/gi,
  // The user of an address, `https://name:secret@host`.
  /(\bhttps?:\/\/)[^\s/@]+(?=@)/gi,
  // Ids of access keys, tokens of code hosts and registries, and signed tokens, by their shape.
  /()\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /()\b(?:gh[pousr]_|github_pat_|glpat-|npm_|xox[abprs]-)[\w-]{10,}/g,
  /()\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*/g,
];

/** The same sentence with `****` in the place of each. What an ARN or an IAM action says stays. Never throws. */
export function scrubSentence(text: string): string {
  return PATTERNS.reduce((left, pattern) => left.replace(pattern, `$1${SCRUBBED}`), text);
}
