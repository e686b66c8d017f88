// SCPs and RCPs: one list of policies for each level above an account.
import type { Inventory } from '@/lib/model/inventory';
import type { GuardrailPolicy } from '@/lib/model/resource';
import type { AccountId } from '@/lib/names/arn';
import { blameOrganization } from './gaps';
import { type PolicyShelf, policyId, type Shelved } from './policy-shelf';

/** The levels, the organisation's root first; null where the kind does not apply to the account. An account that the
 *  organisation does not list may be bound by another organisation's, so they are unread.
 *  @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html (read 2026-11-24) */
export function guardrailLevels(
  inventory: Inventory,
  shelf: PolicyShelf,
  account: AccountId,
  kind: 'scp' | 'rcp',
): readonly (readonly Shelved[])[] | null {
  return shelf.onceOf(kind, account, () => gather(inventory, shelf, account, kind));
}

function gather(
  inventory: Inventory,
  shelf: PolicyShelf,
  account: AccountId,
  kind: 'scp' | 'rcp',
): readonly (readonly Shelved[])[] | null {
  const levels = inventory.accounts.get(account)?.[kind === 'scp' ? 'scps' : 'rcps'];
  if (levels === null) return null;
  const title = `${kind.toUpperCase()}s above account ${account}`;
  const unread = (id: string) => {
    const { gaps, notScanned } = blameOrganization(inventory, account);
    return shelf.unread({ id, title, account: null, arn: null }, gaps, notScanned);
  };
  if (levels === undefined || levels.kind === 'unread') return [[unread(policyId.guardrails(kind, account))]];
  return levels.value.map(({ target, policies }) => {
    if (policies.kind === 'unread') return [unread(`${policyId.guardrails(kind, account)}@${target}`)];
    return policies.value.map(
      (policy) => onShelf(shelf, policy, target, kind) ?? unread(policyId.guardrail(target, policy.arn)),
    );
  });
}

function onShelf(
  shelf: PolicyShelf,
  policy: GuardrailPolicy,
  target: string,
  kind: 'scp' | 'rcp',
): Shelved | null {
  if (policy.document.kind === 'unread') return null;
  return shelf.read(
    kind,
    {
      id: policyId.guardrail(target, policy.arn),
      title: `${kind.toUpperCase()} ${policy.name} on ${target}`,
      account: null,
      arn: policy.arn,
    },
    policy.document.value,
  );
}
