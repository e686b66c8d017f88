// A first look before the evaluator is asked: which stores a policy may speak of, and whom a store's policy may let in.
import { coversAction } from '@/lib/iam/match-action';
import type { Policy, UnreadPolicy } from '@/lib/iam/policy';
import type { PrincipalList, ResourcePattern, Statement } from '@/lib/iam/statement';
import { isPlain } from '@/lib/iam/wildcard';
import type { AccountId, Arn } from '@/lib/names/arn';

/** Whether some of these policies may allow one of the actions on the thing, or on something within it. False is certain; true is not.
 *  Never throws. */
export function mayTouch(
  policies: readonly (Policy | UnreadPolicy)[],
  actions: readonly string[],
  thing: Arn,
): boolean {
  return policies.some(
    (policy) =>
      policy.kind === 'unread' ||
      policy.statements.some(
        (one) =>
          one.effect !== 'Deny' &&
          mayName(one, actions) &&
          (one.resources === null ||
            one.resources.isNegated ||
            one.resources.patterns.some((pattern) => mayCover(pattern, thing))),
      ),
  );
}

function mayName({ actions: list }: Statement, actions: readonly string[]): boolean {
  return list === null || actions.some((action) => coversAction(list, action.toLowerCase()));
}

function mayCover(pattern: ResourcePattern, thing: Arn): boolean {
  switch (pattern.kind) {
    case 'everything':
    case 'template':
      return true;
    case 'nothing':
      return false;
    case 'literal':
      return pattern.arn === thing || pattern.arn.startsWith(`${thing}/`);
    case 'glob':
      return [pattern.strict, pattern.loose].some((text) => text !== null && mayMeet(text, thing));
  }
}

/** Whether what stands before the first wildcard does not yet lead elsewhere. */
function mayMeet(pattern: string, thing: Arn): boolean {
  let plain = 0;
  while (plain < pattern.length && isPlain(pattern.charAt(plain))) plain += 1;
  const before = pattern.slice(0, plain);
  return `${thing}/`.startsWith(before) || before.startsWith(`${thing}/`);
}

/** Whom a policy of a thing may let in. `everyone`: not only those of the accounts that it names. */
export interface LetIn {
  readonly everyone: boolean;
  /** Accounts named as a whole: there each principal's own policies have to allow as well. */
  readonly whole: ReadonlySet<AccountId>;
  /** Accounts of which somebody is named in person. */
  readonly inPerson: ReadonlySet<AccountId>;
}

/** A superset of those whom its Allow statements name. Never throws. */
export function letInBy(policy: Policy): LetIn {
  const whole = new Set<AccountId>();
  const inPerson = new Set<AccountId>();
  let everyone = false;
  for (const { effect, principals } of policy.statements) {
    if (effect === 'Deny') continue;
    if (principals === null || isForEveryone(principals)) everyone = true;
    else {
      for (const name of principals.accounts) addAccounts(whole, name);
      for (const name of [...principals.arns, ...principals.sessions.keys()]) addAccounts(inPerson, name);
    }
  }
  return { everyone, whole, inPerson };
}

function isForEveryone(principals: PrincipalList): boolean {
  const { isNegated, hasEveryone, hasEveryAwsPrincipal, uniqueIds, canonicalUsers } = principals;
  return isNegated || hasEveryone || hasEveryAwsPrincipal || uniqueIds.size > 0 || canonicalUsers.size > 0;
}

function addAccounts(accounts: Set<AccountId>, name: string): void {
  for (const part of name.split(':')) if (/^\d{12}$/.test(part)) accounts.add(part);
}
