// A hat that may put on whatever other hat lets it.
import { candidateStatements } from '@/lib/iam/evaluate-policy';
import type { Role } from '@/lib/model/resource';
import { type AccountId, parseArn } from '@/lib/names/arn';
import { principalPolicies } from '@/lib/verdict/principal-policies';
import { ownSideAllows, speaksOf, togetherSay } from '../ask';
import { hatTitle, readHats } from '../hats';
import { narrowEach, oneOrAll, withGrants } from '../narrow';
import { strangeRole } from '../nobody';
import { isAdministrator } from '../powers';
import type { Judged, Rule } from '../rule';
import { FOREIGN_ACCOUNT } from '../stranger';
import { needsOf } from '../uses';

export const roleAssumesAnyRole: Rule = {
  id: 'role-assumes-any-role',
  title: 'A pipeline’s role may assume any role',
  severity: 'high',
  marks: true,
  why: 'With sts:AssumeRole on every role, of all accounts or of one, the only thing between this role and another is the other’s trust policy: every role that trusts the whole account is within reach, today’s and tomorrow’s.',
  remedy: 'List the ARNs of the action roles that the pipeline really puts on.',
  example: {
    wide: '{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::*:role/*"}',
    narrow:
      '{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::444455556666:role/shop-deploy"}',
  },
  sources: [
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html',
  ],
  check: (judged) =>
    readHats(judged).flatMap(({ hat, role }) => {
      if (!speaksOf(judged, role, 'sts') || isAdministrator(judged, role, hat.region)) return [];
      const answers = accountsToAsk(judged, role).map((account) => ({
        account,
        answer: ownSideAllows(judged, role, {
          action: 'sts:AssumeRole',
          resource: strangeRole(role.arn, account),
          account,
          region: hat.region,
        }),
      }));
      const said = togetherSay(answers.map((one) => one.answer));
      if (said === null) return [];
      const verdict = said.certainty === 'shown' ? 'allowed' : 'unknown';
      const accounts = answers.flatMap(({ account, answer }) => (answer.verdict === verdict ? account : []));
      const where = accounts.includes(FOREIGN_ACCOUNT)
        ? 'of any account'
        : `of ${accounts.map((id) => judged.inventory.accounts.get(id)?.name ?? id).join(', ')}`;
      return {
        subject: role.arn,
        pipelines: hat.pipelines,
        title: `the ${hatTitle(judged, hat)} may put on any role ${where} that lets it`,
        ...said,
        narrowed: narrowEach(said.evidence, (statement) => {
          const targets = needsOf(judged, role.arn).flatMap((need) =>
            need.action === 'sts:AssumeRole' ? need.resource : [],
          );
          return withGrants(
            statement,
            'sts:AssumeRole',
            targets.length === 0 ? [] : [{ Action: 'sts:AssumeRole', Resource: oneOrAll(targets) }],
          );
        }),
      };
    }),
};

/** One that nobody has, its own, and those of which its policies name a whole family of roles. */
function accountsToAsk({ inventory, shelf }: Judged, role: Role): readonly AccountId[] {
  const { identity } = principalPolicies(inventory, shelf, role);
  const named = identity.flatMap(({ policy }) =>
    policy.kind === 'unread'
      ? []
      : candidateStatements(policy, 'sts:AssumeRole').flatMap((statement) =>
          (statement.resources?.patterns ?? []).flatMap((pattern) => {
            const account =
              pattern.kind === 'glob' && pattern.strict !== null ? parseArn(pattern.strict)?.account : '';
            return account !== undefined && /^\d{12}$/.test(account) ? account : [];
          }),
        ),
  );
  return [...new Set([FOREIGN_ACCOUNT, role.account, ...named])].sort();
}
