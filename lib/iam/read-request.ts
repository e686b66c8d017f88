// Reads a request and its policies as written in JSON: the form of `hatstack simulate` and of the scenarios.
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';
import { parseArn } from '@/lib/names/arn';
import { known } from './context';
import { parsePolicy } from './parse-policy';
import type { Policies, Policy, PolicyType, UnreadPolicy } from './policy';
import { readPrincipal } from './read-principal';
import type { Context, KeyState, Request } from './request';

export type ReadRequest =
  | { readonly kind: 'read'; readonly request: Request; readonly policies: Policies<Policy> }
  | { readonly kind: 'unreadable'; readonly error: string };

/** A problem that makes the whole request unreadable; never leaves this file. */
class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** The request and the policies that a JSON value describes, or why it describes none. `duplicates`: pointers of the keys that its
 *  text names twice; in a policy they spoil the statement, elsewhere the request. Never throws. */
export function readRequest(json: unknown, duplicates: readonly string[] = []): ReadRequest {
  try {
    if (!isJsonObject(json)) throw new Unreadable('the request is not a JSON object');
    const outside = duplicates.find((pointer) => !IN_POLICY.test(pointer));
    if (outside !== undefined) throw new Unreadable(`\`${outside}\` is named twice`);
    return { kind: 'read', request: requestOf(json), policies: policiesOf(json.policies, duplicates) };
  } catch (problem) {
    if (problem instanceof Unreadable) return { kind: 'unreadable', error: problem.message };
    throw problem;
  }
}

function requestOf(json: JsonObject): Request {
  const action = textOf(json, 'action');
  if (!/^[\w-]+:\w+$/.test(action)) throw new Unreadable(`the action \`${action}\` is not \`service:Name\``);
  const context = contextOf(json.context);
  const named = textOf(json, 'principal');
  const account = accountOf(json, 'principalAccount');
  const principal = readPrincipal(named, account, action, context);
  if (principal === null) throw new Unreadable(`the principal \`${named}\` names no principal of AWS`);
  const resource = textOf(json, 'resource');
  if (resource !== '*' && parseArn(resource) === null)
    throw new Unreadable(`the resource \`${resource}\` is neither an ARN nor \`*\``);
  const owner = accountOf(json, 'resourceAccount');
  return {
    principal,
    action,
    resource,
    ...(owner === null ? {} : { resourceAccount: owner }),
    context,
    closed: flagOf(json, 'closed') ?? false,
  };
}

function textOf(json: JsonObject, field: string): string {
  const value = json[field];
  if (typeof value === 'string' && value !== '') return value;
  throw new Unreadable(`the field \`${field}\` is not a text`);
}

function accountOf(json: JsonObject, field: string): string | null {
  return json[field] === undefined || json[field] === null ? null : textOf(json, field);
}

function flagOf(json: JsonObject, field: string): boolean | null {
  const value = json[field] ?? null;
  if (value === null || typeof value === 'boolean') return value;
  throw new Unreadable(`the field \`${field}\` is neither true nor false`);
}

function contextOf(json: Json | undefined): Context {
  if (json === undefined || json === null) return {};
  if (!isJsonObject(json)) throw new Unreadable('the context is not a JSON object');
  const names = new Set<string>();
  for (const key of Object.keys(json)) {
    if (names.has(key.toLowerCase()))
      throw new Unreadable(`the context key \`${key}\` is named twice: case does not count`);
    names.add(key.toLowerCase());
  }
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, keyStateOf(key, value)]));
}

/** A text, number, boolean or list of them: known; null: absent; `{"unknown": true}`: not known; `{"present": true}`: there, with a
 *  value not known that begins with `prefix`. */
function keyStateOf(key: string, json: Json): KeyState {
  if (json === null) return { kind: 'absent' };
  const list: readonly Json[] = Array.isArray(json) ? json : [json];
  const values = list.filter((one) => ['string', 'number', 'boolean'].includes(typeof one)).map(String);
  if (values.length === list.length) return known(...values);
  if (isJsonObject(json) && json.unknown === true) return { kind: 'unknown' };
  if (isJsonObject(json) && json.present === true)
    return typeof json.prefix === 'string' ? { kind: 'present', prefix: json.prefix } : { kind: 'present' };
  throw new Unreadable(`the context key \`${key}\` has no readable value`);
}

const OWNERSHIPS = ['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'] as const;

/** Below one of these a document may stand. */
const IN_POLICY = /^\/policies\/(identity|boundary|session|resource|scp|rcp|endpoint)\/./;

/** All that stands under `policies`: what else is written there would not be minded, and so is an error. */
const POLICIES: readonly string[] = [
  ...['identity', 'boundary', 'session', 'resource', 'scp', 'rcp', 'endpoint'],
  ...['grants', 'keyManager', 'restrictPublicBuckets', 'objectOwnership', 'objectOwner'],
];

function policiesOf(json: Json | undefined, duplicates: readonly string[]): Policies<Policy> {
  const given = json ?? {};
  if (!isJsonObject(given)) throw new Unreadable('the policies are not a JSON object');
  const stranger = Object.keys(given).find((key) => !POLICIES.includes(key));
  if (stranger !== undefined)
    throw new Unreadable(`\`policies\` has no \`${stranger}\`: it has ${POLICIES.join(', ')}`);
  const listOf = (type: 'identity' | 'boundary' | 'session') =>
    documentsOf(given[type], type, type, duplicates);
  const oneOf = (type: 'resource' | 'endpoint') => documentOf(given[type], type, duplicates);
  const levelsOf = (type: 'scp' | 'rcp') => levelsOfDocuments(given[type], type, duplicates);
  const boundary = listOf('boundary');
  const session = listOf('session');
  const grants = given.grants ?? null;
  const restrict = given.restrictPublicBuckets ?? null;
  return {
    identity: listOf('identity'),
    boundary: boundary[0] ?? null,
    ...(boundary.length > 1 ? { moreBoundary: boundary.slice(1) } : {}),
    session: session.length === 0 ? null : session,
    resource: oneOf('resource'),
    scp: levelsOf('scp'),
    rcp: levelsOf('rcp'),
    endpoint: oneOf('endpoint'),
    ...(restrict === null
      ? {}
      : {
          restrictPublicBuckets: isUnread(restrict)
            ? ('unread' as const)
            : flagOf(given, 'restrictPublicBuckets') === true,
        }),
    ...(given.objectOwnership === undefined || given.objectOwnership === null
      ? {}
      : { objectOwnership: OWNERSHIPS.find((one) => one === given.objectOwnership) ?? 'unread' }),
    ...(typeof given.objectOwner === 'string' ? { objectOwner: given.objectOwner } : {}),
    ...(given.keyManager === 'AWS' || given.keyManager === 'CUSTOMER'
      ? { keyManager: given.keyManager }
      : {}),
    ...(grants === null ? {} : { grants: Array.isArray(grants) ? grants : ('unread' as const) }),
  };
}

function isUnread(json: Json): boolean {
  return isJsonObject(json) && json.unknown === true && json.Statement === undefined;
}

/** `pointer`: where the document stands. */
function policyOf(
  json: Json,
  id: string,
  type: PolicyType,
  pointer: string,
  duplicates: readonly string[],
): Policy | UnreadPolicy {
  if (isUnread(json)) return { kind: 'unread', id };
  const inside = duplicates.flatMap((one) =>
    one.startsWith(`${pointer}/`) ? one.slice(pointer.length) : [],
  );
  return parsePolicy(id, type, json, inside);
}

/** A list of documents, or one not in a list; none when there is none. A document is named by its place in the list. */
function documentsOf(
  json: Json | undefined,
  id: string,
  type: PolicyType,
  duplicates: readonly string[],
): readonly (Policy | UnreadPolicy)[] {
  if (json === undefined || json === null) return [];
  const list: readonly Json[] = Array.isArray(json) ? json : [json];
  return list.flatMap((one, index) => {
    const pointer = Array.isArray(json) ? `/policies/${id}/${index}` : `/policies/${id}`;
    return one === null ? [] : policyOf(one, `${id}/${index}`, type, pointer, duplicates);
  });
}

function documentOf(
  json: Json | undefined,
  type: 'resource' | 'endpoint',
  duplicates: readonly string[],
): Policy | UnreadPolicy | null {
  const list: readonly Json[] = Array.isArray(json) ? json : [json ?? null];
  if (list.length > 1) throw new Unreadable(`there is more than one \`${type}\` policy`);
  const [only = null] = list;
  const pointer = Array.isArray(json) ? `/policies/${type}/0` : `/policies/${type}`;
  return only === null ? null : policyOf(only, type, type, pointer, duplicates);
}

function levelsOfDocuments(
  json: Json | undefined,
  type: 'scp' | 'rcp',
  duplicates: readonly string[],
): readonly (readonly (Policy | UnreadPolicy)[])[] | null {
  if (json === undefined || json === null) return null;
  if (isUnread(json)) return [[{ kind: 'unread', id: type }]];
  if (!Array.isArray(json)) throw new Unreadable(`\`${type}\` is not a list of levels`);
  return json.map((level: Json, index) => documentsOf(level, `${type}/${index}`, type, duplicates));
}
