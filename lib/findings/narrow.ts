// Statements that are too wide, as they would be if they said no more than the pipelines need.
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';
import { matchesWildcard } from '@/lib/iam/wildcard';
import type { PolicySource } from '@/lib/verdict/judgement';
import type { FindingEvidence, Narrowing } from './finding';

/** What stands in place of each statement of the evidence; those of which `to` says null are left out: nobody can tell how to narrow
 *  them. Never throws. */
export function narrowEach(
  evidence: readonly FindingEvidence[],
  to: (statement: JsonObject, source: PolicySource) => readonly JsonObject[] | null,
): readonly Narrowing[] {
  return evidence.flatMap(({ source, statement: index }) => {
    const statement = statementAt(source.document, index);
    const narrowed = statement === null ? null : to(statement, source);
    return narrowed === null ? [] : { source, statement: index, to: narrowed };
  });
}

/** The statement with this index in a document; null where it cannot be read. Never throws. */
function statementAt(document: unknown, index: number): JsonObject | null {
  if (!isJsonObject(document)) return null;
  const { Statement } = document;
  const all: readonly Json[] = Array.isArray(Statement) ? Statement : [Statement ?? null];
  const found = all[index] ?? null;
  return isJsonObject(found) ? found : null;
}

export interface Users {
  /** ARNs of roles and users. */
  readonly AWS: readonly string[];
  readonly Service: readonly string[];
}

/** The statement with other AWS principals: `instead` says who stands in place of an entry; null leaves it. `"*"` counts as an entry.
 *  No statement where nobody is left; null where the statement names those that it is not for. Never throws. */
export function withPrincipals(
  statement: JsonObject,
  instead: (entry: string) => Users | null,
): readonly JsonObject[] | null {
  const { Principal } = statement;
  const written = Principal === '*' ? { AWS: '*' } : Principal;
  if (!isJsonObject(written)) return null;
  const aws = new Set<string>();
  const services = new Set(textsOf(written.Service));
  for (const entry of textsOf(written.AWS)) {
    const users = instead(entry);
    for (const one of users?.AWS ?? [entry]) aws.add(one);
    for (const one of users?.Service ?? []) services.add(one);
  }
  const { AWS: _, Service: __, ...rest } = written as JsonObject;
  const narrowed = {
    ...rest,
    ...(aws.size === 0 ? {} : { AWS: oneOrAll(aws) }),
    ...(services.size === 0 ? {} : { Service: oneOrAll(services) }),
  };
  return Object.keys(narrowed).length === 0 ? [] : [{ ...statement, Principal: narrowed }];
}

/** What a statement of an identity policy grants in place of the actions that are too wide. */
export interface Granted {
  readonly Action: Json;
  readonly Resource: Json;
  readonly Condition?: JsonObject;
}

/** The statement without the actions that `covers` speaks of, and one more for each thing granted instead. Null where actions or
 *  resources are told by exception, or `*` allows all there is: then more hangs on it than can be told. Never throws. */
export function withGrants(
  statement: JsonObject,
  covers: string,
  granted: readonly Granted[],
): readonly JsonObject[] | null {
  const { Action, NotAction, NotResource, Sid, ...rest } = statement;
  if (NotAction !== undefined || NotResource !== undefined) return null;
  const actions = textsOf(Action);
  if (actions.includes('*')) return null;
  const wide = actions.filter((one) => matchesWildcard(one.toLowerCase(), covers.toLowerCase()));
  const others = actions.filter((one) => !wide.includes(one));
  return [
    ...(others.length === 0
      ? []
      : [{ ...(Sid === undefined ? {} : { Sid }), Action: oneOrAll(others), ...rest }]),
    ...granted.map((one) => ({
      ...rest,
      ...one,
      ...(isJsonObject(rest.Condition) || one.Condition !== undefined
        ? { Condition: both(rest.Condition, one.Condition) }
        : {}),
    })),
  ];
}

/** The statement as it is for all principals but this service, and for that one with the condition added. Null where the statement
 *  does not name the service, or asks for the key already. Never throws. */
export function withServiceCondition(
  statement: JsonObject,
  service: string,
  key: string,
  value: string,
): readonly JsonObject[] | null {
  const { Principal, Sid, ...rest } = statement;
  if (!isJsonObject(Principal)) return null;
  const services = textsOf(Principal.Service);
  if (!services.some((one) => one.toLowerCase() === service)) return null;
  const equals = isJsonObject(rest.Condition) ? rest.Condition.StringEquals : undefined;
  if (isJsonObject(equals) && Object.keys(equals).some((one) => one.toLowerCase() === key.toLowerCase()))
    return null;
  const left = services.filter((one) => one.toLowerCase() !== service);
  const { Service: _, ...others } = Principal as JsonObject;
  const kept = { ...others, ...(left.length === 0 ? {} : { Service: oneOrAll(left) }) };
  const named = Sid === undefined ? {} : { Sid };
  const isAlone = Object.keys(kept).length === 0;
  return [
    ...(isAlone ? [] : [{ ...named, ...rest, Principal: kept }]),
    {
      ...(isAlone ? named : {}),
      ...rest,
      Principal: { Service: service },
      Condition: both(rest.Condition, { StringEquals: { [key]: value } }),
    },
  ];
}

/** Both conditions must hold. */
function both(one: Json | undefined, other: JsonObject | undefined): JsonObject {
  if (!isJsonObject(one)) return other ?? {};
  const merged: Record<string, Json> = { ...(one as JsonObject) };
  for (const [operator, keys] of Object.entries(other ?? {}))
    merged[operator] = { ...((merged[operator] ?? {}) as JsonObject), ...(keys as JsonObject) };
  return merged;
}

/** One text, or a list of them, as a list. Never throws. */
export function textsOf(value: Json | undefined): readonly string[] {
  const list: readonly Json[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.flatMap((one) => (typeof one === 'string' ? one : []));
}

/** A list of one is written as that one; sorted. Never throws. */
export function oneOrAll(texts: Iterable<string>): Json {
  const list = [...new Set(texts)].sort();
  return list.length === 1 ? (list[0] ?? '') : list;
}
