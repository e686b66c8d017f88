// Statement by statement: what of a role's own policies its pipelines need, what is wider than that, and what serves nothing known.
import { sortedBy } from '@/lib/base/sort';
import { isEverything, matchesPattern, toPattern } from '@/lib/iam/wildcard';
import type { PolicySource } from '@/lib/verdict/judgement';
import { listOf } from './pieces';
import type { RoleNeed } from './role-needs';
import { relate, type Serving } from './serving';

/** A pattern of a policy, and those of the needs that it is there for. */
export interface Wider {
  readonly pattern: string;
  /** Actions, or resources, that are needed of it; none: it serves nothing known. */
  readonly used: readonly string[];
}

export interface StatementUse {
  readonly source: PolicySource;
  /** 0-based. */
  readonly statement: number;
  readonly pointer: string;
  readonly sid: string | null;
  readonly serves: readonly RoleNeed[];
  /** Actions, and resources, that cover more than what is needed, or nothing of it. */
  readonly widerActions: readonly Wider[];
  readonly widerResources: readonly Wider[];
  /** It is written by what it leaves out, so it covers whatever AWS adds. */
  readonly isByExclusion: boolean;
}

/** How the statement is used by these needs. Never throws. */
export function statementUse(
  source: PolicySource,
  { statement }: Pick<Serving, 'statement'>,
  serves: readonly RoleNeed[],
): StatementUse {
  const { Action, Resource, NotAction, NotResource } = statement.source;
  const needs = serves.map(({ judged }) => judged.need);
  const actions = unique(needs.map(({ action }) => action));
  const resources = unique(needs.map(({ resource }) => resource));
  return {
    source,
    statement: statement.index,
    pointer: statement.pointer,
    sid: statement.sid,
    serves,
    widerActions: listOf(Action).flatMap((pattern) => {
      const used = actions.filter((action) => coversActionText(pattern, action));
      return used.length === 1 && used[0]?.toLowerCase() === pattern.toLowerCase() ? [] : { pattern, used };
    }),
    widerResources: listOf(Resource).flatMap((pattern) => {
      const used = resources.filter((resource) => relate(pattern, resource) !== 'no');
      return used.some((resource) => resource === '*' || relate(resource, pattern) === 'yes')
        ? []
        : { pattern, used };
    }),
    isByExclusion: NotAction !== undefined || NotResource !== undefined,
  };
}

function coversActionText(pattern: string, action: string): boolean {
  const text = toPattern(pattern.toLowerCase());
  return isEverything(text) || matchesPattern(text, action.toLowerCase());
}

function unique(values: readonly string[]): readonly string[] {
  return sortedBy([...new Set(values)], (one) => one);
}

/** Needed as it is: each of its actions and resources is there for a need, and covers no more. Never throws. */
export function isExact({ serves, widerActions, widerResources, isByExclusion }: StatementUse): boolean {
  return serves.length > 0 && widerActions.length === 0 && widerResources.length === 0 && !isByExclusion;
}
