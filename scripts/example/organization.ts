// Makes the organisation: organisational units, accounts and service control policies.
import {
  AttachPolicyCommand,
  CreateAccountCommand,
  CreateOrganizationalUnitCommand,
  CreateOrganizationCommand,
  CreatePolicyCommand,
  EnablePolicyTypeCommand,
  ListRootsCommand,
  MoveAccountCommand,
  type OrganizationsClient,
  RegisterDelegatedAdministratorCommand,
} from '@aws-sdk/client-organizations';
import { type AccountName, type Accounts, REGIONS } from './company';
import { document } from './policy';

/** Services without regions, whose calls are made in us-east-1 or nowhere in particular.
 *  @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html (read 2026-11-24) */
const GLOBAL_SERVICES = [
  'a4b:*',
  'account:*',
  'artifact:*',
  'budgets:*',
  'ce:*',
  'cloudfront:*',
  'cur:*',
  'globalaccelerator:*',
  'health:*',
  'iam:*',
  'organizations:*',
  'pricing:*',
  'route53:*',
  'route53domains:*',
  's3:GetBucketLocation',
  's3:ListAllMyBuckets',
  'shield:*',
  'sso:*',
  'sts:*',
  'support:*',
  'trustedadvisor:*',
  'waf:*',
];

const DENY_OTHER_REGIONS = document({
  Sid: 'DenyOutsideApprovedRegions',
  Effect: 'Deny',
  NotAction: GLOBAL_SERVICES,
  Resource: '*',
  Condition: { StringNotEquals: { 'aws:RequestedRegion': REGIONS } },
});

const PROTECT_AUDIT_TRAIL = document({
  Sid: 'ProtectAuditTrail',
  Effect: 'Deny',
  Action: [
    'cloudtrail:StopLogging',
    'cloudtrail:DeleteTrail',
    'config:DeleteConfigurationRecorder',
    'guardduty:DeleteDetector',
  ],
  Resource: '*',
  Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/OrganizationAccountAccessRole' } },
});

const NO_USERS_IN_PROD = document({
  Sid: 'NoUsersOrAccessKeys',
  Effect: 'Deny',
  Action: ['iam:CreateUser', 'iam:CreateAccessKey', 'iam:CreateLoginProfile'],
  Resource: '*',
});

/** The management account holds the bill and the policies; `tools` may read the organisation by delegation. */
export async function makeOrganization(org: OrganizationsClient): Promise<Accounts> {
  await org.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  const root = (await org.send(new ListRootsCommand({}))).Roots?.[0]?.Id ?? '';
  for (const PolicyType of ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'] as const) {
    await org.send(new EnablePolicyTypeCommand({ RootId: root, PolicyType }));
  }
  const infrastructure = await makeUnit(org, root, 'Infrastructure');
  const workloads = await makeUnit(org, root, 'Workloads');
  const nonProd = await makeUnit(org, workloads, 'NonProd');
  const prodUnit = await makeUnit(org, workloads, 'Prod');

  const tools = await makeAccount(org, root, infrastructure, 'tools');
  const dev = await makeAccount(org, root, nonProd, 'dev');
  const staging = await makeAccount(org, root, nonProd, 'staging');
  const prod = await makeAccount(org, root, prodUnit, 'prod');

  await attach(
    org,
    root,
    'deny-outside-approved-regions',
    'Only the three approved regions',
    DENY_OTHER_REGIONS,
  );
  await attach(
    org,
    workloads,
    'protect-audit-trail',
    'Nobody switches the audit trail off',
    PROTECT_AUDIT_TRAIL,
  );
  await attach(org, prodUnit, 'no-users-in-prod', 'People come in by single sign-on only', NO_USERS_IN_PROD);
  await org.send(
    new RegisterDelegatedAdministratorCommand({
      AccountId: tools,
      ServicePrincipal: 'access-analyzer.amazonaws.com',
    }),
  );
  return { tools, dev, staging, prod };
}

async function makeUnit(org: OrganizationsClient, ParentId: string, Name: string): Promise<string> {
  const { OrganizationalUnit } = await org.send(new CreateOrganizationalUnitCommand({ ParentId, Name }));
  return OrganizationalUnit?.Id ?? '';
}

async function makeAccount(
  org: OrganizationsClient,
  root: string,
  unit: string,
  name: AccountName,
): Promise<string> {
  const answer = await org.send(
    new CreateAccountCommand({ AccountName: `acme-${name}`, Email: `aws-${name}@acme-retail.example` }),
  );
  const AccountId = answer.CreateAccountStatus?.AccountId ?? '';
  await org.send(new MoveAccountCommand({ AccountId, SourceParentId: root, DestinationParentId: unit }));
  return AccountId;
}

async function attach(
  org: OrganizationsClient,
  TargetId: string,
  Name: string,
  Description: string,
  Content: string,
): Promise<void> {
  const Type = 'SERVICE_CONTROL_POLICY';
  const { Policy } = await org.send(new CreatePolicyCommand({ Name, Description, Content, Type }));
  await org.send(new AttachPolicyCommand({ PolicyId: Policy?.PolicySummary?.Id ?? '', TargetId }));
}
