// Templates' values without their intrinsics: what CloudFormation would put there.
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';
import { isIntrinsic, resolveIntrinsic } from './intrinsics';
import type { Scope } from './scope';

/** The value with every intrinsic replaced. `undefined`: it is `AWS::NoValue`, so that the property counts as not set.
 *  What cannot be resolved is told to `scope.problem` and becomes null. Never throws.
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html (read 2026-11-27) */
export function resolve(value: Json, scope: Scope): Json | undefined {
  if (Array.isArray(value)) return resolveList(value, scope);
  if (!isJsonObject(value)) return lookedUp(value, scope);
  return isIntrinsic(value)
    ? lookedUp(resolveIntrinsic(value, scope, resolve), scope)
    : resolveObject(value, scope);
}

/** A parameter that CloudFormation looks up while it deploys is not known here. What it looks up of secrets stays as it is written: no
 *  policy hangs on it.
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html (read 2026-11-27) */
function lookedUp<Value extends Json | undefined>(value: Value, scope: Scope): Value | null {
  if (typeof value !== 'string' || !value.includes('{{resolve:ssm:')) return value;
  scope.problem(`\`${value}\` is looked up while the stack is deployed`);
  return null;
}

function resolveList(list: readonly Json[], scope: Scope): readonly Json[] {
  return list.flatMap((one) => {
    const value = resolve(one, scope);
    return value === undefined ? [] : [value];
  });
}

function resolveObject(object: JsonObject, scope: Scope): JsonObject {
  const result: Record<string, Json> = {};
  for (const [name, one] of Object.entries(object)) {
    const value = resolve(one, scope);
    if (value !== undefined) result[name] = value;
  }
  return result;
}
