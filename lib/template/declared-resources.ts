// The resources of many templates, each with its properties, its id and its attributes at hand.
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';
import { condition } from './conditions';
import { resolve } from './resolve';
import type { Resource, ResourceType } from './resource-type';
import type { Scope } from './scope';
import type { StackTemplate } from './stack-template';

/** What could not be made sense of: in which stack, at which resource, and a sentence. */
export interface TemplateProblem {
  readonly stack: string;
  readonly logicalId: string | null;
  readonly type: string | null;
  readonly sentence: string;
}

export interface DeclaredResources {
  readonly resources: readonly Resource[];
  /** Grows while properties are asked for: they are resolved then. */
  readonly problems: readonly TemplateProblem[];
}

/** Every resource whose condition holds. Those of a type that `types` does not know are problems, and are left out. Never throws. */
export function declaredResources(
  stacks: readonly StackTemplate[],
  types: ReadonlyMap<string, ResourceType>,
  partitionOf: (stack: StackTemplate) => string,
): DeclaredResources {
  const problems: TemplateProblem[] = [];
  const byStack = new Map<StackTemplate, Map<string, Resource>>();
  const under = new Set<string>();
  const exports = exportsOf(stacks);

  const scopeOf = (stack: StackTemplate, logicalId: string | null, type: string | null): Scope => {
    const problem = (sentence: string): void => {
      problems.push({ stack: stack.name, logicalId, type, sentence });
    };
    const resource = (name: string) => byStack.get(stack)?.get(name);
    return {
      stack,
      partition: partitionOf(stack),
      problem,
      idOf: (name) => resource(name)?.id(),
      attributeOf: (name, attribute) => resource(name)?.attribute(attribute),
      exported: (name) => {
        const found = exports.find(
          (one) =>
            one.stack.account === stack.account &&
            one.stack.region === stack.region &&
            nameOf(one, scopeOf) === name,
        );
        return found === undefined
          ? undefined
          : (resolve(found.value, scopeOf(found.stack, null, null)) ?? null);
      },
      within: (what, work) => {
        const key = `${stack.account} ${stack.region} ${stack.name} ${what}`;
        if (under.has(key)) {
          problem(`\`${what}\` refers to itself`);
          return undefined;
        }
        under.add(key);
        const result = work();
        under.delete(key);
        return result;
      },
    };
  };

  for (const stack of stacks) {
    const own = new Map<string, Resource>();
    byStack.set(stack, own);
    const { Resources: declared, Transform: macros } = stack.template;
    for (const macro of macrosOf(macros))
      scopeOf(stack, null, null).problem(`the macro ${macro} may change the template`);
    for (const [logicalId, resource] of Object.entries(isJsonObject(declared) ? declared : {})) {
      const { Type: name, Properties: raw, Condition: only } = isJsonObject(resource) ? resource : {};
      const scope = scopeOf(stack, logicalId, typeof name === 'string' ? name : null);
      if (typeof only === 'string' && !condition({ Condition: only }, scope, resolve)) continue;
      const type = typeof name === 'string' ? types.get(name) : undefined;
      if (isJsonObject(raw) && raw['Fn::Transform'] !== undefined)
        scope.problem('`Fn::Transform` may put anything here');
      if (type === undefined) scope.problem(`\`${String(name)}\` is a type that is not known`);
      else own.set(logicalId, resourceOf(type, logicalId, isJsonObject(raw) ? raw : {}, scope));
    }
  }
  return { resources: [...byStack.values()].flatMap((own) => [...own.values()]), problems };
}

/** Transforms that leave the types of resources that we know as they are; those of types that we do not know are problems anyway. */
const HARMLESS = /^AWS::(Serverless|LanguageExtensions|SecretsManager|CodeDeployBlueGreen)(-|$)/;

function macrosOf(transform: Json | undefined): readonly string[] {
  const list: readonly Json[] = Array.isArray(transform) ? transform : [transform ?? []].flat();
  return list
    .map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))
    .filter((one) => !HARMLESS.test(one));
}

function resourceOf(type: ResourceType, logicalId: string, raw: JsonObject, scope: Scope): Resource {
  const seen = new Map<string, Json | undefined>();
  const property = (name: string): Json | undefined => {
    const value = raw[name];
    if (value === undefined) return undefined;
    if (!seen.has(name))
      seen.set(
        name,
        scope.within(`${logicalId}.${name}`, () => resolve(value, scope)),
      );
    return seen.get(name);
  };
  const self: Resource = {
    stack: scope.stack,
    logicalId,
    type: type.type,
    raw,
    account: scope.stack.account,
    region: scope.stack.region,
    partition: scope.partition,
    property,
    properties: () =>
      Object.fromEntries(
        Object.keys(raw).flatMap((name) => {
          const value = property(name);
          return value === undefined ? [] : [[name, value]];
        }),
      ),
    text: (name) => {
      const value = property(name);
      return value === undefined || value === null ? undefined : String(value);
    },
    id: () => type.id(self),
    attribute: (name) => {
      const attribute = Object.hasOwn(type.attributes, name) ? type.attributes[name] : undefined;
      if (attribute !== undefined) return attribute(self);
      scope.problem(`\`${type.type}\` has no attribute \`${name}\` that is known`);
      return null;
    },
    problem: scope.problem,
  };
  return self;
}

interface Export {
  readonly stack: StackTemplate;
  readonly name: Json;
  readonly value: Json;
}

function exportsOf(stacks: readonly StackTemplate[]): readonly Export[] {
  return stacks.flatMap((stack) => {
    const { Outputs: outputs } = stack.template;
    return Object.values(isJsonObject(outputs) ? outputs : {}).flatMap((output): Export[] => {
      if (!isJsonObject(output) || !isJsonObject(output.Export)) return [];
      const { Name: name } = output.Export;
      return name === undefined || output.Value === undefined ? [] : [{ stack, name, value: output.Value }];
    });
  });
}

function nameOf(
  { stack, name }: Export,
  scopeOf: (stack: StackTemplate, logicalId: null, type: null) => Scope,
): Json {
  return resolve(name, scopeOf(stack, null, null)) ?? null;
}
