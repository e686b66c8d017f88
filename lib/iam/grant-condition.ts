// What a constraint of a KMS grant asks of the request, in the words of a policy's Condition.
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';

const PREFIX = 'kms:EncryptionContext:';

/** The Condition that a grant's constraint amounts to; null when there is none. `EncryptionContextSubset`: each pair is in the
 *  request's encryption context; `EncryptionContextEquals`: each is, and nothing besides. `named`: the keys that the request names,
 *  among which a further pair may be. Never throws.
 *  @see https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantConstraints.html (read 2026-11-24) */
export function grantCondition(constraints: Json | undefined, named: readonly string[]): JsonObject | null {
  if (!isJsonObject(constraints)) return null;
  const { EncryptionContextSubset: subset, EncryptionContextEquals: equal } = constraints;
  const carried = { ...pairsOf(subset), ...pairsOf(equal) };
  const condition: { [operator: string]: JsonObject } = {};
  if (Object.keys(carried).length > 0)
    condition.StringEquals = keyed(Object.entries(carried).map(([name, value]) => [name, String(value)]));
  if (!isJsonObject(equal)) return condition.StringEquals === undefined ? null : condition;
  const names = Object.keys(equal);
  const listed = new Set(names.map((name) => (PREFIX + name).toLowerCase()));
  const others = named.filter((key) => {
    const name = key.toLowerCase();
    return name.startsWith(PREFIX.toLowerCase()) && !listed.has(name);
  });
  if (others.length > 0) condition.Null = Object.fromEntries(others.map((key) => [key, 'true']));
  condition['ForAllValues:StringEquals'] = { 'kms:EncryptionContextKeys': names };
  return condition;
}

function pairsOf(json: Json | undefined): JsonObject {
  return isJsonObject(json) ? json : {};
}

function keyed(pairs: readonly (readonly [string, string])[]): JsonObject {
  return Object.fromEntries(pairs.map(([name, value]) => [PREFIX + name, value]));
}
