// Test support: CI systems that may deliver, and the keys and tokens with which they do.
import type { RegisterEntry } from './entry.fixture';
import { shownBy } from './f-shown-by.fixture';

export const CI_SYSTEMS: readonly RegisterEntry[] = [
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
];
