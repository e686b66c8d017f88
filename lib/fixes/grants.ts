// The statements to add where nobody forbids and somebody has to allow.
import { groupBy } from '@/lib/base/group-by';
import type { Json } from '@/lib/base/json';
import type { Need } from '@/lib/graph/hop';
import type { Inventory } from '@/lib/model/inventory';
import type { PolicyPlace } from '@/lib/model/overlay';
import { type AccountId, type Arn, arnAccount, arnName } from '@/lib/names/arn';
import type { JudgedNeed } from '@/lib/verdict/judgement';
import type { Fix } from './fix';
import { changeAt } from './merge';
import { listed, principalElement, principalText } from './principals';

/** One statement for each policy that has to change, with exactly the principal, actions and resources that are missing. Never throws. */
export function grantsFor(inventory: Inventory, denied: readonly JudgedNeed[]): readonly Fix[] {
  return [
    ...grouped(
      denied.filter((one) => failsAt(one, 'resource')),
      (one) => resourcePolicyName(inventory, one),
      resourceGrant(inventory),
    ),
    ...grouped(
      denied.filter((one) => failsAt(one, 'identity')),
      (one) => `the identity policies of ${arnName(principalText(one.need.principal))}`,
      identityGrant(inventory),
    ),
  ];
}

type Grant = (where: string, needs: readonly [JudgedNeed, ...JudgedNeed[]]) => Fix | null;

function grouped(
  needs: readonly JudgedNeed[],
  where: (one: JudgedNeed) => string,
  grant: Grant,
): readonly Fix[] {
  return [...groupBy(needs, where)].flatMap(([name, [first, ...others]]) =>
    first === undefined ? [] : (grant(name, [first, ...others]) ?? []),
  );
}

/** Across accounts each side answers for itself; within one account the layer that decided tells. */
function failsAt(judged: JudgedNeed, side: 'resource' | 'identity'): boolean {
  const { sides } = judged.explain();
  if (!sides.crossAccount) return judged.decision.by === side;
  return side === 'resource' ? sides.resource === 'denied' : sides.principal === 'denied';
}

function resourceGrant(inventory: Inventory): Grant {
  return (where, [first, ...others]) => {
    const { need } = first;
    const account = need.resourceAccount ?? arnAccount(need.resource) ?? '';
    const isTrust = need.action === 'sts:AssumeRole';
    if (isTrust && !inventory.roles.has(need.resource)) return roleToMake(account, need.resource);
    const needs = [first, ...others];
    const added = [...groupBy(needs, (one) => principalText(one.need.principal)).values()].flatMap(
      (ofOne) => {
        const principal = ofOne[0] === undefined ? null : principalElement(ofOne[0].need.principal);
        if (principal === null) return [];
        return isTrust
          ? [{ Effect: 'Allow', Principal: principal, Action: need.action }]
          : statementsFor(ofOne, resourceIn(need.action), { Principal: principal });
      },
    );
    if (added.length === 0) return null;
    const named = listed(needs.map((one) => principalText(one.need.principal)));
    return {
      account,
      where,
      sentence: `add a statement to ${where} that names ${named}`,
      statements: added,
      change: changeAt(inventory, placeOf(need.action, need.resource), added),
    };
  };
}

/** What a statement of the resource's own policy says in Resource: null, each resource; `none`, nothing at all.
 *  @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html (read 2026-11-24)
 *  @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html (read 2026-11-27) */
function resourceIn(action: string): '*' | 'none' | null {
  if (action.startsWith('kms:')) return '*';
  return action.startsWith('ecr:') ? 'none' : null;
}

function placeOf(action: string, resource: Arn): PolicyPlace {
  if (action === 'sts:AssumeRole') return { kind: 'trust', role: resource };
  if (action.startsWith('kms:')) return { kind: 'key', key: resource };
  if (!action.startsWith('s3:')) return { kind: 'resource', resource };
  const slash = resource.indexOf('/');
  return { kind: 'bucket', bucket: slash < 0 ? resource : resource.slice(0, slash) };
}

/** No statement helps where the role does not exist. */
function roleToMake(account: AccountId, role: Arn): Fix {
  return {
    account,
    where: `the role ${arnName(role)}`,
    sentence: `create the role ${role}, or name another one in the pipeline`,
    statements: null,
    change: null,
  };
}

function identityGrant(inventory: Inventory): Grant {
  return (where, [first, ...others]) => {
    const { principal } = first.need;
    if (principal.kind !== 'role' && principal.kind !== 'user') return null;
    const { arn, account } = principal;
    if (principal.kind === 'role' && !inventory.roles.has(arn) && inventory.iamReadIn.has(account))
      return roleToMake(account, arn);
    const added = [...groupBy([first, ...others], ({ need }) => JSON.stringify(conditionOf(need)))].flatMap(
      ([condition, ofOne]) => statementsFor(ofOne, null, {}, JSON.parse(condition)),
    );
    const place: PolicyPlace = { kind: 'inline', owner: arn, name: inlineOf(inventory, arn) };
    return {
      account,
      where,
      sentence: `add a statement to ${where}`,
      statements: added,
      change: changeAt(inventory, place, added),
    };
  };
}

/** Its first inline policy, which is its alone: a managed one may be attached elsewhere too, where nobody asked for more. */
function inlineOf({ roles, users }: Inventory, arn: Arn): string {
  const owner = roles.get(arn) ?? users.get(arn);
  return owner?.inline[0]?.name ?? 'permission-path';
}

/** One statement for all resources on which the same actions are missing, so that no action is allowed where it is not needed.
 *  `resource` stands for every resource where a policy can speak of one only. */
function statementsFor(
  needs: readonly JudgedNeed[],
  resource: '*' | 'none' | null,
  principal: { readonly [key: string]: Json },
  condition: { readonly [key: string]: Json } = {},
): readonly Json[] {
  const actionsOn = [...groupBy(needs, (one) => resource ?? one.need.resource)].map(([on, group]) => ({
    on,
    actions: oneOrList(group.map((one) => one.need.action)),
  }));
  return [...groupBy(actionsOn, (one) => JSON.stringify(one.actions)).values()].flatMap(
    (group): readonly Json[] => {
      const [first] = group;
      if (first === undefined) return [];
      const where = resource === 'none' ? {} : { Resource: oneOrList(group.map((one) => one.on)) };
      return [{ Effect: 'Allow', ...principal, Action: first.actions, ...where, ...condition }];
    },
  );
}

/** What narrows an allow to this request: a role is passed to one service, and to no other that would take it.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html (read 2026-11-27) */
function conditionOf({ action, context, base }: Need): { readonly [key: string]: Json } {
  const service = context[PASSED_TO] ?? base[PASSED_TO];
  if (action !== 'iam:PassRole' || service?.kind !== 'known') return {};
  return { Condition: { StringEquals: { [PASSED_TO]: oneOrList(service.values) } } };
}

const PASSED_TO = 'iam:PassedToService';

function resourcePolicyName(inventory: Inventory, { need, sources }: JudgedNeed): string {
  const source = [...sources().values()].find(
    (one) => one.id.startsWith('trust:') || one.id.startsWith('resource:'),
  );
  if (source !== undefined) return `the ${source.title}`;
  if (need.action === 'sts:AssumeRole') return `the trust policy of ${arnName(need.resource)}`;
  if (need.action.startsWith('kms:'))
    return `the key policy of ${inventory.keys.get(need.resource)?.aliases[0]?.replace(/^alias\//, '') ?? arnName(need.resource)}`;
  if (need.action.startsWith('s3:'))
    return `the bucket policy of ${need.resource.split(':::')[1]?.split('/')[0] ?? need.resource}`;
  return `the policy of ${arnName(need.resource)}`;
}

function oneOrList(values: readonly string[]): Json {
  const list = [...new Set(values)].sort();
  return list.length === 1 ? (list[0] ?? '') : list;
}
