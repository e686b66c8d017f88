// The unknowns of a decision as variables with finitely many values each, all that can make a difference.
import { arnName } from '@/lib/names/arn';
import { controllerOf } from './controller';
import type { Env, Reading } from './env';
import { keyVariable } from './key-variable';
import { sessionKey } from './parse-principal';
import type { Principal } from './request';
import { resourceVariable } from './resource-variable';
import type { Statement } from './statement';
import type { Uncertainty, UnreadGroup } from './uncertainty';
import type { UnknownVariable } from './unknown-variable';

/** The variables of a decision. Never throws. */
export function variablesOf(uncertainty: Uncertainty, env: Env): readonly UnknownVariable[] {
  const { doubts, statements } = uncertainty;
  const keys = new Set(doubts.flatMap((doubt) => (doubt.kind === 'key' ? doubt.key : [])));
  const rules = new Map(doubts.flatMap((doubt) => (doubt.kind === 'rule' ? [[doubt.id, doubt.rule]] : [])));
  const variables: UnknownVariable[] = [];
  for (const key of keys) variables.push(keyVariable(key, statements, env));
  if (doubts.some((doubt) => doubt.kind === 'resource')) variables.push(resourceVariable(statements, env));
  if (doubts.some((doubt) => doubt.kind === 'session')) variables.push(sessionVariable(statements, env));
  for (const [id, rule] of rules) variables.push(ruleVariable(id, rule));
  const hasBoundaryDoubt = doubts.some((doubt) => doubt.kind === 'boundary');
  for (const group of uncertainty.groups)
    variables.push(groupVariable(group, hasBoundaryDoubt, env.principal));
  if (uncertainty.areGrantsUnread) variables.push(settingVariable('grants', 'allow'));
  if (uncertainty.isPublicAccessUnread) variables.push(settingVariable('publicAccess', 'deny'));
  if (uncertainty.objectOwnership?.isOwnerOpen) variables.push(settingVariable('objectOwner', 'deny'));
  if (uncertainty.objectOwnership?.canListsAllow)
    variables.push(
      settingVariable('acl', ...('account' in env.principal ? (['account'] as const) : []), 'direct'),
    );
  return variables;
}

function sessionVariable(statements: readonly Statement[], env: Env): UnknownVariable {
  const names = new Set<string | null>([null]);
  if (env.principal.kind === 'role') {
    const { arn, account } = env.principal;
    const role = sessionKey(arn.split(':')[1] ?? '', account, arnName(arn));
    for (const statement of statements)
      for (const name of statement.principals?.sessions.get(role) ?? []) names.add(name);
  }
  return {
    undetermined: [{ kind: 'key', key: 'aws:userid', controller: controllerOf('aws:userid') }],
    isGap: false,
    isComplete: true,
    asks: {
      atoms: [...names].flatMap((name) =>
        name === null ? [] : { operator: 'StringLike', key: 'aws:userid', values: [`*:${name}`] },
      ),
      ways: [...names].map((way) => [...names].flatMap((name) => (name === null ? [] : name === way))),
    },
    values: [...names].map((name) => (draft) => {
      draft.sessionName = name;
    }),
  };
}

function ruleVariable(id: string, rule: string): UnknownVariable {
  return {
    undetermined: [{ kind: 'rule', rule }],
    isGap: true,
    isComplete: true,
    asks: null,
    values: (['no', 'yes'] as const).map((reading) => (draft) => {
      draft.rulings.set(id, reading);
    }),
  };
}

function groupVariable(group: UnreadGroup, hasBoundaryDoubt: boolean, principal: Principal): UnknownVariable {
  const allows: readonly Reading[] = group.layer === 'resource' ? strengthsFor(principal) : ['allow'];
  const readings: Reading[] = ['nothing'];
  if (group.mayAllow) readings.push(...allows);
  if (group.mayDeny) readings.push('deny');
  if (group.layer === 'boundary' && hasBoundaryDoubt) readings.push('absent');
  return {
    undetermined: group.policies.map((policy) => ({ kind: 'policy', policy, layer: group.layer })),
    isGap: true,
    isComplete: true,
    asks: null,
    values: readings.map((reading) => (draft) => {
      draft.readings.set(`${group.layer}:${group.level}`, reading);
    }),
  };
}

/** How a resource policy can name the principal: an entity behind a session only where there is one. */
function strengthsFor(principal: Principal): readonly Reading[] {
  if (!('account' in principal)) return ['direct'];
  const hasEntity = principal.kind === 'role' || principal.kind === 'federated-user';
  return hasEntity ? ['account', 'entity', 'direct'] : ['account', 'direct'];
}

/** Something beside the policies that was not read and either does nothing or does one of these. */
function settingVariable(
  name: 'grants' | 'publicAccess' | 'acl' | 'objectOwner',
  ...says: readonly Reading[]
): UnknownVariable {
  return {
    undetermined: [{ kind: 'policy', policy: name, layer: 'resource' }],
    isGap: true,
    isComplete: true,
    asks: null,
    values: (['nothing', ...says] as const).map((reading) => (draft) => {
      draft.readings.set(`${name}:0`, reading);
    }),
  };
}
