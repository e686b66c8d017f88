// A hat that may hand any role of its account to a service that runs things with it.

import { groupBy } from '@/lib/base/group-by';
import { known } from '@/lib/iam/context';
import type { Arn } from '@/lib/names/arn';
import { serviceTitle } from '@/lib/names/service-title';
import { ownSideAllows, speaksOf, togetherSay } from '../ask';
import { hatTitle, readHats } from '../hats';
import { type Granted, narrowEach, oneOrAll, withGrants } from '../narrow';
import { strangeRole } from '../nobody';
import { isAdministrator } from '../powers';
import type { Judged, Rule } from '../rule';
import { needsOf } from '../uses';

/** Services that run a customer's templates, code or containers with the role that they are handed. */
const SERVICES: readonly string[] = [
  'cloudformation.amazonaws.com',
  'codebuild.amazonaws.com',
  'codepipeline.amazonaws.com',
  'ec2.amazonaws.com',
  'ecs-tasks.amazonaws.com',
  'glue.amazonaws.com',
  'lambda.amazonaws.com',
  'states.amazonaws.com',
];

export const rolePassesAnyRole: Rule = {
  id: 'role-passes-any-role',
  title: 'A pipeline’s role may pass any role',
  severity: 'high',
  marks: true,
  why: 'Handing a role to a service that runs one’s own code or template is having that role: with iam:PassRole on every role the most powerful one of the account is within reach. Roles with which CloudFormation makes stacks often pass roles that the stack makes; of those the finding is told without marking the pipeline.',
  remedy: 'Name the roles that are really passed, and the service with a condition on iam:PassedToService.',
  example: {
    wide: '{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"}',
    narrow: `{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::111122223333:role/shop-stack",
 "Condition": {"StringEquals": {"iam:PassedToService": "cloudformation.amazonaws.com"}}}`,
  },
  sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html'],
  check: (judged) =>
    readHats(judged).flatMap(({ hat, role }) => {
      if (!speaksOf(judged, role, 'iam') || isAdministrator(judged, role, hat.region)) return [];
      const answers = SERVICES.map((service) => ({
        service,
        answer: ownSideAllows(judged, role, {
          action: 'iam:PassRole',
          resource: strangeRole(role.arn, role.account),
          account: role.account,
          region: hat.region,
          context: { 'iam:PassedToService': known(service) },
        }),
      }));
      const said = togetherSay(answers.map((one) => one.answer));
      if (said === null) return [];
      const verdict = said.certainty === 'shown' ? 'allowed' : 'unknown';
      const services = answers.filter(({ answer }) => answer.verdict === verdict);
      const isStack = hat.jobs.size === 1 && hat.jobs.has('stack');
      const to =
        services.length === SERVICES.length
          ? 'any service'
          : services.map((one) => serviceTitle(one.service)).join(', ');
      return {
        subject: role.arn,
        pipelines: hat.pipelines,
        title: `the ${hatTitle(judged, hat)} may pass any role of its account to ${to}`,
        ...(isStack ? { marks: false as const, severity: 'medium' as const } : {}),
        ...said,
        // What a template or a build hands on is not known.
        ...(hat.jobs.has('stack') || hat.jobs.has('build')
          ? {}
          : {
              narrowed: narrowEach(said.evidence, (statement) =>
                withGrants(statement, 'iam:PassRole', passed(judged, role.arn)),
              ),
            }),
      };
    }),
};

/** A statement for each service that is handed roles, with the roles that it is handed. */
function passed(judged: Judged, role: Arn): readonly Granted[] {
  const passes = needsOf(judged, role).flatMap(({ action, resource, context, base }) => {
    const service = context['iam:PassedToService'] ?? base['iam:PassedToService'];
    return action === 'iam:PassRole' && service?.kind === 'known'
      ? service.values.map((to) => ({ resource, to }))
      : [];
  });
  return [...groupBy(passes, ({ to }) => to)].map(([to, ofService]) => ({
    Action: 'iam:PassRole',
    Resource: oneOrAll(ofService.map(({ resource }) => resource)),
    Condition: { StringEquals: { 'iam:PassedToService': to } },
  }));
}
