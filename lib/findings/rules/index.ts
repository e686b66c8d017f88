// The only list of finding rules.
import type { Rule } from '../rule';
import { actionRoleTouchesAnyBucket } from './action-role-touches-any-bucket';
import { buildRoleDeploys } from './build-role-deploys';
import { ciAudienceNotRegistered } from './ci-audience-not-registered';
import { ciRoleOpenToAnyRepository } from './ci-role-open-to-any-repository';
import { ciRoleOpenToMoreJobs } from './ci-role-open-to-more-jobs';
import { ciSubjectNeverIssued } from './ci-subject-never-issued';
import { hubReachesDevAndProd } from './hub-reaches-dev-and-prod';
import { lowerTierReachesHigher } from './lower-tier-reaches-higher';
import { oneRoleServesSeveralTiers } from './one-role-serves-several-tiers';
import { pipelineRunsInlineCommands } from './pipeline-runs-inline-commands';
import { plainSecretInPipeline } from './plain-secret-in-pipeline';
import { policyNamesMissingPrincipal } from './policy-names-missing-principal';
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

export const RULES = [
  actionRoleTouchesAnyBucket,
  buildRoleDeploys,
  ciAudienceNotRegistered,
  ciRoleOpenToAnyRepository,
  ciRoleOpenToMoreJobs,
  ciSubjectNeverIssued,
  hubReachesDevAndProd,
  lowerTierReachesHigher,
  oneRoleServesSeveralTiers,
  pipelineRunsInlineCommands,
  plainSecretInPipeline,
  policyNamesMissingPrincipal,
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
] as const satisfies readonly Rule[];
