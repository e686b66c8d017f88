// A hat that can give itself any right, though it is no administrator by name.
import { togetherSay } from '../ask';
import { hatTitle, readHats } from '../hats';
import { isAdministrator, powersOf } from '../powers';
import type { Rule } from '../rule';

export const roleRewritesIam: Rule = {
  id: 'role-rewrites-iam',
  title: 'A pipeline’s role may change the rights of any role',
  severity: 'high',
  marks: true,
  why: 'Who may write the policies or the trust of any role of an account, or make access keys of any user, can give itself every right there. Roles with which CloudFormation makes stacks often need to make roles; of those the finding is told without marking the pipeline.',
  remedy:
    'Narrow the resource to roles of the pipeline’s own name or path, and require a permissions boundary with a condition on iam:PermissionsBoundary.',
  example: {
    wide: '{"Effect": "Allow", "Action": ["iam:CreateRole", "iam:PutRolePolicy"], "Resource": "*"}',
    narrow: `{"Effect": "Allow", "Action": ["iam:CreateRole", "iam:PutRolePolicy"], "Resource": "arn:aws:iam::111122223333:role/shop/*",
 "Condition": {"StringEquals": {"iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/shop-fence"}}}`,
  },
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html',
  ],
  check: (judged) =>
    readHats(judged).flatMap(({ hat, role }) => {
      if (isAdministrator(judged, role, hat.region)) return [];
      const { rewrites } = powersOf(judged, role, hat.region);
      const said = togetherSay(rewrites.map((one) => one.answer));
      if (said === null) return [];
      const isStack = hat.jobs.size === 1 && hat.jobs.has('stack');
      const asked = rewrites.filter(
        ({ answer }) => said.certainty === 'possible' || answer.verdict === 'allowed',
      );
      return {
        subject: role.arn,
        pipelines: hat.pipelines,
        title: `the ${hatTitle(judged, hat)} may change the rights of others: ${asked.map((one) => one.action).join(', ')}`,
        ...(isStack ? { marks: false as const, severity: 'medium' as const } : {}),
        ...said,
      };
    }),
};
