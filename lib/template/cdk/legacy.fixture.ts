// Test support: the same cross-account pipeline as an app from before the CDK narrowed the trust of its action roles.
import { crossAccount } from './cross-account.fixture';
import type { CdkApp } from './synthesise.fixture';

/** Without this flag the CDK trusts the whole account of the pipeline.
 *  @see https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/cx-api/FEATURE_FLAGS.md#aws-cdkpipelinesreducecrossaccountactionroletrustscope */
export const legacy: CdkApp = {
  ...crossAccount,
  name: 'legacy',
  flags: { '@aws-cdk/pipelines:reduceCrossAccountActionRoleTrustScope': false },
};
