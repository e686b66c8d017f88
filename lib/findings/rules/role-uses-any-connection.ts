// A hat that may fetch every repository behind a connection, or behind any.
import { known } from '@/lib/iam/context';
import { ownSideAllows, speaksOf, togetherSay } from '../ask';
import { hatTitle, readHats } from '../hats';
import { NOBODY, strangeThing } from '../nobody';
import { isAdministrator } from '../powers';
import type { Rule } from '../rule';

const PREFIXES = ['codestar-connections', 'codeconnections'] as const;

export const roleUsesAnyConnection: Rule = {
  id: 'role-uses-any-connection',
  title: 'A pipeline’s role may use any connection',
  severity: 'medium',
  marks: false,
  why: 'A connection reaches every repository that the installation of its app was given. A role that may use any connection of the account reads all of them, those of other teams too.',
  remedy: 'Name the connection, and the repository with a condition on FullRepositoryId.',
  example: {
    wide: '{"Effect": "Allow", "Action": "codestar-connections:UseConnection", "Resource": "*"}',
    narrow: `{"Effect": "Allow", "Action": "codestar-connections:UseConnection",
 "Resource": "arn:aws:codestar-connections:eu-west-1:111122223333:connection/6f3d2b1a-8c47-4e59-9a10-2d7be5f0c384",
 "Condition": {"StringEquals": {"codestar-connections:FullRepositoryId": "acme/shop"}}}`,
  },
  sources: [
    'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodestarConnectionSource.html',
    'https://docs.aws.amazon.com/dtconsole/latest/userguide/security-iam.html',
  ],
  check: (judged) =>
    readHats(judged).flatMap(({ hat, role }) => {
      if (isAdministrator(judged, role, hat.region)) return [];
      const answers = PREFIXES.filter((prefix) => speaksOf(judged, role, prefix)).map((prefix) =>
        ownSideAllows(judged, role, {
          action: `${prefix}:UseConnection`,
          resource: strangeThing(role.arn, prefix, role.account, hat.region, `connection/${NOBODY}`),
          account: role.account,
          region: hat.region,
          context: {
            [`${prefix}:FullRepositoryId`]: known(`${NOBODY}/${NOBODY}`),
            [`${prefix}:BranchName`]: known('main'),
          },
        }),
      );
      const said = togetherSay(answers);
      return said === null
        ? []
        : {
            subject: role.arn,
            pipelines: hat.pipelines,
            title: `the ${hatTitle(judged, hat)} may use any connection of its account, for any repository`,
            ...said,
          };
    }),
};
