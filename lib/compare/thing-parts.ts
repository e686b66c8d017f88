// A thing taken apart: its documents, its lists, and what is left over as its settings.
import { isJsonObject, type Json } from '@/lib/base/json';
import { sortedBy } from '@/lib/base/sort';
import { canonicalJson, canonicalPolicy } from './canonical';
import { IGNORED, POLICIES, type Table } from './tables';

/** A part of a thing; undefined: not read. */
export interface Part {
  /** A property, `inline NAME`, or `settings`. */
  readonly aspect: string;
  readonly value: Json | undefined;
  readonly isPolicy: boolean;
}

type Thing = { readonly [property: string]: unknown };

/** The parts by aspect. Never throws. */
export function partsOf(table: Table, thing: Thing): ReadonlyMap<string, Part> {
  const parts: Part[] = [];
  const settings: Record<string, Json> = {};
  for (const [property, value] of Object.entries(thing)) {
    if (IGNORED.has(property)) continue;
    if (property === 'inline') parts.push(...inlineParts(value as readonly Json[]));
    else if (isRead(value) || property in table.aspects)
      parts.push({
        aspect: property,
        value: isRead(value) ? value.value : asPlain(value),
        isPolicy: POLICIES.has(property),
      });
    else settings[property] = asPlain(value);
  }
  parts.push({ aspect: 'settings', value: settings, isPolicy: false });
  return new Map(parts.map((part) => [part.aspect, part]));
}

function inlineParts(policies: readonly Json[]): readonly Part[] {
  return policies.map((one) => {
    const { name, document } = one as { readonly name: string; readonly document: Json };
    return { aspect: `inline ${name}`, value: document, isPolicy: true };
  });
}

function isRead(value: unknown): value is { readonly kind: string; readonly value?: Json } {
  return isJsonObject(value) && (value.kind === 'read' || value.kind === 'unread');
}

/** As JSON: what is left out is left out. */
function asPlain(value: unknown): Json {
  return (value ?? null) as Json;
}

/** A part as it is shown; lists of attached things sorted, since their order says nothing. Never throws. */
export function shownPart({ aspect, value, isPolicy }: Part): Json {
  if (value === undefined) return null;
  if (isPolicy) return canonicalPolicy(value);
  if (LISTS.has(aspect) && Array.isArray(value)) return sortedBy(value as readonly Json[], String);
  return withoutEmpty(canonicalJson(value));
}

/** A place in the order of stages is said by the order, and what is not set is left out: else one stage more would be a change of all. */
function withoutEmpty(value: Json): Json {
  if (Array.isArray(value)) return value.map((one: Json) => withoutEmpty(one));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, one]) => [name, withoutEmpty(one)] as const)
      .filter(([name, one]) => !REPEATED.has(name) && !isEmpty(one)),
  );
}

const REPEATED: ReadonlySet<string> = new Set(['stage', 'stageIndex']);

function isEmpty(value: Json): boolean {
  if (value === null) return true;
  return Array.isArray(value) ? value.length === 0 : isJsonObject(value) && Object.keys(value).length === 0;
}

const LISTS: ReadonlySet<string> = new Set(['attached', 'groups', 'instanceProfiles', 'aliases']);

/** All of a thing as one document: its parts by name. Never throws. */
export function wholeThing(table: Table, thing: Thing): Json {
  return Object.fromEntries(
    [...partsOf(table, thing).values()].flatMap((part) =>
      part.value === undefined ? [] : [[part.aspect, shownPart(part)] as const],
    ),
  );
}
