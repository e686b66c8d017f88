// Statements put together from pieces: one action on one resource each, gathered so that no action is allowed where it is not needed.
import { groupBy } from '@/lib/base/group-by';
import type { Json, JsonObject } from '@/lib/base/json';
import type { RoleNeed } from './role-needs';
import { relate, type Serving } from './serving';

export interface Piece {
  readonly action: string;
  /** `Resource`, or `NotResource` where the statement that is narrowed says it so; null: a trust policy names none. */
  readonly resources: { readonly key: 'Resource' | 'NotResource'; readonly values: readonly string[] } | null;
  readonly condition: Json | null;
  readonly need: RoleNeed;
}

/** The request on what it asks, under the conditions of the statement that allows it today; where that allows only a part, that part.
 *  Never throws. */
export function pieceOf(need: RoleNeed, { statement, applies }: Serving): Piece {
  const { action, resource } = need.judged.need;
  const { source } = statement;
  const condition = source.Condition ?? null;
  const written = listOf(source.Resource);
  const isWhole = applies === 'yes' || written.some((one) => relate(one, resource) === 'yes');
  if (isWhole) return { action, resources: { key: 'Resource', values: [resource] }, condition, need };
  if (source.NotResource !== undefined)
    return { action, resources: { key: 'NotResource', values: listOf(source.NotResource) }, condition, need };
  const some = written.filter((one) => relate(one, resource) !== 'no');
  return {
    action,
    resources: { key: 'Resource', values: some.length > 0 ? some : written },
    condition,
    need,
  };
}

/** What nobody allows yet: the request itself, and for a role that is handed on the service that gets it. Never throws. */
export function missingPiece(need: RoleNeed): Piece {
  const { action, resource, base, context } = need.judged.need;
  const service = context['iam:PassedToService'] ?? base['iam:PassedToService'];
  const values = service?.kind === 'known' ? service.values : [];
  return {
    action,
    resources: { key: 'Resource', values: [resource] },
    condition: values.length === 0 ? null : { StringEquals: { 'iam:PassedToService': oneOrList(values) } },
    need,
  };
}

/** Whole statements: resources with the same conditions and the same actions share one. `fixed` stands in each. Never throws. */
export function statementsOf(pieces: readonly Piece[], fixed: JsonObject = {}): readonly Json[] {
  const byPlace = groupBy(pieces, ({ resources, condition }) => JSON.stringify([resources, condition]));
  const rows = [...byPlace.values()].map((group) => ({
    actions: [...new Set(group.map(({ action }) => action))].sort(),
    resources: group[0]?.resources ?? null,
    condition: group[0]?.condition ?? null,
  }));
  const bySame = groupBy(rows, ({ actions, resources, condition }) =>
    JSON.stringify([actions, resources?.key ?? null, condition]),
  );
  return [...bySame.values()].flatMap((group): readonly Json[] => {
    const [first] = group;
    if (first === undefined) return [];
    const values = [...new Set(group.flatMap(({ resources }) => resources?.values ?? []))].sort();
    // What is not named in one list and in another list is not the same as in both.
    const lists =
      first.resources?.key === 'NotResource' ? group.map((one) => one.resources?.values ?? []) : [values];
    return lists.map((list) => ({
      Effect: 'Allow',
      ...fixed,
      Action: oneOrList(first.actions),
      ...(first.resources === null ? {} : { [first.resources.key]: oneOrList(list) }),
      ...(first.condition === null ? {} : { Condition: first.condition }),
    }));
  });
}

/** A list of texts, or one alone; anything else is left out. Never throws. */
export function listOf(value: Json | undefined): readonly string[] {
  const all = Array.isArray(value) ? value : [value];
  return all.filter((one): one is string => typeof one === 'string');
}

/** One alone without its list, as policies are written. Never throws. */
export function oneOrList(values: readonly string[]): Json {
  return values.length === 1 ? (values[0] ?? '') : values;
}
