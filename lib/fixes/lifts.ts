// Who must lift what: explicit denies, SCPs, RCPs and boundaries are never answered by another allow.
import { groupBy } from '@/lib/base/group-by';
import type { Inventory } from '@/lib/model/inventory';
import type { JudgedNeed } from '@/lib/verdict/judgement';
import type { Fix } from './fix';
import { listed, principalText } from './principals';

interface Lift {
  readonly account: string;
  readonly where: string;
  /** The sentence without principals and actions: what is in the way. */
  readonly obstacle: (principals: string, actions: string) => string;
  readonly principal: string;
  readonly action: string;
}

/** One fix for each thing in the way, however many needs it stops. Never throws. */
export function liftsFor(inventory: Inventory, forbidden: readonly JudgedNeed[]): readonly Fix[] {
  const groups = groupBy(
    forbidden.flatMap((one) => obstacles(inventory, one)),
    (lift) => `${lift.account} ${lift.where}`,
  );
  return [...groups.values()].flatMap((lifts): readonly Fix[] => {
    const [first] = lifts;
    if (first === undefined) return [];
    const sentence = first.obstacle(
      listed(lifts.map((lift) => lift.principal)),
      listed(lifts.map((lift) => lift.action)),
    );
    return [{ account: first.account, where: first.where, sentence, statements: null, change: null }];
  });
}

function obstacles(inventory: Inventory, { need, decision, sources }: JudgedNeed): readonly Lift[] {
  const principal = principalText(need.principal);
  const home = 'account' in need.principal ? need.principal.account : (need.resourceAccount ?? '');
  const common = { principal, action: need.action };
  if (decision.by === 'explicit-deny') {
    const policies = sources();
    return decision.evidence
      .filter((one) => one.effect === 'Deny')
      .map((one) => {
        const source = policies.get(one.policy);
        const guardrail = one.layer === 'scp' || one.layer === 'rcp';
        const where = `statement ${one.statement + 1} of the ${source?.title ?? one.policy}`;
        return {
          ...common,
          account: guardrail ? managementAccount(inventory) : (source?.account ?? home),
          where,
          obstacle: (who, what) =>
            `${guardrail ? 'the organisation must exempt' : 'exempt'} ${who} from ${where}, which denies ${what}`,
        };
      });
  }
  if (decision.by === 'scp' || decision.by === 'rcp') {
    const where = `the ${decision.by.toUpperCase()}s above account ${home}`;
    return [
      {
        ...common,
        account: managementAccount(inventory),
        where,
        obstacle: (_, what) => `the organisation must allow ${what} at every level above account ${home}`,
      },
    ];
  }
  if (decision.by === 'special') {
    const owner = need.resourceAccount ?? home;
    const why = decision.caveats[0] ?? 'the service refuses it whatever the policies say';
    return [
      {
        ...common,
        account: owner,
        where: need.resource,
        obstacle: () => `no statement can allow this: ${why}`,
      },
    ];
  }
  const where = `the ${decision.by === 'boundary' ? 'permissions boundary' : `${decision.by} policy`} of ${principal}`;
  return [{ ...common, account: home, where, obstacle: (_, what) => `allow ${what} in ${where}` }];
}

function managementAccount(inventory: Inventory): string {
  return [...inventory.accounts.values()].find((account) => account.management)?.id ?? '';
}
