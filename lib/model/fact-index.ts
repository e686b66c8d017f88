// Facts by kind and by ARN, so that a reader finds its own without walking all of them.
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';
import type { Arn } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';
import type { Read } from './resource';

export interface FactIndex {
  /** Every fact of a kind, in the snapshot's order. */
  readonly all: (kind: string) => readonly Fact[];
  /** The fact of a kind about one resource, or undefined when nobody read it. */
  readonly about: (kind: string, arn: Arn) => Fact | undefined;
}

/** Indexes facts. Of two facts of one kind about one resource the later wins. Never throws. */
export function indexFacts(facts: readonly Fact[]): FactIndex {
  const byKind = new Map<string, Fact[]>();
  const byArn = new Map<string, Fact>();
  for (const fact of facts) {
    const list = byKind.get(fact.kind);
    if (list === undefined) byKind.set(fact.kind, [fact]);
    else list.push(fact);
    if (fact.arn !== null) byArn.set(`${fact.kind} ${fact.arn}`, fact);
  }
  return {
    all: (kind) => byKind.get(kind) ?? [],
    about: (kind, arn) => byArn.get(`${kind} ${arn}`),
  };
}

/** What a fact says, passed through `pick`; unread when there is no such fact. Never throws. */
export function readFact<T>(fact: Fact | undefined, pick: (data: Json) => T): Read<T> {
  return fact === undefined ? { kind: 'unread' } : { kind: 'read', value: pick(fact.data) };
}

/** A field of a JSON object, or null where there is none. Never throws. */
export function field(data: Json | undefined, ...path: readonly string[]): Json {
  let value: Json | undefined = data;
  for (const name of path) value = isJsonObject(value) ? (value as JsonObject)[name] : undefined;
  return value ?? null;
}

/** A field that is a text, or null. Never throws. */
export function textField(data: Json | undefined, ...path: readonly string[]): string | null {
  const value = field(data, ...path);
  return typeof value === 'string' ? value : null;
}

/** A field that is a list; empty where there is none. Never throws. */
export function listField(data: Json | undefined, ...path: readonly string[]): readonly Json[] {
  const value = field(data, ...path);
  return Array.isArray(value) ? value : [];
}

/** AWS's tag lists as a record. Never throws. */
export function tagsField(data: Json | undefined): { readonly [key: string]: string } {
  const tags: Record<string, string> = {};
  for (const tag of listField(data, 'Tags')) {
    const key = textField(tag, 'Key');
    if (key !== null) tags[key] = textField(tag, 'Value') ?? '';
  }
  return tags;
}
