// The statements to add where nobody forbids and somebody has to allow.
import { groupBy } from '@/lib/base/group-by';
import type { Json } from '@/lib/base/json';
import type { Inventory } from '@/lib/model/inventory';
import { arnAccount, arnName } from '@/lib/names/arn';
import type { JudgedNeed } from '@/lib/verdict/judgement';
import type { Fix } from './fix';
import { principalElement, principalText } from './principals';

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
      identityGrant,
    ),
  ];
}

type Grant = (where: string, needs: readonly [JudgedNeed, ...JudgedNeed[]]) => Fix | null;

function grouped(
  needs: readonly JudgedNeed[],
  where: (one: JudgedNeed) => string,
  grant: Grant,
): readonly Fix[] {
  const groups = groupBy(needs, (one) => `${where(one)}\n${principalText(one.need.principal)}`);
  return [...groups].flatMap(([name, [first, ...others]]) =>
    first === undefined ? [] : (grant(name.split('\n')[0] ?? '', [first, ...others]) ?? []),
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
    if (isTrust && !inventory.roles.has(need.resource)) {
      return {
        account,
        where: `the role ${arnName(need.resource)}`,
        sentence: `create the role ${need.resource}, or name another one in the pipeline`,
        statement: null,
      };
    }
    const principal = principalElement(need.principal);
    if (principal === null) return null;
    const needs = [first, ...others];
    const statement = isTrust
      ? { Effect: 'Allow', Principal: principal, Action: need.action }
      : statements(needs, need.action.startsWith('kms:') ? '*' : null, { Principal: principal });
    return {
      account,
      where,
      sentence: `add a statement to ${where} that names ${principalText(need.principal)}`,
      statement,
    };
  };
}

const identityGrant: Grant = (where, [first, ...others]) => {
  const { principal } = first.need;
  if (!('account' in principal)) return null;
  const statement = statements([first, ...others], null, {});
  return { account: principal.account, where, sentence: `add a statement to ${where}`, statement };
};

/** One statement for all resources on which the same actions are missing, so that no action is allowed where it is not needed.
 *  `resource` stands for every resource where a policy can speak of one only (a key policy). */
function statements(
  needs: readonly JudgedNeed[],
  resource: string | null,
  principal: { readonly [key: string]: Json },
): Json {
  const actionsOn = [...groupBy(needs, (one) => resource ?? one.need.resource)].map(([on, group]) => ({
    on,
    actions: oneOrList(group.map((one) => one.need.action)),
  }));
  const list = [...groupBy(actionsOn, (one) => JSON.stringify(one.actions)).values()].flatMap(
    (group): readonly Json[] => {
      const [first] = group;
      if (first === undefined) return [];
      return [
        {
          Effect: 'Allow',
          ...principal,
          Action: first.actions,
          Resource: oneOrList(group.map((one) => one.on)),
        },
      ];
    },
  );
  return list.length === 1 ? (list[0] ?? null) : list;
}

function resourcePolicyName(inventory: Inventory, { need, sources }: JudgedNeed): string {
  const source = [...sources().values()].find(
    (one) => one.id.startsWith('trust:') || one.id.startsWith('resource:'),
  );
  if (source !== undefined) return `the ${source.title}`;
  if (need.action === 'sts:AssumeRole') return `the trust policy of ${arnName(need.resource)}`;
  if (need.action.startsWith('kms:'))
    return `the key policy of ${inventory.keys.get(need.resource)?.aliases[0]?.replace(/^alias\//, '') ?? arnName(need.resource)}`;
  return `the bucket policy of ${need.resource.split(':::')[1]?.split('/')[0] ?? need.resource}`;
}

function oneOrList(values: readonly string[]): Json {
  const list = [...new Set(values)].sort();
  return list.length === 1 ? (list[0] ?? '') : list;
}
