// Reads one statement; each element that cannot be read is reported, and the others still count.
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';
import type { Evidence } from './decision';
import { parseConditions } from './parse-condition';
import { parsePrincipals } from './parse-principal';
import { parseResource } from './parse-resource';
import type { PolicyType } from './policy-type';
import type { ActionList, Effect, PrincipalList, ResourceList, Statement } from './statement';
import { toPattern } from './wildcard';

/** Those that IAM knows, in the order in which AWS writes them.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html (read 2026-11-27) */
export const ELEMENTS: readonly string[] = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

/** Shared by all statements of which everything could be read. */
const NONE: readonly string[] = [];

/** What is known of the document around the statement. */
export interface Surroundings {
  /** Id of the policy. */
  readonly id: string;
  readonly type: PolicyType;
  readonly version: Json;
  /** JSON pointers of keys that are named twice. */
  readonly duplicates: readonly string[];
}

/** The statement that a piece of JSON describes. Never throws. */
export function parseStatement(
  written: Json,
  index: number,
  pointer: string,
  around: Surroundings,
): Statement {
  if (!isJsonObject(written))
    return unreadableStatement(index, pointer, 'the statement is not a JSON object', around);
  const unreadable: string[] = [];
  for (const element of Object.keys(written))
    if (!ELEMENTS.includes(element)) unreadable.push(`the element \`${element}\` is not one of IAM's`);
  const json = readableElements(written, pointer, around.duplicates);
  const isTemplated = around.version === '2012-10-17';
  const conditions = parseConditions(json.Condition, `${pointer}/Condition`, isTemplated);
  unreadable.push(...conditions.problems);
  const effect = readEffect(json.Effect, unreadable);
  const sid = typeof json.Sid === 'string' && json.Sid !== '' ? json.Sid : null;
  return {
    index,
    pointer,
    sid,
    effect,
    actions: readActions(json, unreadable),
    resources: readResources(json, around.type, isTemplated, unreadable),
    hasResource: written.Resource !== undefined || written.NotResource !== undefined,
    principals: readPrincipals(json, around.type, unreadable),
    conditions: conditions.conditions,
    // What else cannot be read follows from that.
    unreadable:
      json === written ? (unreadable.length === 0 ? NONE : unreadable) : ['an element is named twice'],
    source: written,
    evidence: evidenceOf(index, pointer, sid, effect, around),
  };
}

/** The elements but those in which something is named twice: of these any reading may hold. */
function readableElements(written: JsonObject, pointer: string, duplicates: readonly string[]): JsonObject {
  const inside = duplicates.filter((duplicate) => duplicate.startsWith(`${pointer}/`));
  if (inside.length === 0) return written;
  const spoiled = new Set(inside.map((duplicate) => duplicate.slice(pointer.length + 1).split('/')[0]));
  return Object.fromEntries(Object.entries(written).filter(([element]) => !spoiled.has(element)));
}

/** A statement whose Effect cannot be read is cited as the Deny it may be. */
function evidenceOf(
  index: number,
  pointer: string,
  sid: string | null,
  effect: Effect,
  { id, type }: Pick<Surroundings, 'id' | 'type'>,
): Evidence {
  return {
    policy: id,
    statement: index,
    ...(sid === null ? {} : { sid }),
    effect: effect === 'Allow' ? 'Allow' : 'Deny',
    layer: type,
    pointer,
    applies: 'yes',
  };
}

/** A statement of which nothing is known but that it is there. Never throws. */
export function unreadableStatement(
  index: number,
  pointer: string,
  message: string,
  around: Pick<Surroundings, 'id' | 'type'>,
): Statement {
  return {
    index,
    pointer,
    sid: null,
    effect: 'unreadable',
    unreadable: [message],
    actions: null,
    resources: null,
    hasResource: true,
    principals: null,
    conditions: [],
    source: {},
    evidence: evidenceOf(index, pointer, null, 'unreadable', around),
  };
}

function readEffect(effect: Json | undefined, unreadable: string[]): Effect {
  if (effect === 'Allow' || effect === 'Deny') return effect;
  unreadable.push('the Effect is neither `Allow` nor `Deny`');
  return 'unreadable';
}

/** The value and whether it is the negated one; null when there is not exactly one of the two. */
function oneOf(json: JsonObject, plain: string, negated: string) {
  const [value, other] = [json[plain], json[negated]];
  if ((value === undefined) === (other === undefined)) return null;
  return value === undefined ? { value: other, isNegated: true } : { value, isNegated: false };
}

/** The texts of a value that may be one or a list; null when it is neither. Never throws. */
function texts(value: Json | undefined): readonly string[] | null {
  const list: readonly (Json | undefined)[] = Array.isArray(value) ? value : [value];
  return list.every((one): one is string => typeof one === 'string') ? list : null;
}

function readActions(json: JsonObject, unreadable: string[]): ActionList | null {
  const written = oneOf(json, 'Action', 'NotAction');
  const listed = written && texts(written.value);
  if (!written || !listed) {
    unreadable.push('the statement has not exactly one readable Action or NotAction');
    return null;
  }
  return { isNegated: written.isNegated, patterns: listed.map((text) => toPattern(text.toLowerCase())) };
}

function readResources(
  json: JsonObject,
  type: PolicyType,
  isTemplated: boolean,
  unreadable: string[],
): ResourceList | null {
  const isMissing = json.Resource === undefined && json.NotResource === undefined;
  // A role's trust policy names no resource, and a key policy without one has no effect: both are told by the request.
  if (isMissing && type === 'resource') return null;
  const written = oneOf(json, 'Resource', 'NotResource');
  const listed = written && texts(written.value);
  if (!written || !listed) {
    unreadable.push('the statement has not exactly one readable Resource or NotResource');
    return null;
  }
  return {
    isNegated: written.isNegated,
    patterns: listed.map((text) => parseResource(text, type, isTemplated)),
  };
}

const WITH_PRINCIPALS: readonly PolicyType[] = ['resource', 'rcp', 'endpoint'];

function readPrincipals(json: JsonObject, type: PolicyType, unreadable: string[]): PrincipalList | null {
  const written = oneOf(json, 'Principal', 'NotPrincipal');
  if (!WITH_PRINCIPALS.includes(type)) {
    if (json.Principal !== undefined || json.NotPrincipal !== undefined)
      unreadable.push('a policy of this type names no principal');
    return null;
  }
  const principals = written && parsePrincipals(written.value, written.isNegated);
  if (!principals) unreadable.push('the statement has not exactly one readable Principal or NotPrincipal');
  return principals;
}
