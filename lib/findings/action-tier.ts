// Which tier an action serves: that of the account it works in, else what its stage or its own name says.
import type { PermissionPath } from '@/lib/graph/hop';
import type { Inventory } from '@/lib/model/inventory';
import { rankOf, type Tier, tierOf, tierWord } from '@/lib/model/tier';

const WITHOUT_EFFECT: ReadonlySet<string> = new Set(['Source', 'Approval', 'Rule']);

/** The tier on the ladder, with how it was told; null where nothing tells, and of actions that change nothing. Never throws. */
export function tierOfAction(inventory: Inventory, path: PermissionPath): Tier | null {
  if (WITHOUT_EFFECT.has(path.category)) return null;
  const account = tierOf(inventory, path.account);
  if (account !== null && rankOf(account.name) !== null) {
    const name = inventory.accounts.get(path.account)?.name ?? path.account;
    return { name: account.name, told: `${name} is ${account.name}: ${account.told}` };
  }
  const stage = tierWord(path.stage);
  if (stage !== null && rankOf(stage) !== null)
    return { name: stage, told: `the stage is called \`${path.stage}\`` };
  const own = tierWord(path.action);
  if (own !== null && rankOf(own) !== null)
    return { name: own, told: `the action is called \`${path.action}\`` };
  return null;
}

/** `Prod/Deploy`. Never throws. */
export function actionName({ stage, action }: PermissionPath): string {
  return `${stage}/${action}`;
}
