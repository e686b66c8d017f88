// Fn::Sub: names in a text, `${Name}` and `${Resource.Attribute}`, replaced by what they stand for.
import { isJsonObject, type Json } from '@/lib/base/json';
import { reference } from './reference';
import type { Resolve, Scope } from './scope';

/** The text with its names replaced; `${!Name}` stays, as `${Name}`. Names of the function's own map win. Never throws.
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-sub.html (read 2026-11-27) */
export function substitute(
  argument: Json,
  scope: Scope,
  resolve: Resolve,
  getAttribute: (argument: Json, scope: Scope) => Json,
): Json {
  const [text, map = {}] = Array.isArray(argument) ? (argument as readonly Json[]) : [argument];
  if (typeof text !== 'string' || !isJsonObject(map)) {
    scope.problem('`Fn::Sub` wants a text, and a map if anything');
    return null;
  }
  return text.replace(/\$\{(!?)([^}]*)\}/g, (_, literal: string, name: string) => {
    if (literal === '!') return `\${${name}}`;
    const key = name.trim();
    const own = map[key];
    const value =
      own !== undefined
        ? resolve(own, scope)
        : key.includes('.')
          ? getAttribute(key, scope)
          : reference(key, scope, resolve);
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
  });
}
