// A short mark of a JSON value: two values with the same mark say the same.
import { isJsonObject, type Json } from './json';

/** Sixteen hexadecimal digits that hang on what the value says, not on how it is spelled: blanks and the order of names do not
 *  count. It tells one text from another by accident, not against somebody who looks for two alike. Never throws.
 *  @see https://datatracker.ietf.org/doc/draft-eastlake-fnv/ (FNV-1a over 64 bits; read 2026-11-27) */
export function fingerprint(value: Json): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(canonical(value)))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((one: Json) => canonical(one)).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`);
  return `{${members.join(',')}}`;
}
