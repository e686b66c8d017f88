// Test support: roles that trust too many or may do too much.
import type { RegisterEntry } from './entry.fixture';
import { shownBy } from './f-shown-by.fixture';

export const WIDE_ROLES: readonly RegisterEntry[] = [
  {
    id: 'root-trust-on-action-role',
    what: 'A role of a pipeline trusts a whole account.',
    sources: ['https://github.com/aws/aws-cdk/issues/33709', 'https://github.com/aws/aws-cdk/pull/25316'],
    as: shownBy(
      'role-trusts-whole-account',
      'fires for the root of an account without a condition, and counts who can put the hat on',
      'is silent where a condition narrows it: %s',
      'cannot tell who can put it on where the trusted account was not read, and says that the count is not complete',
    ),
  },
  {
    id: 'wildcard-trust',
    what: 'A role of a pipeline trusts everybody.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous',
    ],
    as: shownBy(
      'role-trusts-anyone',
      'fires for the principal * without a condition',
      'is silent where the organisation is asked for and the stranger is in another',
      'cannot tell where a statement that might deny cannot be read, and says that it is possible',
    ),
  },
  {
    id: 'assume-role-star',
    what: 'A role may put on every role.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/customer-managed-policies.html'],
    as: shownBy(
      'role-assumes-any-role',
      'fires for %s',
      'is silent for %s',
      'cannot tell where a policy was not read, and says that it is possible',
    ),
  },
  {
    id: 'pass-role-star',
    what: 'A role may pass every role.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/security-best-practices.html'],
    as: shownBy(
      'role-passes-any-role',
      'fires for any role to any service',
      'is silent for %s',
      'cannot tell where a policy was not read, and says that it is possible',
    ),
  },
  {
    id: 'same-action-role-dev-and-prod',
    what: 'One action role serves development and production.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/security-best-practices.html'],
    as: shownBy(
      'one-role-serves-several-tiers',
      'fires for an action role in stages of two tiers, and says how they were told',
      'is silent for a role of each tier, and for one in an account of one tier',
      'cannot tell where neither account nor stage says a tier, and keeps silent',
    ),
  },
  {
    id: 'hub-role-reaches-dev-and-prod',
    what: 'One pipeline role reaches development and production.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/security-best-practices.html'],
    as: shownBy(
      'hub-reaches-dev-and-prod',
      'fires with the chains, and as information where an approval stands before prod',
      'is silent where all is of one tier',
      'cannot tell what a hub reaches whose role was not read, and keeps silent',
    ),
  },
  {
    id: 'build-role-admin',
    what: 'The role of a build is an administrator.',
    sources: ['https://github.com/aws/aws-cdk/issues/12207', 'https://github.com/aws/aws-cdk/issues/27097'],
    as: shownBy(
      'role-is-administrator',
      'fires for everything on everything, with the statement',
      'is silent where everything is allowed in one service only, or nothing is wide',
      'cannot tell where a policy was not read, and says that it is possible',
    ),
  },
  {
    id: 'cfn-exec-role-admin',
    what: 'The execution role of a stack is an administrator.',
    sources: ['https://github.com/aws/aws-cdk/issues/27097'],
    as: shownBy(
      'role-is-administrator',
      'fires for everything on everything, with the statement',
      'is silent where everything is allowed in one service only, or nothing is wide',
      'cannot tell where a policy was not read, and says that it is possible',
    ),
  },
  {
    id: 's3-star-on-cross-account-deploy-role',
    what: 'A role that deploys may touch objects of any bucket of other accounts.',
    sources: ['https://github.com/aws/aws-cdk/issues/12985', 'https://github.com/aws/aws-cdk/issues/30598'],
    as: shownBy(
      'action-role-touches-any-bucket',
      'fires for any bucket of another account, as the CDK’s bootstrap writes it',
      'is silent for %s',
      'cannot tell where a policy was not read, and says that it is possible',
    ),
  },
  {
    id: 'connection-shared-too-widely',
    what: 'A connection may be used for every repository.',
    sources: [
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodestarConnectionSource.html',
    ],
    as: shownBy(
      'role-uses-any-connection',
      'fires for every connection',
      'is silent for %s',
      'cannot tell where a policy was not read, and says that it is possible',
    ),
  },
  {
    id: 'confused-deputy-service-role',
    what: 'A service role is not narrowed by the source of the request.',
    sources: ['https://github.com/aws-solutions/aws-control-tower-customizations/issues/226'],
    as: shownBy(
      'role-trusts-service-of-any-account',
      'fires for a build role without a condition, as information',
      'is silent where a condition asks for %s',
      'cannot tell where a statement that might deny cannot be read, and says that it is possible',
    ),
  },
  {
    id: 'stale-action-role-reference',
    what: 'A policy names principals that no pipeline uses any more.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/security-best-practices.html'],
    as: shownBy(
      'policy-names-unused-principal',
      'fires for a role in the policy of a store that no pipeline uses',
      'is silent for roles that pipelines use, and for those who look after the bucket',
      'cannot tell what a policy says that was not read, and keeps silent',
    ),
  },
];
