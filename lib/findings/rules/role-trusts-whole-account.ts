// A hat that every principal of an account may put on, if that account's own policies let it.
import type { Finding } from '../finding';
import { assumedHats } from '../hats';
import { reachOf } from '../reach';
import type { Rule } from '../rule';
import { openingStatement, strangerPutsOn } from '../stranger';
import { trustedAccounts } from '../trusted-accounts';

export const roleTrustsWholeAccount: Rule = {
  id: 'role-trusts-whole-account',
  title: 'An action role trusts a whole account',
  severity: 'high',
  why: 'A trust statement that names an account’s root without a condition leaves it to that account who may put the role on: every principal there with sts:AssumeRole on it, today’s and tomorrow’s.',
  remedy:
    'Name the pipeline role’s ARN as the principal, or add a condition on aws:PrincipalArn that only the pipeline role meets.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts',
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html',
  ],
  check: (judged) =>
    assumedHats(judged.pipelines).flatMap((hat): readonly Finding[] => {
      const role = judged.inventory.roles.get(hat.role);
      if (role === undefined) return [];
      return trustedAccounts(role.trust).flatMap((account) => {
        const decision = strangerPutsOn(judged.inventory, role, account);
        if (decision.verdict !== 'allowed' && decision.verdict !== 'unknown') return [];
        const name = judged.inventory.accounts.get(account)?.name ?? account;
        return {
          rule: roleTrustsWholeAccount.id,
          severity: roleTrustsWholeAccount.severity,
          subject: role.arn,
          account: role.account,
          pipelines: hat.pipelines,
          title: `${role.name} can be put on by every principal of ${name} that its own policies let`,
          certainty: decision.verdict === 'allowed' ? 'shown' : 'possible',
          policy: `trust:${role.arn}`,
          statement: openingStatement(decision),
          reach: reachOf(judged, role, account, hat.wornBy),
        };
      });
    }),
};
