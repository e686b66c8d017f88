// Why a resource does not let somebody in: the part of the one-line answer about its policy, or about itself.
import type { Inventory } from '@/lib/model/inventory';
import { type Arn, arnAccount, arnName } from '@/lib/names/arn';
import type { JudgedNeed, PolicySource } from '@/lib/verdict/judgement';
import { accountName } from './naming';
import { policyWord } from './policy-word';
import type { Words } from './trail';
import { mono, words } from './words';

/** What is missing on the side of the resource: its policy, a statement in it, or the thing itself. Never throws. */
export function resourceCause(inventory: Inventory, telling: JudgedNeed): Words {
  const { need } = telling;
  const owner = accountName(inventory, need.resourceAccount);
  const isTrust = need.action === 'sts:AssumeRole';
  if (isTrust && !inventory.roles.has(need.resource)) return noSuchRole(inventory, need.resource, owner);
  const kind = policyWord(need.action);
  const policy = telling.explain().policies.find((one) => one.layer === 'resource');
  if (policy === undefined) return words(`${owner} has no ${kind} on it, and another account needs one`);
  const nearest = [...policy.statements]
    .filter((one) => one.effect === 'Allow' && one.failed !== null)
    .sort((a, b) => b.matchedElements - a.matchedElements)[0];
  const absent =
    nearest?.failed?.reason === 'condition-key-absent' || nearest?.failed?.reason === 'condition-not-met';
  if (nearest !== undefined && absent && /ExternalId/i.test(nearest.failed?.detail ?? ''))
    return words(
      `its ${kind} wants an external id, and ${need.asked === true ? 'the request does not send it' : 'CodePipeline never sends one'}`,
    );
  if (nearest !== undefined && absent)
    return words(`a condition in its ${kind} is not met (${nearest.failed?.detail ?? ''})`);
  const deleted = deletedPrincipal(telling);
  if (deleted !== null)
    return words(
      `${isTrust ? 'its' : 'the'} ${kind}${isTrust ? '' : ` in ${owner}`} names `,
      mono(deleted),
      ', the id of a principal that was deleted',
    );
  const caller = 'account' in need.principal ? need.principal.account : null;
  const names =
    caller === null
      ? 'does not name the service'
      : caller === need.resourceAccount
        ? 'does not name it'
        : `names no principal of ${accountName(inventory, caller)}`;
  if (nearest?.failed?.element === 'Action') return words(`its ${kind} does not allow `, mono(need.action));
  const sameAccountOther =
    nearest?.failed?.reason === 'principal-not-named' &&
    /same account|other role/i.test(nearest.failed.detail);
  const sentence = sameAccountOther
    ? 'does not name it'
    : namesAccount(telling, caller)
      ? 'does not name that role'
      : names;
  return isTrust ? words(`its ${kind} ${sentence}`) : words(`the ${kind} in ${owner} ${sentence}`);
}

/** Whether some statement of the resource policy names another principal of the caller's account. */
function namesAccount(telling: JudgedNeed, account: string | null): boolean {
  const text = JSON.stringify(policyOfResource(telling)?.document ?? null);
  return account !== null && text.includes(`:${account}:`);
}

/** A role of that name under another path is another role, and most often the one that was meant.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html (read 2026-11-27) */
function noSuchRole(inventory: Inventory, role: Arn, owner: string): Words {
  const namesake = [...inventory.roles.values()].find(
    (one) => one.account === arnAccount(role) && one.name === arnName(role),
  );
  if (namesake === undefined) return words(`${owner} has no role of this name`);
  const path = namesake.arn.slice(namesake.arn.indexOf(':role/') + 1);
  return words(`${owner} has no role of this name under this path; there is `, mono(path));
}

/** Where nobody else of the caller's account is named: the id that IAM leaves in a policy when a principal is deleted.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles (read 2026-11-27) */
function deletedPrincipal(telling: JudgedNeed): string | null {
  const text = JSON.stringify(policyOfResource(telling)?.document ?? null);
  return /"(A(?:RO|ID)A[A-Z0-9]{8,})"/.exec(text)?.[1] ?? null;
}

function policyOfResource(telling: JudgedNeed): PolicySource | undefined {
  return [...telling.sources().values()].find(
    (one) => one.id.startsWith('resource:') || one.id.startsWith('trust:'),
  );
}
