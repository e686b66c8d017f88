// The roles of a made organisation: who may put them on, and what they may do.
import type { Json } from '@/lib/base/json';
import type { Fact } from '@/lib/snapshot/fact';
import { document, HUB } from './organization-names';

/** A role with one policy of these statements. */
export function role(account: string, name: string, trust: Json, ...statements: readonly Json[]): Fact {
  const arn = `arn:aws:iam::${account}:role/${name}`;
  return {
    kind: 'iam-role',
    source: 'iam:GetAccountAuthorizationDetails',
    account,
    region: 'global',
    arn,
    data: {
      RoleName: name,
      Path: '/',
      RoleId: `AROA${name}`,
      AssumeRolePolicyDocument: trust,
      RolePolicyList:
        statements.length === 0 ? [] : [{ PolicyName: 'inline', PolicyDocument: document(...statements) }],
    },
  };
}

/** A trust policy that lets in whom it names. */
export const trustOf = (Principal: Json, Condition?: Json): Json =>
  document({
    Effect: 'Allow',
    Principal,
    Action: 'sts:AssumeRole',
    ...(Condition === undefined ? {} : { Condition }),
  });

/** Roles that reach one other account each. */
export function plainRoles(
  account: string,
  count: number,
  ids: readonly string[],
  seed: number,
): readonly Fact[] {
  return Array.from({ length: count }, (_, index) => {
    const other = ids[(Number(account.slice(-6)) + seed + index * 7) % ids.length] ?? account;
    const trust =
      index % 3 === 0
        ? trustOf({ Service: 'ec2.amazonaws.com' })
        : index % 3 === 1
          ? trustOf(
              { AWS: `arn:aws:iam::${other}:root` },
              { StringEquals: { 'aws:PrincipalOrgID': 'o-bench' } },
            )
          : trustOf({ AWS: `arn:aws:iam::${other}:role/app-${index}` });
    return role(
      account,
      `app-${index}`,
      trust,
      {
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:PutObject'],
        Resource: `arn:aws:s3:::app-${account}-${index}/*`,
      },
      { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: `arn:aws:iam::${other}:role/app-${index}` },
    );
  });
}

const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';

/** AWS's policy that allows everything. */
export function administratorAccess(): Fact {
  return {
    kind: 'iam-policy',
    source: 'iam:GetAccountAuthorizationDetails',
    account: HUB,
    region: 'global',
    arn: ADMINISTRATOR,
    data: {
      PolicyName: 'AdministratorAccess',
      DefaultVersionId: 'v1',
      PolicyVersionList: [
        {
          VersionId: 'v1',
          IsDefaultVersion: true,
          Document: document({ Effect: 'Allow', Action: '*', Resource: '*' }),
        },
      ],
    },
  };
}

/** Roles that reach into other accounts by name and by pattern, and are trusted there by name and by account. */
export function mixedRoles(
  account: string,
  count: number,
  ids: readonly string[],
  at: number,
): readonly Fact[] {
  const other = (step: number) => ids[(at + ids.length + (step % ids.length)) % ids.length] ?? account;
  const arn = (id: string, index: number | string) => `arn:aws:iam::${id}:role/app-${index}`;
  return Array.from({ length: count }, (_, index) => {
    const isHub = index % 10 === 1;
    const reached =
      index % 10 === 0
        ? ['arn:aws:iam::*:role/app-1']
        : isHub
          ? [1, 2, 3].map((step) => arn(other(step), index))
          : [arn(account, (index + 1) % count), arn(other(7), '2*')];
    const trusted =
      index % 3 === 0
        ? { Service: 'codebuild.amazonaws.com' }
        : { AWS: isHub ? [-1, -2, -3].map((step) => arn(other(step), index)) : [account, other(-7)] };
    const made = role(
      account,
      `app-${index}`,
      trustOf(trusted, index % 4 === 1 ? { StringEquals: { 'aws:PrincipalOrgID': 'o-bench' } } : undefined),
      { Effect: 'Allow', Action: ['s3:Get*', 'logs:*'], Resource: '*' },
      { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: reached },
    );
    if (index % 50 !== 49) return made;
    return {
      ...made,
      data: { ...(made.data as object), AttachedManagedPolicies: [{ PolicyArn: ADMINISTRATOR }] },
    };
  });
}
