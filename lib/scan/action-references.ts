// What the actions and rules of pipelines name, in the account and region where the names mean something.
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';
import { type AccountId, type Arn, parseArn, type Region } from '@/lib/names/arn';
import type { Fact } from '@/lib/snapshot/fact';
import { oncePerList } from './once-per-list';

export interface ActionReference {
  /** The account of the role that runs the action: names resolve there. */
  readonly account: AccountId;
  readonly region: Region;
  /** The role itself. */
  readonly role: Arn;
  /** `Source`, `Deploy`; `Rule` for the rules of conditions. */
  readonly category: string;
  readonly provider: string;
  readonly configuration: { readonly [key: string]: string };
}

/** Every action, and every rule of a stage's conditions, that one of the providers carries out. Never throws.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-pipeline-structure.html (read 2026-11-24) */
export function actionReferences(
  facts: readonly Fact[],
  providers: readonly string[],
): readonly ActionReference[] {
  const all = byProvider(facts);
  return providers.flatMap((provider) => all.get(provider) ?? []);
}

const byProvider = oncePerList((facts): ReadonlyMap<string, readonly ActionReference[]> => {
  const found = new Map<string, ActionReference[]>();
  for (const { kind, account, region, data } of facts) {
    if (kind !== 'pipeline') continue;
    const pipeline = objectAt(data, 'pipeline');
    for (const stage of listAt(pipeline, 'stages'))
      for (const action of [...listAt(stage, 'actions'), ...rulesOf(stage)]) {
        const one = reference(action, textAt(pipeline, 'roleArn'), account, region);
        const list = found.get(one.provider);
        if (list === undefined) found.set(one.provider, [one]);
        else list.push(one);
      }
  }
  return found;
});

/** The distinct values of a configuration key among the actions of one account and region. Values with variables in them
 *  (`#{…}`) are no names. Never throws. */
export function namedHere(
  unit: { readonly account: AccountId; readonly region: string; readonly known: readonly Fact[] },
  providers: readonly string[],
  key: string,
): readonly string[] {
  const names = actionReferences(unit.known, providers)
    .filter(({ account, region }) => account === unit.account && region === unit.region)
    .flatMap(({ configuration }) => configuration[key] ?? []);
  return [...new Set(names.filter(isName))].sort();
}

/** Whether a configured value is a name, not a text with a variable in it. */
export function isName(value: string | undefined): value is string {
  return value !== undefined && value !== '' && !value.includes('#{');
}

function rulesOf(stage: Json): readonly Json[] {
  return ['beforeEntry', 'onSuccess', 'onFailure'].flatMap((when) =>
    listAt(objectAt(stage, when), 'conditions').flatMap((condition) => listAt(condition, 'rules')),
  );
}

function reference(action: Json, pipelineRole: string, account: AccountId, region: Region): ActionReference {
  const type = isJsonObject(action) && 'ruleTypeId' in action ? 'ruleTypeId' : 'actionTypeId';
  const role = textAt(action, 'roleArn') || pipelineRole;
  const configuration = Object.entries(objectAt(action, 'configuration')).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  );
  return {
    account: parseArn(role)?.account || account,
    region: textAt(action, 'region') || region,
    role,
    category: textAt(objectAt(action, type), 'category'),
    provider: textAt(objectAt(action, type), 'provider'),
    configuration: Object.fromEntries(configuration),
  };
}

function objectAt(value: Json, name: string): JsonObject {
  const field = isJsonObject(value) ? value[name] : undefined;
  return isJsonObject(field) ? field : {};
}

function listAt(value: Json, name: string): readonly Json[] {
  const field = isJsonObject(value) ? value[name] : undefined;
  return Array.isArray(field) ? field : [];
}

function textAt(value: Json, name: string): string {
  const field = isJsonObject(value) ? value[name] : undefined;
  return typeof field === 'string' ? field : '';
}
