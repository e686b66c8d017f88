// Documents in one spelling, so that what means the same reads the same: order of keys, of values and of statements is no change.
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';
import { compareText } from '@/lib/base/sort';
import { ELEMENTS } from '@/lib/iam/parse-statement';

/** A policy in canonical form: statements as a list, their elements in AWS's order, lists of values sorted and without doubles, a list of
 *  one as the value alone. Anything that is no policy becomes `canonicalJson`. Never throws.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html (read 2026-11-27) */
export function canonicalPolicy(document: Json): Json {
  if (!isJsonObject(document) || document.Statement === undefined) return canonicalJson(document);
  const { Statement, ...rest } = document;
  const statements: readonly Json[] = Array.isArray(Statement) ? Statement : [Statement];
  return {
    ...(canonicalJson(rest) as JsonObject),
    Statement: statements.map(canonicalStatement),
  };
}

function canonicalStatement(statement: Json): Json {
  if (!isJsonObject(statement)) return statement;
  const names = Object.keys(statement).sort((a, b) => rank(a) - rank(b) || compareText(a, b));
  return Object.fromEntries(names.map((name) => [name, values(statement[name] ?? null)]));
}

function rank(name: string): number {
  const at = ELEMENTS.indexOf(name);
  return at < 0 ? ELEMENTS.length : at;
}

/** Lists in a statement are sets. */
function values(value: Json): Json {
  if (Array.isArray(value)) {
    const texts = new Map(value.map((one: Json) => [JSON.stringify(one), one]));
    const sorted = [...texts].sort(([a], [b]) => compareText(a, b)).map(([, one]) => one);
    return sorted.length === 1 ? (sorted[0] ?? null) : sorted;
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort(compareText)
      .map((name) => [name, values(value[name] ?? null)]),
  );
}

/** Keys sorted at every depth; lists stay as they are. Never throws. */
export function canonicalJson(value: Json): Json {
  if (Array.isArray(value)) return value.map((one: Json) => canonicalJson(one));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .filter((name) => value[name] !== undefined)
      .sort(compareText)
      .map((name) => [name, canonicalJson(value[name] ?? null)]),
  );
}

/** Whether two policies say the same, statement for statement in any order. Never throws. */
export function isSamePolicy(before: Json, after: Json): boolean {
  if (isSameJson(before, after)) return true;
  return fingerprint(before) === fingerprint(after);
}

function fingerprint(document: Json): string {
  const canonical = canonicalPolicy(document);
  if (!isJsonObject(canonical) || !Array.isArray(canonical.Statement)) return JSON.stringify(canonical);
  const statements = canonical.Statement.map((one: Json) => JSON.stringify(one)).sort(compareText);
  return JSON.stringify({ ...canonical, Statement: statements });
}

/** Whether two pieces of JSON are equal, whatever the order of keys. Never throws. */
export function isSameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    return a.every((one: Json, index) => isSameJson(one, b[index] as Json | undefined));
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  for (const name of names) if (!isSameJson(a[name], b[name])) return false;
  return true;
}
