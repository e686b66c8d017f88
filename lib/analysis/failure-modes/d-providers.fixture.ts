// Test support: what action providers ask, and the roles that they are handed.
import { ACTIONS } from './d-actions.fixture';
import { BUILDS_AND_TESTS } from './d-builds.fixture';
import { DEPLOYMENTS } from './d-deployments.fixture';
import type { RegisterEntry } from './entry.fixture';

export const PROVIDERS_AND_PASSED_ROLES: readonly RegisterEntry[] = [
  ...ACTIONS,
  ...BUILDS_AND_TESTS,
  ...DEPLOYMENTS,
  {
    id: 'beanstalk-partial-permissions',
    what: 'The role that deploys to Elastic Beanstalk may not call the services behind the environment.',
    sources: [
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html#troubleshooting-aeb1',
    ],
    because: 'needs a call',
    reportedAs: 'cannot tell, where it may not make the calls that most environments take',
    why: 'which services an environment uses is not read',
  },
  {
    id: 'cfn-capabilities-missing',
    what: 'A template has IAM resources, or macros, that its action does not acknowledge.',
    sources: [
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CloudFormation.html',
    ],
    because: 'in something that no scan reads',
    reportedAs: 'silent',
    why: 'templates lie in artifacts',
  },
  {
    id: 'lambda-logs-credentials',
    what: 'A function writes the credentials of its job into its log.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-Lambda.html'],
    because: 'in something that no scan reads',
    reportedAs: 'silent',
    why: 'code is not read',
  },
];
