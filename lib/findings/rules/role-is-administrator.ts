// A hat that may do everything, or everything but IAM.
import { togetherSay } from '../ask';
import { hatTitle, readHats } from '../hats';
import { powersOf } from '../powers';
import type { Rule } from '../rule';

export const roleIsAdministrator: Rule = {
  id: 'role-is-administrator',
  title: 'A pipeline’s role may do everything',
  severity: 'high',
  marks: true,
  why: 'Who decides what such a role does owns its account: for a build role whoever can change the repository, for a CloudFormation execution role whoever can change the template, for a pipeline or action role whoever can change the pipeline. Execution roles that `cdk bootstrap` makes are administrators by default, so of those the finding is told without marking the pipeline.',
  remedy:
    'Allow what the role is for, or put a permissions boundary on it; bootstrap CDK with --cloudformation-execution-policies and a policy of your own.',
  example: {
    wide: '{"Effect": "Allow", "Action": "*", "Resource": "*"}',
    narrow:
      '{"Effect": "Allow", "Action": ["codebuild:StartBuild", "codebuild:BatchGetBuilds"], "Resource": "arn:aws:codebuild:us-east-1:111122223333:project/shop"}',
  },
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-customizing.html',
    'https://github.com/aws/aws-cdk/issues/27097',
  ],
  check: (judged) =>
    readHats(judged).flatMap(({ hat, role }) => {
      const { everything, rewrites } = powersOf(judged, role, hat.region);
      const said = togetherSay([everything]);
      if (said === null) return [];
      const withIam = rewrites.some(({ answer }) => answer.verdict === 'allowed');
      const isStack = hat.jobs.size === 1 && hat.jobs.has('stack');
      return {
        subject: role.arn,
        pipelines: hat.pipelines,
        title: `the ${hatTitle(judged, hat)} may do everything${withIam ? '' : ' but change IAM'} in its account`,
        severity: hat.jobs.has('build') ? ('critical' as const) : ('high' as const),
        ...(isStack ? { marks: false as const } : {}),
        ...said,
      };
    }),
};
