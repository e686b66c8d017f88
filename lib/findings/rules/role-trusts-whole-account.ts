// A hat that every principal of an account may put on, if that account's own policies let it.

import { arnAccount } from '@/lib/names/arn';
import { readHats } from '../hats';
import { narrowEach, withPrincipals } from '../narrow';
import { reachOf } from '../reach';
import type { Rule } from '../rule';
import { strangerPutsOn, strangerSays } from '../stranger';
import { trustedAccounts } from '../trusted-accounts';

export const roleTrustsWholeAccount: Rule = {
  id: 'role-trusts-whole-account',
  title: 'A pipeline’s role trusts a whole account',
  severity: 'high',
  marks: true,
  why: 'A trust statement that names an account’s root without a condition leaves it to that account who may put the role on: every principal there with sts:AssumeRole on it, today’s and tomorrow’s.',
  remedy:
    'Name the pipeline role’s ARN as the principal, or add a condition on aws:PrincipalArn that only the pipeline role meets.',
  example: {
    wide: '{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "sts:AssumeRole"}',
    narrow: `{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "sts:AssumeRole",
 "Condition": {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/shop-pipeline"}}}`,
  },
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts',
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html',
  ],
  check: (judged) =>
    readHats(judged).flatMap(({ hat, role }) =>
      trustedAccounts(role.trust).flatMap((account) => {
        const said = strangerSays(judged, role, strangerPutsOn(judged, role, account));
        if (said === null) return [];
        const name = judged.inventory.accounts.get(account)?.name ?? account;
        return {
          subject: role.arn,
          about: account,
          pipelines: hat.pipelines,
          title: `${role.name} can be put on by every principal of ${name} that its own policies let`,
          ...said,
          reach: reachOf(judged, role, account, hat.wornBy),
          narrowed: narrowEach(said.evidence, (statement) =>
            withPrincipals(statement, (entry) =>
              entry === account || entry.endsWith(`::${account}:root`)
                ? { AWS: hat.wornBy.filter((arn) => arnAccount(arn) === account), Service: [] }
                : null,
            ),
          ),
        };
      }),
    ),
};
