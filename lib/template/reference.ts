// Ref: pseudo parameters, the template's parameters, and its resources.
import { isJsonObject, type Json } from '@/lib/base/json';
import { dnsSuffix } from '@/lib/names/partition';
import type { Resolve, Scope } from './scope';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html (read 2026-11-27) */
const PSEUDO: { readonly [name: string]: (scope: Scope) => Json | undefined } = {
  'AWS::AccountId': ({ stack }) => stack.account,
  'AWS::NoValue': () => undefined,
  'AWS::NotificationARNs': () => [],
  'AWS::Partition': ({ partition }) => partition,
  'AWS::Region': ({ stack }) => stack.region,
  'AWS::StackId': ({ stack, partition }) =>
    `arn:${partition}:cloudformation:${stack.region}:${stack.account}:stack/${stack.name}/00000000-0000-0000-0000-000000000000`,
  'AWS::StackName': ({ stack }) => stack.name,
  'AWS::URLSuffix': ({ partition }) => dnsSuffix(partition),
};

/** What `Ref` gives: `undefined` for `AWS::NoValue`, null and a problem for a name that nobody bears. Never throws. */
export function reference(argument: Json, scope: Scope, resolve: Resolve): Json | undefined {
  const name = typeof argument === 'string' ? argument : '';
  const pseudo = Object.hasOwn(PSEUDO, name) ? PSEUDO[name] : undefined;
  if (pseudo !== undefined) return pseudo(scope);
  const id = scope.idOf(name);
  if (id !== undefined) return id;
  const { Parameters: parameters } = scope.stack.template;
  const parameter = isJsonObject(parameters) ? parameters[name] : undefined;
  if (isJsonObject(parameter)) return parameterValue(name, parameter, scope, resolve);
  scope.problem(`\`Ref\` names \`${name}\`, which the template does not hold`);
  return null;
}

function parameterValue(
  name: string,
  { Type: type, Default: byDefault }: { readonly [key: string]: Json },
  scope: Scope,
  resolve: Resolve,
): Json | undefined {
  const given = scope.stack.parameters?.[name];
  const isStored = typeof type === 'string' && type.startsWith('AWS::SSM::Parameter::Value');
  if (given === undefined && (byDefault === undefined || isStored)) {
    scope.problem(`the parameter \`${name}\` has no value`);
    return null;
  }
  const value = given ?? resolve(byDefault ?? null, scope) ?? null;
  return type === 'CommaDelimitedList' || (typeof type === 'string' && type.startsWith('List<'))
    ? elements(String(value))
    : textOf(value);
}

/** Every parameter is a text, whatever type it declares and however its default is written.
 *  @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html (read 2026-11-27): of
 *  Number, "when you use the parameter elsewhere in your template, for example by using the Ref intrinsic function, the
 *  parameter value becomes a literal string" */
function textOf(value: Json): Json {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html (read 2026-11-27) */
function elements(text: string): readonly string[] {
  return text === '' ? [] : text.split(',').map((one) => one.trim());
}
