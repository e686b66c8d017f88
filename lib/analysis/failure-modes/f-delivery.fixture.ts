// Test support: ways to decide what is delivered, or to see it, without being meant to.
import type { RegisterEntry } from './entry.fixture';
import { shownBy } from './f-shown-by.fixture';

export const WAYS_IN: readonly RegisterEntry[] = [
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
    sources: [
      'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html',
      'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html',
    ],
    as: shownBy(
      'event-bus-open',
      'fires for everybody',
      'is silent %s',
      'cannot tell where the policy cannot be read, or the account was not, and says that it is possible',
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
];
