// Why a statement does not apply: the first element that did not match, the reason, and what is written there.
import type { Json } from '@/lib/base/json';
import { arnAccount, parseArn } from '@/lib/names/arn';
import type { Env } from './env';
import { isReadable, namesNoResource, principalStrength } from './evaluate-policy';
import type { StatementReport } from './explanation';
import { stateOf } from './key-state';
import { coversAction } from './match-action';
import { meetsCondition } from './match-condition';
import { coversResource } from './match-resource';
import type { Reason } from './reasons';
import type { Condition, Statement } from './statement';
import { or, type Tri, triOf } from './tri';

type Miss = NonNullable<StatementReport['failed']>;

interface Element {
  readonly matches: Tri;
  readonly miss: () => Miss;
}

/** The first element, in the order Action, Resource, Principal, Condition, that did not match or could not be told, and how many
 *  did match. Never throws. */
export function firstMiss(
  statement: Statement,
  env: Env,
): { readonly failed: Miss | null; readonly matchedElements: number } {
  const elements = [
    actionElement(statement, env),
    resourceElement(statement, env),
    principalElement(statement, env),
    ...statement.conditions.map((condition) => conditionElement(condition, env)),
  ];
  const matchedElements = elements.filter((element) => element.matches === 'yes').length;
  const failing =
    elements.find((element) => element.matches === 'no') ??
    (isReadable(statement, env) ? elements.find((element) => element.matches === 'unknown') : undefined);
  if (failing !== undefined) return { failed: failing.miss(), matchedElements };
  return { failed: isReadable(statement, env) ? null : unreadable(statement), matchedElements };
}

function unreadable(statement: Statement): Miss {
  return {
    element: 'Statement',
    reason: 'statement-unreadable',
    pointer: statement.pointer,
    detail: statement.unreadable[0] ?? 'the statement has no Resource',
  };
}

function actionElement(statement: Statement, env: Env): Element {
  const { actions } = statement;
  if (actions === null) return { matches: 'unknown', miss: () => unreadable(statement) };
  const key = actions.isNegated ? 'NotAction' : 'Action';
  return {
    matches: triOf(coversAction(actions, env.action)),
    miss: () => ({
      element: 'Action',
      reason: actions.isNegated ? 'action-excluded' : 'action-not-listed',
      pointer: `${statement.pointer}/${key}`,
      detail: `${actions.isNegated ? 'excludes' : 'lists'} ${listed(statement.source[key])}`,
    }),
  };
}

function resourceElement(statement: Statement, env: Env): Element {
  const { resources } = statement;
  if (resources === null) {
    const hasNoEffect = !statement.hasResource && env.service === 'kms';
    const isOfItself = !statement.hasResource && namesNoResource(env);
    const miss: Miss = {
      element: 'Resource',
      reason: 'resource-missing',
      pointer: statement.pointer,
      detail: 'has no Resource',
    };
    return { matches: hasNoEffect ? 'no' : isOfItself ? 'yes' : 'unknown', miss: () => miss };
  }
  const key = resources.isNegated ? 'NotResource' : 'Resource';
  return {
    matches: coversResource(resources, env, null),
    miss: () => ({
      element: 'Resource',
      reason: resources.isNegated ? 'resource-excluded' : resourceReason(statement.source[key], env),
      pointer: `${statement.pointer}/${key}`,
      detail: `${resources.isNegated ? 'excludes' : 'names'} ${listed(statement.source[key])}`,
    }),
  };
}

/** What keeps the nearest of the ARNs written from matching: only the account, only the Region, or bucket against object. */
function resourceReason(written: Json | undefined, env: Env): Reason {
  const asked = parseArn(env.resource);
  const reasons = new Set(textsOf(written).map((text) => (asked === null ? null : nearMiss(text, asked))));
  for (const reason of ['resource-bucket-not-object', 'resource-object-not-bucket'] as const)
    if (reasons.has(reason)) return reason;
  for (const reason of ['resource-other-region', 'resource-other-account'] as const)
    if (reasons.has(reason)) return reason;
  return 'resource-not-listed';
}

type Asked = NonNullable<ReturnType<typeof parseArn>>;

function nearMiss(text: string, asked: Asked): Reason | null {
  const named = parseArn(text);
  if (named === null || named.service !== asked.service) return null;
  if (asked.service === 's3') {
    const isObject = asked.resource.includes('/');
    const bucket = asked.resource.split('/')[0];
    if (isObject && named.resource === bucket) return 'resource-bucket-not-object';
    if (!isObject && named.resource.includes('/') && named.resource.split('/')[0] === bucket)
      return 'resource-object-not-bucket';
  }
  if (isOther(named.account, asked.account)) return 'resource-other-account';
  return isOther(named.region, asked.region) ? 'resource-other-region' : null;
}

function isOther(named: string, asked: string): boolean {
  return named !== asked && !/[*?]/.test(named + asked);
}

function principalElement(statement: Statement, env: Env): Element {
  const { principals } = statement;
  if (principals === null) return { matches: 'yes', miss: () => unreadable(statement) };
  const strength = principalStrength(statement, env, null);
  const key = principals.isNegated ? 'NotPrincipal' : 'Principal';
  return {
    matches: or(strength.direct, or(strength.entity, strength.account)),
    miss: () => ({
      element: 'Principal',
      reason: principals.isNegated ? 'principal-excluded' : principalReason(statement, env),
      pointer: `${statement.pointer}/${key}`,
      detail: `${principals.isNegated ? 'excludes' : 'names'} ${listed(principalTexts(statement.source[key]))}`,
    }),
  };
}

/** Whether those named are all of accounts other than the requester's. */
function principalReason(statement: Statement, env: Env): Reason {
  const named = textsOf(principalTexts(statement.source.Principal));
  const account = 'account' in env.principal ? env.principal.account : null;
  const accounts = named.map((text) => (/^\d{12}$/.test(text) ? text : arnAccount(text)));
  const isElsewhere = account !== null && accounts.every((one) => one !== null && one !== account);
  return named.length > 0 && isElsewhere ? 'principal-other-account' : 'principal-not-named';
}

function principalTexts(written: Json | undefined): Json {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return written ?? [];
  return Object.values(written).flatMap((value) => textsOf(value));
}

function conditionElement(condition: Condition, env: Env): Element {
  const matches = meetsCondition(condition, env, null);
  return {
    matches,
    miss: () => {
      const state = stateOf(env, condition.key);
      const reason =
        matches === 'unknown'
          ? 'condition-undetermined'
          : state.kind === 'absent'
            ? 'condition-key-absent'
            : 'condition-not-met';
      const given = state.kind === 'known' ? `; the request has ${listed([...state.values])}` : '';
      return {
        element: 'Condition',
        reason,
        pointer: condition.pointer,
        detail: `asks ${conditionText(condition)}${given}`,
      };
    },
  };
}

/** `StringEquals aws:SourceVpc vpc-1`, from the pointer and the values read. */
function conditionText(condition: Condition): string {
  const [key = '', operator = ''] = condition.pointer.split('/').reverse();
  const name = (step: string) => step.replaceAll('~1', '/').replaceAll('~0', '~');
  return `${name(operator)} ${name(key)} ${listed([...condition.written])}`;
}

function textsOf(value: Json | undefined): readonly string[] {
  const list: readonly (Json | undefined)[] = Array.isArray(value) ? value : [value];
  return list.filter((one) => typeof one === 'string');
}

const MOST_LISTED = 6;

function listed(value: Json | undefined): string {
  const texts = textsOf(value);
  const more = texts.length - MOST_LISTED;
  const shown = texts.slice(0, MOST_LISTED).join(', ');
  return texts.length === 0 ? 'nothing' : more > 0 ? `${shown} and ${more} more` : shown;
}
