// The conditions of a template: which of its resources and values there are.
import { isJsonObject, type Json } from '@/lib/base/json';
import type { Resolve, Scope } from './scope';

/** Whether a condition holds. One that is not known, or is no condition, is a problem and does not hold. Never throws.
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html (read 2026-11-27) */
export function condition(value: Json, scope: Scope, resolve: Resolve): boolean {
  const [[name, argument] = ['', null]] = isJsonObject(value) ? Object.entries(value) : [];
  const arguments_ = Array.isArray(argument) ? (argument as readonly Json[]) : [];
  switch (name) {
    case 'Condition':
      return named(argument, scope, resolve);
    case 'Fn::And':
      return arguments_.every((one) => condition(one, scope, resolve));
    case 'Fn::Or':
      return arguments_.some((one) => condition(one, scope, resolve));
    case 'Fn::Not':
      return !condition(arguments_[0] ?? null, scope, resolve);
    case 'Fn::Equals': {
      // A template's numbers and booleans are texts to CloudFormation: `true` of YAML equals the parameter `"true"`.
      const [left, right] = arguments_.map((one) => comparable(resolve(one, scope) ?? null));
      return left === right;
    }
    default:
      scope.problem(`\`${name || JSON.stringify(value)}\` is no condition that is known`);
      return false;
  }
}

function comparable(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function named(name: Json, scope: Scope, resolve: Resolve): boolean {
  const { Conditions: conditions } = scope.stack.template;
  const found = isJsonObject(conditions) && typeof name === 'string' ? conditions[name] : undefined;
  if (found !== undefined)
    return scope.within(`condition ${name}`, () => condition(found, scope, resolve)) ?? false;
  scope.problem(`no condition is called ${JSON.stringify(name)}`);
  return false;
}
