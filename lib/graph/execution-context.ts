// What is known of the context of the requests that a pipeline execution makes.
import { ABSENT, known, PRESENT, UNKNOWN } from '@/lib/iam/context';
import type { Context } from '@/lib/iam/request';
import { globalRegion } from '@/lib/names/partition';

/** Context of a request that CodePipeline makes with a role's session: it comes from AWS's own network, never through a VPC
 *  of the customer, not as a service principal and not through another service.
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/vpc-support.html (read 2026-11-24)
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html (read 2026-11-24) */
export function sessionContext(region: string): Context {
  const found = sessions.get(region) ?? newSessionContext(region);
  sessions.set(region, found);
  return found;
}

/** One object per region, shared by all needs: a pure function's answers, kept. */
const sessions = new Map<string, Context>();

function newSessionContext(region: string): Context {
  return {
    'aws:RequestedRegion': known(region),
    'aws:SecureTransport': known('true'),
    'aws:ViaAWSService': known('false'),
    'aws:CalledVia': ABSENT,
    'aws:CalledViaFirst': ABSENT,
    'aws:CalledViaLast': ABSENT,
    'aws:SourceArn': ABSENT,
    'aws:SourceAccount': ABSENT,
    'aws:SourceOrgID': ABSENT,
    'aws:SourceOrgPaths': ABSENT,
    'aws:SourceVpc': ABSENT,
    'aws:SourceVpce': ABSENT,
    'aws:VpcSourceIp': ABSENT,
    'aws:SourceIp': UNKNOWN,
    'aws:UserAgent': UNKNOWN,
    'aws:Referer': ABSENT,
    'aws:username': ABSENT,
    'aws:SourceIdentity': ABSENT,
    'aws:CurrentTime': PRESENT,
    'aws:EpochTime': PRESENT,
    'aws:TokenIssueTime': PRESENT,
  };
}

/** Context of the AssumeRole call on an action role: CodePipeline sends no external id, no tags and no source identity, and its
 *  session name is a timestamp (observed: https://github.com/awslabs/aiops-modules/pull/429).
 *  @see https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html (read 2026-11-24) */
export const ASSUME_CONTEXT: Context = {
  'sts:ExternalId': ABSENT,
  'sts:RoleSessionName': PRESENT,
  'sts:SourceIdentity': ABSENT,
  'sts:TransitiveTagKeys': ABSENT,
  'aws:TagKeys': ABSENT,
};

/** Context of the call by which a service puts a role on for somebody's resource. AWS names both keys as the protection
 *  against a confused deputy without saying for each service whether it sends them; we take it that it does.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html (read 2026-11-24) */
export function serviceAssumeContext(account: string, sourceArn: string | null, region: string): Context {
  return {
    'aws:RequestedRegion': known(region),
    'aws:SecureTransport': known('true'),
    'aws:SourceAccount': known(account),
    'aws:SourceArn': sourceArn === null ? UNKNOWN : known(sourceArn),
    'sts:ExternalId': ABSENT,
    'sts:RoleSessionName': PRESENT,
    'aws:SourceIp': UNKNOWN,
    'aws:CurrentTime': PRESENT,
    'aws:EpochTime': PRESENT,
  };
}

/** Context of an IAM request: IAM has one endpoint in each partition.
 *  @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion (read 2026-11-24) */
export function passRoleContext(partition: string, service: string): Context {
  return {
    'aws:RequestedRegion': known(globalRegion(partition)),
    'iam:PassedToService': known(service),
    'iam:AssociatedResourceArn': UNKNOWN,
  };
}
