// A hat that anybody in AWS may put on.
import type { Finding } from '../finding';
import { assumedHats } from '../hats';
import type { Rule } from '../rule';
import { openingStatement, strangerPutsOn } from '../stranger';
import { trustsAnyone } from '../trusted-accounts';

/** An account that cannot be one of the organisation's: AWS never hands this id out. */
const FOREIGN_ACCOUNT = '000000000000';

export const roleTrustsAnyone: Rule = {
  id: 'role-trusts-anyone',
  title: 'An action role trusts everybody',
  severity: 'critical',
  why: 'A trust statement with the principal * and no condition that narrows it lets principals of every AWS account in the world put the role on.',
  remedy: 'Name the pipeline role’s ARN as the principal.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous',
  ],
  check: (judged) =>
    assumedHats(judged.pipelines).flatMap((hat): readonly Finding[] => {
      const role = judged.inventory.roles.get(hat.role);
      if (role === undefined || !trustsAnyone(role.trust)) return [];
      const decision = strangerPutsOn(judged.inventory, role, FOREIGN_ACCOUNT);
      if (decision.verdict !== 'allowed' && decision.verdict !== 'unknown') return [];
      return [
        {
          rule: roleTrustsAnyone.id,
          severity: roleTrustsAnyone.severity,
          subject: role.arn,
          account: role.account,
          pipelines: hat.pipelines,
          title: `${role.name} can be put on from any AWS account`,
          certainty: decision.verdict === 'allowed' ? 'shown' : 'possible',
          policy: `trust:${role.arn}`,
          statement: openingStatement(decision),
          reach: null,
        },
      ];
    }),
};
