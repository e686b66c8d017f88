// The intrinsic functions of CloudFormation, one line each in a table.
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';
import { condition } from './conditions';
import { reference } from './reference';
import type { Resolve, Scope } from './scope';
import { substitute } from './substitute';

type Intrinsic = (argument: Json, scope: Scope, resolve: Resolve) => Json | undefined;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html (read 2026-11-27) */
const INTRINSICS: { readonly [name: string]: Intrinsic } = {
  Ref: (argument, scope, resolve) => reference(argument, scope, resolve),
  'Fn::Base64': (argument, scope, resolve) => base64(textOf(argument, 'Fn::Base64', scope, resolve)),
  'Fn::FindInMap': findInMap,
  'Fn::GetAtt': getAttribute,
  'Fn::If': choose,
  'Fn::ImportValue': importValue,
  'Fn::Join': join,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::Sub': (argument, scope, resolve) => substitute(argument, scope, resolve, getAttribute),
  'Fn::ToJsonString': (argument, scope, resolve) => JSON.stringify(resolve(argument, scope) ?? null),
};

/** Whether an object is a call of a function: one key, `Ref` or `Fn::…`. Never throws. */
export function isIntrinsic(value: JsonObject): boolean {
  const [name, ...others] = Object.keys(value);
  return name !== undefined && others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'));
}

/** What the function gives; a function that is not in the table is a problem. Never throws. */
export function resolveIntrinsic(value: JsonObject, scope: Scope, resolve: Resolve): Json | undefined {
  const [[name, argument] = ['', null]] = Object.entries(value);
  const intrinsic = Object.hasOwn(INTRINSICS, name) ? INTRINSICS[name] : undefined;
  if (intrinsic === undefined) return unresolved(scope, `\`${name}\` is a function that is not known`);
  return intrinsic(argument, scope, resolve);
}

function getAttribute(argument: Json, scope: Scope): Json {
  const [logicalId, ...rest] = typeof argument === 'string' ? argument.split('.') : texts(argument);
  if (logicalId === undefined || rest.length === 0)
    return unresolved(scope, `\`Fn::GetAtt\` of ${JSON.stringify(argument)} names no attribute`);
  const value = scope.attributeOf(logicalId, rest.join('.'));
  return value === undefined
    ? unresolved(scope, `\`Fn::GetAtt\` names \`${logicalId}\`, which the template does not hold`)
    : value;
}

function choose(argument: Json, scope: Scope, resolve: Resolve): Json | undefined {
  const [name, then, otherwise] = list(argument);
  if (typeof name !== 'string' || then === undefined || otherwise === undefined)
    return unresolved(scope, '`Fn::If` wants a condition and two values');
  return resolve(condition({ Condition: name }, scope, resolve) ? then : otherwise, scope);
}

function importValue(argument: Json, scope: Scope, resolve: Resolve): Json {
  const name = textOf(argument, 'Fn::ImportValue', scope, resolve);
  const value = scope.exported(name);
  return value === undefined ? unresolved(scope, `no template exports \`${name}\` here`) : value;
}

function join(argument: Json, scope: Scope, resolve: Resolve): Json {
  const [delimiter, values] = list(argument);
  const parts = values === undefined ? undefined : resolve(values, scope);
  if (typeof delimiter !== 'string' || !Array.isArray(parts))
    return unresolved(scope, '`Fn::Join` wants a delimiter and a list');
  return parts.map(plain).join(delimiter);
}

function split(argument: Json, scope: Scope, resolve: Resolve): Json {
  const [delimiter, text] = list(argument);
  if (typeof delimiter !== 'string' || text === undefined)
    return unresolved(scope, '`Fn::Split` wants a delimiter and a text');
  return textOf(text, 'Fn::Split', scope, resolve).split(delimiter);
}

function select(argument: Json, scope: Scope, resolve: Resolve): Json {
  const [index, values] = list(argument);
  const chosen = values === undefined ? undefined : resolve(values, scope);
  const position = index === undefined ? null : (resolve(index, scope) ?? null);
  const value = Array.isArray(chosen) ? (chosen as readonly Json[])[Number(position)] : undefined;
  return value === undefined
    ? unresolved(scope, `\`Fn::Select\` finds no element ${JSON.stringify(position)}`)
    : value;
}

function findInMap(argument: Json, scope: Scope, resolve: Resolve): Json {
  const keys = list(argument).map((one) => plain(resolve(one, scope) ?? null));
  let found: Json | undefined = scope.stack.template.Mappings;
  for (const key of keys.slice(0, 3)) found = isJsonObject(found) ? found[key] : undefined;
  return keys.length < 3 || found === undefined
    ? unresolved(scope, `\`Fn::FindInMap\` finds nothing under ${keys.join('/')}`)
    : found;
}

function textOf(value: Json, name: string, scope: Scope, resolve: Resolve): string {
  const text = resolve(value, scope);
  if (typeof text === 'string') return text;
  unresolved(scope, `\`${name}\` wants a text`);
  return '';
}

/** A value in the midst of a text. */
function plain(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function unresolved(scope: Scope, sentence: string): null {
  scope.problem(sentence);
  return null;
}

function list(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: Json): readonly string[] {
  return list(value).filter((one) => typeof one === 'string');
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
