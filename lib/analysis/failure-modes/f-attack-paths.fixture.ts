// Test support: permissions that are too wide, and how they can be used.
import type { RegisterEntry, ShownEntry } from './entry.fixture';

/** Shown by the test of a finding rule. */
function shownBy(rule: string, fires: string, silent: string, cannotTell: string): ShownEntry['as'] {
  return { kind: 'shown in', test: `lib/findings/rules/${rule}.test.ts`, fires, silent, cannotTell };
}

export const ATTACK_PATHS: readonly RegisterEntry[] = [
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
    id: 'prod-role-write-on-shared-artifact-bucket',
    what: 'A role of production may write where it should only read.',
    sources: ['https://github.com/GovWifi/govwifi-terraform/pull/793'],
    as: shownBy(
      'action-role-writes-artifacts',
      'fires where bucket, key and the role’s own policies let it write',
      'is silent where %s',
      'cannot tell where the bucket policy was not read, and says that it is possible',
    ),
  },
  {
    id: 'build-role-write-artifacts-and-deploy',
    what: 'The role of a build reaches deployments.',
    sources: [
      'https://graphlattice-corp.pages.dev/blog/2026-06-10-codebuild-poisoning-a-green-pipeline-that-stole',
      'https://www.systemshardening.com/articles/cicd/aws-codepipeline-codebuild-security/',
    ],
    as: shownBy(
      'build-role-deploys',
      'fires where the build’s role can put on a role that deploys, and shows the way',
      'is silent where one of the two sides does not let it',
      'cannot tell where the build’s policies were not read, and says that it is possible',
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
    id: 'buildspec-override-or-inline-commands',
    what: 'Commands that stand in a pipeline run with its role.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-Commands.html'],
    as: shownBy(
      'pipeline-runs-inline-commands',
      'fires for commands with the pipeline role, harder where that reaches prod',
      'is silent for commands with a role of their own',
      'cannot tell of a pipeline that was not read, and keeps silent',
    ),
  },
  {
    id: 'pull-request-trigger-untrusted-code',
    what: 'A pipeline runs on pull requests of strangers.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/security-best-practices.html'],
    as: shownBy(
      'pull-request-starts-deployment',
      'fires for a pull request, and names what it would deploy',
      'is silent for a push',
      'cannot tell of a pipeline that was not read, and keeps silent',
    ),
  },
  {
    id: 'no-approval-before-prod',
    what: 'Nobody approves before production.',
    sources: ['https://www.systemshardening.com/articles/cicd/aws-codepipeline-codebuild-security/'],
    as: shownBy(
      'prod-without-approval',
      'fires where an action of prod stands before the approval, and says how that was told',
      'is silent where an approval stands before',
      'cannot tell where neither account nor stage says a tier, and keeps silent',
    ),
  },
  {
    id: 'disabled-approval-bypass',
    what: 'Somebody may disable or give approvals who should not.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/security-best-practices.html'],
    as: shownBy(
      'machine-passes-approvals',
      'fires for a role of machines that may approve',
      'is silent for a role that people put on, and for a machine that may only start',
      'cannot tell where its policies were not read, and says that it is possible',
    ),
  },
  {
    id: 'bucket-policy-org-wide',
    what: 'A bucket policy lets a whole organisation in.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/security-best-practices.html'],
    as: shownBy(
      'artifact-store-open-to-strangers',
      'fires for a whole organisation: %s',
      'is silent for %s',
      'cannot tell where it was not read whether the bucket shuts out public policies, and says that it is possible',
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
    id: 'github-oidc-no-sub',
    what: 'A role trusts GitHub’s identity provider without a condition on the repository.',
    sources: [
      'https://securitylabs.datadoghq.com/cloud-security-atlas/vulnerabilities/iam-role-can-be-assumed-by-any-github-action/',
      'https://cloudupload.tech/blog/hardening-github-actions-oidc',
    ],
    as: shownBy(
      'ci-role-open-to-any-repository',
      'fires for %s, and marks what it delivers',
      'is silent where the trust asks for %s',
      'cannot tell where a statement that might deny cannot be read, and says that it is possible',
    ),
  },
  {
    id: 'github-oidc-wide-sub',
    what: 'A role trusts more of GitHub’s repositories or branches than it should.',
    sources: ['https://r12habh.github.io/ActionScope/oidc-trust/'],
    as: shownBy(
      'ci-role-open-to-more-jobs',
      'fires for every repository of %s `%s`: %s',
      'is silent for %s `%s`',
      'cannot tell where a statement that might deny cannot be read: the wider rule says that it is possible',
    ),
  },
  {
    id: 'gitlab-oidc-no-sub',
    what: 'A role trusts GitLab’s identity provider without a condition on the project.',
    sources: [
      'https://archives.docs.gitlab.com/16.2/ee/ci/cloud_services/aws/index.html',
      'https://geeksrepos.com/abhiyerra/terraform-aws-oidc-gitlab',
    ],
    as: shownBy(
      'ci-role-open-to-any-repository',
      'fires for %s, and marks what it delivers',
      'is silent where the trust asks for %s',
      'cannot tell where a statement that might deny cannot be read, and says that it is possible',
    ),
  },
  {
    id: 'gitlab-oidc-wide-sub',
    what: 'A role trusts more of GitLab’s projects than it should.',
    sources: ['https://archives.docs.gitlab.com/16.2/ee/ci/cloud_services/aws/index.html'],
    as: shownBy(
      'ci-role-open-to-more-jobs',
      'fires for every repository of %s `%s`: %s',
      'is silent for %s `%s`',
      'cannot tell where a statement that might deny cannot be read: the wider rule says that it is possible',
    ),
  },
  {
    id: 'gitlab-oidc-ref-type-mr',
    what: 'A role waits for merge requests of GitLab under a type that GitLab never issues.',
    sources: ['https://phpboyscout.uk/2026/05/14/a-403-you-cant-fix-in-iam.html'],
    as: shownBy(
      'ci-subject-never-issued',
      'fires for a type of reference that GitLab never issues',
      'is silent for branches, tags and any of them, and for GitHub',
      'cannot tell whether it matters where the trust names other subjects besides, and says that it is possible',
    ),
  },
  {
    id: 'oidc-provider-aud-mismatch',
    what: 'An identity provider has another audience than the trust policy wants.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/security-best-practices.html'],
    as: shownBy(
      'ci-audience-not-registered',
      'fires where no audience of trust and provider agrees, and names both',
      'is silent where one agrees, and where the trust asks for none',
      'cannot tell where the provider was not read, and says that it is possible',
    ),
  },
  {
    id: 'ci-iam-user-long-lived-keys',
    what: 'A user with access keys feeds a pipeline.',
    sources: [
      'https://kuryzhev.cloud/2026/06/05/gitlab-ci-aws-oidc-replace-static-keys-with-short-lived-credentials/',
      'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html#troubleshooting-jen1',
    ],
    as: shownBy(
      'user-feeds-pipeline',
      'fires for a user who may write the source: possible, since nobody read whether there are keys',
      'is silent for users who can do neither',
      'cannot tell of users of an account that was not read, and keeps silent',
    ),
  },
  {
    id: 'oidc-role-to-pipeline-start',
    what: 'A CI role may start pipelines that it should not.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/security-best-practices.html'],
    as: shownBy(
      'ci-role-starts-prod',
      'fires for jobs that may start a pipeline up to prod',
      'is silent where nothing of it reaches prod',
      'cannot tell where its policies were not read, and says that it is possible',
    ),
  },
  {
    id: 's3-source-writable',
    what: 'Principals that may write any bucket may write the source.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/security-best-practices.html'],
    as: shownBy(
      'source-writable-by-others',
      'fires for a role that may write any bucket',
      'is silent for a role that %s',
      'cannot tell where its policies were not read, and says that it is possible',
    ),
  },
  {
    id: 'event-bus-open',
    what: 'An event bus is open to other accounts.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/security-best-practices.html'],
    because: 'no finding yet',
    reportedAs: 'silent',
    why: 'the policies of event buses are read, and no rule looks at them yet',
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
    id: 'plaintext-secrets-in-pipeline',
    what: 'A configuration holds a secret in plain text.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeBuild.html'],
    as: shownBy(
      'plain-secret-in-pipeline',
      'fires for a plain variable that is called like a secret, and names it without its value',
      'is silent for references, variables of the run and names of no secret',
      'cannot tell where the variables are no JSON, and says that it is possible',
    ),
  },
  {
    id: 'webhook-unauthenticated',
    what: 'A webhook is not authenticated.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/security-best-practices.html'],
    as: shownBy(
      'webhook-unauthenticated',
      'fires for a webhook %s',
      'is silent for a webhook with a secret, and for some addresses',
      'cannot tell where the addresses were not read, and says that it is possible',
    ),
  },
  {
    id: 'bucket-name-takeover',
    what: 'A bucket of a store belongs to nobody who was read, so that somebody else may have taken its name.',
    sources: ['https://www.dedico.hu/en/posts/s3-bucketsquatting-namespace-fix'],
    as: shownBy(
      'artifact-bucket-owner-unknown',
      'fires, as possible, where no account that was read owns the bucket',
      'is silent where the owner was read',
      'cannot tell where the buckets of the pipeline’s own account were not listed, and says so',
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
    id: 'github-v1-oauth-token',
    what: 'A pipeline still uses an OAuth token of GitHub.',
    sources: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/appendix-github-oauth.html'],
    as: shownBy(
      'source-uses-oauth-token',
      'fires for the old action of GitHub',
      'is silent for every other source',
      'cannot tell of a pipeline that was not read, and keeps silent',
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
