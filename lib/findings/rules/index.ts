// The only list of finding rules.
import type { Rule } from '../rule';
import { actionRoleTouchesAnyBucket } from './action-role-touches-any-bucket';
import { actionRoleWritesArtifacts } from './action-role-writes-artifacts';
import { artifactBucketOwnerUnknown } from './artifact-bucket-owner-unknown';
import { artifactStoreOpenToStrangers } from './artifact-store-open-to-strangers';
import { artifactStoreOpenToWholeAccount } from './artifact-store-open-to-whole-account';
import { artifactStoreWritableByOthers } from './artifact-store-writable-by-others';
import { buildRoleDeploys } from './build-role-deploys';
import { buildRoleWritesOtherArtifacts } from './build-role-writes-other-artifacts';
import { ciAudienceNotRegistered } from './ci-audience-not-registered';
import { ciRoleOpenToAnyRepository } from './ci-role-open-to-any-repository';
import { ciRoleOpenToMoreJobs } from './ci-role-open-to-more-jobs';
import { ciRoleStartsProd } from './ci-role-starts-prod';
import { ciSubjectNeverIssued } from './ci-subject-never-issued';
import { eventBusOpen } from './event-bus-open';
import { hubReachesDevAndProd } from './hub-reaches-dev-and-prod';
import { lowerTierReachesHigher } from './lower-tier-reaches-higher';
import { machinePassesApprovals } from './machine-passes-approvals';
import { oneRoleServesSeveralTiers } from './one-role-serves-several-tiers';
import { pipelineRunsInlineCommands } from './pipeline-runs-inline-commands';
import { plainSecretInPipeline } from './plain-secret-in-pipeline';
import { policyNamesMissingPrincipal } from './policy-names-missing-principal';
import { policyNamesUnusedPrincipal } from './policy-names-unused-principal';
import { principalChangesPipelineStacks } from './principal-changes-pipeline-stacks';
import { principalEditsPipelines } from './principal-edits-pipelines';
import { principalRunsCodeInBuilds } from './principal-runs-code-in-builds';
import { prodWithoutApproval } from './prod-without-approval';
import { pullRequestStartsDeployment } from './pull-request-starts-deployment';
import { roleAssumesAnyRole } from './role-assumes-any-role';
import { roleIsAdministrator } from './role-is-administrator';
import { roleOwnsAService } from './role-owns-a-service';
import { rolePassesAnyRole } from './role-passes-any-role';
import { roleRewritesIam } from './role-rewrites-iam';
import { roleTrustsAnyone } from './role-trusts-anyone';
import { roleTrustsOutsideAccount } from './role-trusts-outside-account';
import { roleTrustsServiceOfAnyAccount } from './role-trusts-service-of-any-account';
import { roleTrustsWholeAccount } from './role-trusts-whole-account';
import { roleUsesAnyConnection } from './role-uses-any-connection';
import { sourceUsesOauthToken } from './source-uses-oauth-token';
import { sourceWritableByOthers } from './source-writable-by-others';
import { userFeedsPipeline } from './user-feeds-pipeline';
import { webhookUnauthenticated } from './webhook-unauthenticated';

export const RULES = [
  actionRoleTouchesAnyBucket,
  actionRoleWritesArtifacts,
  artifactBucketOwnerUnknown,
  artifactStoreOpenToStrangers,
  artifactStoreOpenToWholeAccount,
  artifactStoreWritableByOthers,
  buildRoleDeploys,
  buildRoleWritesOtherArtifacts,
  ciAudienceNotRegistered,
  ciRoleOpenToAnyRepository,
  ciRoleOpenToMoreJobs,
  ciRoleStartsProd,
  ciSubjectNeverIssued,
  eventBusOpen,
  hubReachesDevAndProd,
  lowerTierReachesHigher,
  machinePassesApprovals,
  oneRoleServesSeveralTiers,
  pipelineRunsInlineCommands,
  plainSecretInPipeline,
  policyNamesMissingPrincipal,
  policyNamesUnusedPrincipal,
  principalChangesPipelineStacks,
  principalEditsPipelines,
  principalRunsCodeInBuilds,
  prodWithoutApproval,
  pullRequestStartsDeployment,
  roleAssumesAnyRole,
  roleIsAdministrator,
  roleOwnsAService,
  rolePassesAnyRole,
  roleRewritesIam,
  roleTrustsAnyone,
  roleTrustsOutsideAccount,
  roleTrustsServiceOfAnyAccount,
  roleTrustsWholeAccount,
  roleUsesAnyConnection,
  sourceUsesOauthToken,
  sourceWritableByOthers,
  userFeedsPipeline,
  webhookUnauthenticated,
] as const satisfies readonly Rule[];
