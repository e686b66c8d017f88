// Policy documents as AWS hands them out: JSON, JSON text, or URL-encoded JSON text.
import type { Json } from '@/lib/base/json';

/** The document as JSON. A text that is no JSON, plain or URL-encoded, stays a text: the evaluator then calls it unreadable,
 *  which is not the same as absent. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html (read 2026-11-24) */
export function policyDocument(raw: Json): Json {
  if (typeof raw !== 'string') return raw;
  for (const text of [raw, decoded(raw)]) {
    try {
      return JSON.parse(text) as Json;
    } catch {
      // Not JSON in this spelling; the other one, or the text itself, follows.
    }
  }
  return raw;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
