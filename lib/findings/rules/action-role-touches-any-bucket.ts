// An action role that may read or write whatever bucket lets it.
import { known } from '@/lib/iam/context';
import { ownSideAllows, togetherSay } from '../ask';
import { hatTitle, readHats } from '../hats';
import { strangeObject } from '../nobody';
import { isAdministrator } from '../powers';
import type { Rule } from '../rule';
import { FOREIGN_ACCOUNT } from '../stranger';

const ACTIONS: readonly (readonly [action: string, word: string])[] = [
  ['s3:GetObject', 'read'],
  ['s3:PutObject', 'write'],
  ['s3:DeleteObject', 'delete'],
];

export const actionRoleTouchesAnyBucket: Rule = {
  id: 'action-role-touches-any-bucket',
  title: 'An action role may touch objects of any bucket of other accounts',
  severity: 'medium',
  marks: false,
  why: 'Only the policy of the other account’s bucket stands between the role and its objects, so a bucket that trusts this role’s account as a whole is open to it. The deploy role of `cdk bootstrap` is made like that, which is why the finding does not mark.',
  remedy:
    'Name the buckets of the pipelines’ stores; for CDK, bootstrap with a template of your own that does.',
  example: {
    wide: '{"Effect": "Allow", "Action": ["s3:GetObject*", "s3:PutObject*", "s3:DeleteObject*"], "Resource": "*"}',
    narrow:
      '{"Effect": "Allow", "Action": "s3:GetObject*", "Resource": "arn:aws:s3:::artifacts-us-east-1/*"}',
  },
  sources: [
    'https://github.com/aws/aws-cdk/issues/12985',
    'https://github.com/aws/aws-cdk/issues/30598',
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html',
  ],
  check: (judged) =>
    readHats(judged).flatMap(({ hat, role }) => {
      if (!hat.jobs.has('action') || isAdministrator(judged, role, hat.region)) return [];
      const answers = ACTIONS.map(([action, word]) => ({
        word,
        answer: ownSideAllows(judged, role, {
          action,
          resource: strangeObject(role.arn),
          account: FOREIGN_ACCOUNT,
          region: hat.region,
          context: { 's3:ResourceAccount': known(FOREIGN_ACCOUNT) },
        }),
      }));
      const said = togetherSay(answers.map((one) => one.answer));
      if (said === null) return [];
      const verdict = said.certainty === 'shown' ? 'allowed' : 'unknown';
      const may = answers.flatMap(({ word, answer }) => (answer.verdict === verdict ? word : []));
      return {
        subject: role.arn,
        pipelines: hat.pipelines,
        title: `the ${hatTitle(judged, hat)} may ${may.join(' and ')} objects of any bucket of other accounts that lets it`,
        ...said,
      };
    }),
};
