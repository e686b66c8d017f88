// Secrets: made from the system's random source, kept as a hash, compared in a time that does not tell how much was right.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new secret of 256 bits, safe in a cookie and a URL. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 in hex. Enough for secrets that nobody can guess: a token here has at least `SHORTEST_TOKEN` characters. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}

/** A token that a person made up must be at least this long. */
export const SHORTEST_TOKEN = 24;

/** Whether `given` is the secret of `hash`; as slow for a nearly right one as for a wrong one. Never throws. */
export function isSecretOf(given: string, hash: string): boolean {
  const actual = Buffer.from(hashOf(given), 'hex');
  const wanted = Buffer.from(hash, 'hex');
  return actual.length === wanted.length && timingSafeEqual(actual, wanted);
}
