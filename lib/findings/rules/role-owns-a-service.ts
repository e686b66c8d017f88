// A hat that may do anything with everything of a service.
import { ownSideAllows, speaksOfAllIn, togetherSay } from '../ask';
import { hatTitle, readHats } from '../hats';
import { NOBODY, strangeThing } from '../nobody';
import { isAdministrator } from '../powers';
import type { Rule } from '../rule';

/** Services that hold data, secrets or code, or run it, each with a thing of its own that nobody had in mind. */
const SERVICES: readonly (readonly [service: string, resource: string])[] = [
  ['cloudformation', `stack/${NOBODY}/${NOBODY}`],
  ['codebuild', `project/${NOBODY}`],
  ['codedeploy', `deploymentgroup:${NOBODY}/${NOBODY}`],
  ['codepipeline', NOBODY],
  ['dynamodb', `table/${NOBODY}`],
  ['ec2', `instance/${NOBODY}`],
  ['ecr', `repository/${NOBODY}`],
  ['ecs', `service/${NOBODY}/${NOBODY}`],
  ['kms', `key/${NOBODY}`],
  ['lambda', `function:${NOBODY}`],
  ['rds', `db:${NOBODY}`],
  ['s3', NOBODY],
  ['secretsmanager', `secret:${NOBODY}`],
  ['ssm', `parameter/${NOBODY}`],
];

export const roleOwnsAService: Rule = {
  id: 'role-owns-a-service',
  title: 'A pipeline’s role may do anything in a service',
  severity: 'medium',
  marks: true,
  why: 'A wildcard for every action of a service on every resource allows much more than any action of a pipeline asks for, and more with every feature that the service gains. Roles with which CloudFormation makes stacks must make what templates name; of those, and of roles that other services wear, the finding is told without marking the pipeline.',
  remedy: 'Name the actions, or the resources: the page of the action’s provider says what it asks of AWS.',
  example: {
    wide: '{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}',
    narrow:
      '{"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::artifacts-us-east-1/*"}',
  },
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/security-iam.html',
  ],
  check: (judged) =>
    readHats(judged).flatMap(({ hat, role }) => {
      if (isAdministrator(judged, role, hat.region)) return [];
      const own = SERVICES.filter(([service]) => speaksOfAllIn(judged, role, service));
      const answers = own.map(([service, resource]) => ({
        service,
        answer: ownSideAllows(judged, role, {
          // An action that no service has: only a wildcard over actions covers it.
          action: `${service}:NobodyInParticular`,
          resource:
            service === 's3'
              ? strangeThing(role.arn, service, '', '', resource)
              : strangeThing(role.arn, service, role.account, hat.region, resource),
          account: role.account,
          region: hat.region,
        }),
      }));
      const said = togetherSay(answers.map((one) => one.answer));
      if (said === null) return [];
      const verdict = said.certainty === 'shown' ? 'allowed' : 'unknown';
      const services = answers.flatMap(({ service, answer }) => (answer.verdict === verdict ? service : []));
      const isMeant = [...hat.jobs].every((job) => job === 'stack' || job === 'other');
      return {
        subject: role.arn,
        pipelines: hat.pipelines,
        title: `the ${hatTitle(judged, hat)} may do anything with everything of ${services.join(', ')}`,
        ...(isMeant ? { marks: false as const, severity: 'low' as const } : {}),
        ...said,
      };
    }),
};
