// IAM: roles, users, groups and the policies that hang on them, as GetAccountAuthorizationDetails tells of them.
import { isJsonObject, type Json } from '@/lib/base/json';
import { factOf, given, keptDocument, listOf, tagsOf } from '../answers';
import { madeUpId, madeUpName } from '../made-up-id';
import { factless, type Resource, type ResourceType, type World } from '../resource-type';

const SOURCE = 'iam:GetAccountAuthorizationDetails';

const pathOf = (self: Resource) => self.text('Path') ?? '/';
const arnOf = (self: Resource, kind: string, name: string) =>
  `arn:${self.partition}:iam::${self.account}:${kind}${pathOf(self)}${name}`;
const uniqueId = (self: Resource, prefix: string) => prefix + madeUpId(self.id() + self.account, 17);
const roleArn = (self: Resource) => arnOf(self, 'role', self.id());
const documentOf = (self: Resource, document: Json | undefined) =>
  encodeURIComponent(JSON.stringify(keptDocument(document ?? null, self.partition)));

const role: ResourceType = {
  type: 'AWS::IAM::Role',
  id: (self) => self.text('RoleName') ?? madeUpName(self),
  attributes: { Arn: roleArn, RoleId: (self) => uniqueId(self, 'AROA') },
  facts: (self, world) => [
    factOf(
      self,
      'iam-role',
      SOURCE,
      roleArn(self),
      {
        Path: pathOf(self),
        RoleName: self.id(),
        RoleId: uniqueId(self, 'AROA'),
        Arn: roleArn(self),
        AssumeRolePolicyDocument: documentOf(self, self.property('AssumeRolePolicyDocument')),
        InstanceProfileList: world
          .ofType('AWS::IAM::InstanceProfile')
          .filter((one) => one.account === self.account && listOf(one, 'Roles').includes(self.id()))
          .map((one) => ({ InstanceProfileName: one.id(), Arn: one.attribute('Arn') })),
        RolePolicyList: inlinePolicies(self, world, 'Roles'),
        AttachedManagedPolicies: attachedPolicies(self, world, 'Roles'),
        Tags: tagsOf(self),
        ...boundaryOf(self),
      },
      'global',
    ),
  ],
};

const user: ResourceType = {
  type: 'AWS::IAM::User',
  id: (self) => self.text('UserName') ?? madeUpName(self),
  attributes: { Arn: (self) => arnOf(self, 'user', self.id()) },
  facts: (self, world) => [
    factOf(
      self,
      'iam-user',
      SOURCE,
      arnOf(self, 'user', self.id()),
      {
        Path: pathOf(self),
        UserName: self.id(),
        UserId: uniqueId(self, 'AIDA'),
        Arn: arnOf(self, 'user', self.id()),
        UserPolicyList: inlinePolicies(self, world, 'Users'),
        GroupList: listOf(self, 'Groups'),
        AttachedManagedPolicies: attachedPolicies(self, world, 'Users'),
        Tags: tagsOf(self),
        ...boundaryOf(self),
      },
      'global',
    ),
  ],
};

const managedPolicy: ResourceType = {
  type: 'AWS::IAM::ManagedPolicy',
  id: (self) => arnOf(self, 'policy', self.text('ManagedPolicyName') ?? madeUpName(self, 128)),
  attributes: { PolicyArn: (self) => self.id() },
  facts: (self) => [
    factOf(
      self,
      'iam-policy',
      SOURCE,
      self.id(),
      {
        PolicyName: self.id().slice(self.id().lastIndexOf('/') + 1),
        Arn: self.id(),
        Path: pathOf(self),
        DefaultVersionId: 'v1',
        IsAttachable: true,
        PolicyVersionList: [
          {
            Document: documentOf(self, self.property('PolicyDocument')),
            VersionId: 'v1',
            IsDefaultVersion: true,
          },
        ],
      },
      'global',
    ),
  ],
};

const policy = factless(
  'AWS::IAM::Policy',
  'recorded with the roles and users that it is written into',
  (self) => self.text('PolicyName') ?? madeUpName(self, 128),
);

/** One inline policy of one role, and nothing else. */
const rolePolicy = factless(
  'AWS::IAM::RolePolicy',
  'recorded with the role that it is written into',
  (self) => self.text('PolicyName') ?? '',
);

const instanceProfile = factless(
  'AWS::IAM::InstanceProfile',
  'recorded with the role that is in it',
  (self) => self.text('InstanceProfileName') ?? madeUpName(self, 128),
  { Arn: (self) => arnOf(self, 'instance-profile', self.id()) },
);

export const iam: readonly ResourceType[] = [role, user, managedPolicy, policy, rolePolicy, instanceProfile];

/** Its own `Policies`, and the AWS::IAM::Policy and AWS::IAM::RolePolicy resources that name it, in any stack of the account. */
function inlinePolicies(self: Resource, world: World, holders: 'Roles' | 'Users'): readonly Json[] {
  const own = listOf(self, 'Policies').flatMap((one) =>
    isJsonObject(one)
      ? [{ PolicyName: one.PolicyName ?? '', PolicyDocument: documentOf(self, one.PolicyDocument) }]
      : [],
  );
  const attached = world
    .ofType('AWS::IAM::Policy', 'AWS::IAM::RolePolicy')
    .filter((one) => one.account === self.account && holdersOf(one, holders).includes(self.id()))
    .map((one) => ({
      PolicyName: one.id(),
      PolicyDocument: documentOf(one, one.property('PolicyDocument')),
    }));
  return [...own, ...attached];
}

function holdersOf(policy: Resource, holders: 'Roles' | 'Users'): readonly Json[] {
  if (policy.type !== 'AWS::IAM::RolePolicy') return listOf(policy, holders);
  return holders === 'Roles' ? [policy.text('RoleName') ?? ''] : [];
}

function attachedPolicies(self: Resource, world: World, holders: 'Roles' | 'Users'): readonly Json[] {
  const arns = [
    ...listOf(self, 'ManagedPolicyArns'),
    ...world
      .ofType('AWS::IAM::ManagedPolicy')
      .filter((one) => one.account === self.account && listOf(one, holders).includes(self.id()))
      .map((one) => one.id()),
  ];
  return [...new Set(arns)].flatMap((arn) =>
    typeof arn === 'string' ? [{ PolicyName: arn.slice(arn.lastIndexOf('/') + 1), PolicyArn: arn }] : [],
  );
}

function boundaryOf(self: Resource) {
  const arn = self.text('PermissionsBoundary');
  return given({
    PermissionsBoundary:
      arn === undefined ? undefined : { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: arn },
  });
}
