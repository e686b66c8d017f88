// The least that buckets and keys say of a role: its own statements narrowed to what its pipelines do there; what they say to others stays.

import { groupBy } from '@/lib/base/group-by';
import { isJsonObject, type Json, type JsonObject } from '@/lib/base/json';
import type { Judged } from '@/lib/findings/rule';
import type { PolicyChange } from '@/lib/fixes/fix';
import { coversAction } from '@/lib/iam/match-action';
import type { Statement } from '@/lib/iam/statement';
import { documentAt, type PolicyPlace } from '@/lib/model/overlay';
import type { Role } from '@/lib/model/resource';
import { resourcePolicies } from '@/lib/verdict/resource-policies';
import { listOf, oneOrList, type Piece, pieceOf, statementsOf } from './pieces';
import type { RoleNeed, RoleUse } from './role-needs';
import { enough, isOpen, servingIn } from './serving';

/** One for each bucket and key whose policy names the role and can be narrowed. None where programs that we cannot read run with the
 *  role: what they do with its stores is not known. Never throws. */
export function leastStores(judged: Judged, role: Role, { makes, code }: RoleUse): readonly PolicyChange[] {
  if (code.length > 0) return [];
  const byStore = groupBy(
    makes.filter(({ judged: { need } }) => /^(s3|kms):/.test(need.action)),
    ({ judged: { need } }) => storeOf(need.action, need.resource),
  );
  return [...byStore]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([store, needs]) => changeOf(judged, role, store, needs) ?? []);
}

function storeOf(action: string, resource: string): string {
  if (action.startsWith('kms:')) return resource;
  const slash = resource.indexOf('/');
  return slash < 0 ? resource : resource.slice(0, slash);
}

function changeOf(
  judged: Judged,
  role: Role,
  store: string,
  needs: readonly RoleNeed[],
): PolicyChange | null {
  const [first] = needs;
  if (first === undefined || needs.some((need) => isOpen(need.judged))) return null;
  const isKey = first.judged.need.action.startsWith('kms:');
  const place: PolicyPlace = isKey ? { kind: 'key', key: store } : { kind: 'bucket', bucket: store };
  const before = documentAt(judged.inventory, place);
  const policy = resourcePolicies(judged.inventory, judged.shelf, first.judged.need).resource?.policy;
  if (policy?.kind !== 'policy' || !isJsonObject(before)) return null;
  const own = policy.statements.filter(
    (statement) => isOnlyFor(statement, role.arn) && !administers(statement),
  );
  if (own.length === 0) return null;
  const pieces = needs.flatMap((need) =>
    enough(
      servingIn(judged, need.judged, 'resource', [policy]).filter(({ statement }) => own.includes(statement)),
    ).map((one): Piece => (isKey ? onTheKey(pieceOf(need, one)) : pieceOf(need, one))),
  );
  const added = statementsOf(pieces, { Principal: { AWS: role.arn } });
  const rest = policy.statements.flatMap((statement) =>
    own.includes(statement) ? without(statement.source, role.arn) : statement.source,
  );
  const after: Json = { ...before, Statement: [...rest, ...added] };
  return JSON.stringify(sorted(after)) === JSON.stringify(sorted(before))
    ? null
    : { place, before, after, added };
}

/** A statement of a key's own policy names the key as `*`.
 *  @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html (read 2026-11-24) */
function onTheKey(piece: Piece): Piece {
  return { ...piece, resources: { key: 'Resource', values: ['*'] } };
}

/** Whether it names the role, and by its ARN. */
function isOnlyFor({ effect, unreadable, source }: Statement, role: string): boolean {
  if (effect !== 'Allow' || unreadable.length > 0 || !isJsonObject(source.Principal)) return false;
  return listOf(source.Principal.AWS).includes(role);
}

/** Who may rewrite the policy of a key keeps that: a key that nobody administers is lost.
 *  @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html (read 2026-11-27) */
function administers({ actions }: Statement): boolean {
  return (
    actions === null ||
    coversAction(actions, 'kms:putkeypolicy') ||
    coversAction(actions, 's3:putbucketpolicy')
  );
}

/** The statement for everybody else whom it names; none where that is nobody. */
function without(source: JsonObject, role: string): readonly JsonObject[] {
  const principal = isJsonObject(source.Principal) ? source.Principal : {};
  const others = listOf(principal.AWS).filter((one) => one !== role);
  const { AWS: _, ...kinds } = principal;
  const left: JsonObject = others.length === 0 ? kinds : { AWS: oneOrList(others), ...kinds };
  return Object.keys(left).length === 0 ? [] : [{ ...source, Principal: left }];
}

/** Statements in one order, without their names: what they say is the same. */
function sorted({ Statement }: JsonObject): readonly string[] {
  const list = Array.isArray(Statement) ? Statement : [Statement ?? null];
  return list
    .map((one: Json) => {
      if (!isJsonObject(one)) return JSON.stringify(one);
      const { Sid: _, ...rest } = one;
      return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
    })
    .sort();
}
