// A hat that anybody in AWS may put on.
import { readHats } from '../hats';
import { narrowEach, withPrincipals } from '../narrow';
import type { Rule } from '../rule';
import { FOREIGN_ACCOUNT, strangerPutsOn, strangerSays } from '../stranger';
import { trustsAnyone } from '../trusted-accounts';

export const roleTrustsAnyone: Rule = {
  id: 'role-trusts-anyone',
  title: 'A pipeline’s role trusts everybody',
  severity: 'critical',
  marks: true,
  why: 'A trust statement with the principal * and no condition that narrows it lets principals of every AWS account in the world put the role on.',
  remedy: 'Name the ARN of the role that puts it on as the principal.',
  example: {
    wide: '{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}',
    narrow:
      '{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/shop-pipeline"}, "Action": "sts:AssumeRole"}',
  },
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous',
  ],
  check: (judged) =>
    readHats(judged).flatMap(({ hat, role }) => {
      if (!trustsAnyone(role.trust)) return [];
      const said = strangerSays(judged, role, strangerPutsOn(judged, role, FOREIGN_ACCOUNT));
      return said === null
        ? []
        : {
            subject: role.arn,
            pipelines: hat.pipelines,
            title: `${role.name} can be put on from any AWS account`,
            ...said,
            narrowed: narrowEach(said.evidence, (statement) =>
              withPrincipals(statement, (entry) => (entry === '*' ? { AWS: hat.wornBy, Service: [] } : null)),
            ),
          };
    }),
};
